// The command line: takes arguments, gives options, or the fault in them with *did you mean*. Knows
// words and values; opens no file.
#pragma once

#include "diag/diagnostics.h"
#include "diag/renderer.h"

#include <llvm/ADT/ArrayRef.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cadre::driver {

enum class Verb : uint8_t {
#define VERB(id, ...) id,
#define OPTION(...)
#include "driver/options.def"
};

enum class OptionId : uint8_t {
#define VERB(...)
#define OPTION(id, ...) id,
#include "driver/options.def"
};

/// A row of VERB.
struct VerbRow {
  Verb verb;
  llvm::StringRef name;
  llvm::StringRef operands;
  size_t least;
  size_t most;
  llvm::StringRef summary;
  llvm::StringRef more;
};

/// A row of OPTION.
struct OptionRow {
  OptionId option;
  llvm::StringRef shortName;
  llvm::StringRef longName;
  llvm::StringRef value;  ///< Empty: a switch.
  llvm::StringRef verbs;  ///< Separated by spaces; empty: all.
  llvm::StringRef help;

  [[nodiscard]] bool isCommon() const { return verbs.empty(); }
  [[nodiscard]] bool belongsTo(llvm::StringRef verb) const;
};

llvm::ArrayRef<VerbRow> verbRows();
llvm::ArrayRef<OptionRow> optionRows();
const VerbRow& rowOf(Verb verb);
/// What an option does, with the values that it takes from a table. Those of some follow from the verb.
std::string helpOf(const OptionRow& row, llvm::StringRef verb = {});
/// The values of `--format`, the first one without it.
std::vector<llvm::StringRef> answerFormats(llvm::StringRef verb);
/// The words that an option of a verb takes, where they are few and its own; else none.
std::vector<llvm::StringRef> optionWords(OptionId option, llvm::StringRef verb);
/// The shells that `cadre completion` knows.
std::vector<llvm::StringRef> shellNames();
/// The verb called `name`, or null.
const VerbRow* findVerb(llvm::StringRef name);

enum class ColorMode : uint8_t { Auto, Always, Never };

struct Options {
  std::optional<Verb> verb;
  std::vector<std::string> operands;
  std::optional<std::string> output;
  std::optional<std::vector<std::string>> emit;  ///< Each one exists.
  std::vector<std::string> interfaces;
  std::optional<std::string> depfile;
  std::optional<std::string> depfileTarget;
  std::optional<std::string> since;              ///< The side that `build` compares with.
  bool drafts = false;
  std::optional<std::string> ci;  ///< The service that `new` writes a pipeline for.
  bool fix = false;
  bool unsafeFixes = false;
  bool list = false;
  bool writeBaseline = false;
  bool checkBaseline = false;
  bool noBaseline = false;
  std::optional<std::string> in;  ///< The package that `explain`, `compare`, `query` and `translate` are about.
  bool checkOnly = false;
  bool json = false;
  bool csv = false;
  std::optional<std::string> expect;  ///< `none` or `some`.
  bool complete = false;
  bool diff = false;
  std::optional<std::string> failOn;  ///< `breaking`, or a tier.
  std::optional<std::string> answerFormat;  ///< One of the verb's; none: the first of them.
  bool all = false;
  std::optional<double> least;
  std::optional<size_t> most;
  bool label = false;
  diag::MessageFormat format = diag::MessageFormat::Human;
  std::optional<std::string> reportFile;
  ColorMode color = ColorMode::Auto;
  bool denyWarnings = false;
  size_t maxDiagnostics = 0;
  std::optional<unsigned> jobs;
  bool timings = false;
  bool quiet = false;
  bool verbose = false;
  bool help = false;
  bool version = false;
  /// What `cadre import` hands on, not judged here.
  std::map<std::string, std::string> importOptions;
};

/// Reads the arguments behind the program's name. What could be read counts, also when something is
/// at fault (reported).
Options parseOptions(llvm::ArrayRef<llvm::StringRef> arguments, Diagnostics& diagnostics);

/// Reports a fault of the call: `message`, the names that *did you mean* offers, and further help.
void reportUsage(Diagnostics& diagnostics, std::string message, const std::vector<llvm::StringRef>& near = {},
                 std::vector<std::string> help = {});

}  // namespace cadre::driver
