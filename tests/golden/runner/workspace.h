// Packages in memory: takes the text of one test file, gives the files and packages that it stands
// for, compiled. `// --- name.cadre` begins a file, `// --- dir/cadre.toml` the manifest of another
// package, whose files are those below `dir/`; `// --- translations/fr.lock` is a lock. Touches no disk.
#pragma once

#include "session/session.h"
#include "source/source_manager.h"

#include <llvm/ADT/StringRef.h>

#include <optional>
#include <string>
#include <vector>

namespace cadre::golden {

/// One file of a test.
struct Part {
  std::string name;      ///< As the split line says; the first part has the test's own name.
  std::string text;      ///< Its lines, without the split line.
  size_t firstLine = 1;  ///< The line of the test file at which it begins, from 1.

  [[nodiscard]] bool isSource() const { return llvm::StringRef(name).ends_with(".cadre"); }
  /// What the translations of a package into a language were made from.
  [[nodiscard]] bool isLock() const { return llvm::StringRef(name).ends_with(session::lockEnding); }
};

/// The files of a test. What stands before the first split line is a file of its own, called
/// `ownName`, unless it is comments and blank lines alone.
std::vector<Part> split(llvm::StringRef text, llvm::StringRef ownName);

/// The day on which tests are linted.
inline constexpr llvm::StringRef lintDay = "2026-06-01";

/// Which rules run on the packages made from here on: those that `config` turns on, with what the
/// test's own cadre.toml says below `[lint]` on top. None: no rule runs.
void setLinting(std::optional<lint::Config> config);

/// The configuration that runs one rule, or every rule of a tier (`tier-strict`). None where there is no
/// rule of that name.
std::optional<lint::Config> onlyRule(llvm::StringRef name);

/// A test's packages after `session::check`.
class Workspace {
public:
  explicit Workspace(const std::vector<Part>& parts, unsigned jobs = 1);

  [[nodiscard]] const SourceManager& sources() const { return sources_; }
  [[nodiscard]] const session::Result& result() const { return result_; }
  [[nodiscard]] const Diagnostics& diagnostics() const { return result_.diagnostics; }
  /// The part that a file was made of, by its place among the parts.
  [[nodiscard]] size_t partOf(FileId file) const { return partOf_[file.index()]; }
  /// The tree of a part, or null where it has none.
  [[nodiscard]] const syntax::File* treeOf(size_t part) const;

private:
  SourceManager sources_;
  std::vector<size_t> partOf_;
  session::Result result_;
};

}  // namespace cadre::golden
