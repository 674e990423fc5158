// The register of emitters: takes the name of an output, a publication and its options, runs it.
// Knows which outputs there are, and nothing of what they write.
#pragma once

#include "emit/emitter.h"

#include <llvm/ADT/ArrayRef.h>

namespace cadre::emit {

/// A row of options.def: a key of `[emit.<output>]` in cadre.toml.
struct OptionInfo {
  enum class Type : uint8_t { Flag, Text };

  llvm::StringRef output;
  llvm::StringRef name;
  Type type;
  llvm::StringRef help;
};
/// The options of the output called `name`, in the order of the table.
std::vector<OptionInfo> optionsOf(llvm::StringRef name);

/// A row of emitters.def.
struct Emitter {
  llvm::StringRef name;
  bool byDefault;
  llvm::StringRef help;  ///< What it writes, in a line.
  llvm::Error (*run)(const model::Publication&, Sink&, const Options&);
};

/// All outputs, in the order of the table.
llvm::ArrayRef<Emitter> emitters();
/// The output called `name`, or null.
const Emitter* findEmitter(llvm::StringRef name);
/// Their names, for *did you mean*.
std::vector<llvm::StringRef> emitterNames();

/// Options by the name of the output.
using OptionsByEmitter = std::map<std::string, Options, std::less<>>;

/// Runs the outputs of `names`, each of which exists, in the order of the table, whatever the order
/// of the names; one named twice runs once. Ends at the first error.
llvm::Error run(llvm::ArrayRef<std::string> names, const model::Publication& publication, Sink& sink,
                const OptionsByEmitter& options);

}  // namespace cadre::emit
