// The file of `--depfile`: takes what was read, gives the rule for Make and Ninja that says what an
// output was made from, and writes it where the verb ends well.
#pragma once

#include "driver/context.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cadre::driver {

/// A rule that makes `target` depend on `read`, and an empty rule for each of those, so that Make
/// goes on where one is deleted. None where a path cannot stand in such a file (reported).
std::optional<std::string> depfileText(llvm::StringRef target, std::vector<std::string> read,
                                       Diagnostics& faults);

/// What `--depfile` asks for; without the option nothing, and all goes well.
class Depfile {
public:
  explicit Depfile(Context& context) : context_(context) {}

  /// True where the file can be written; says why not.
  bool open();
  /// Writes what was read for the sake of `target`, beside the file. `output` is to hold `built`.
  bool stage(llvm::StringRef target, std::vector<std::string> read,
             const OutputDirectory* output = nullptr, const OutputFiles* built = nullptr);
  /// Makes that the file.
  bool commit();

private:
  Context& context_;
  std::unique_ptr<ReportFile> file_;
};

/// Reports what does not go with `--interface` and `--depfile`: `named` is a revision of git.
void refuseRevision(llvm::StringRef option, llvm::StringRef named, Diagnostics& faults);

/// Reports that `--depfile` could not say when `named`, a revision other than a whole hash, is another commit.
void refuseMovingRevision(llvm::StringRef named, Diagnostics& faults);

}  // namespace cadre::driver
