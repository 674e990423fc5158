// Packages out of git: takes an operand `git:REV[:PATH]`, gives the files of that commit and the
// place in them that is meant, or reports why there is none. Touches no work tree (docs/git.md).
#pragma once

#include "diag/diagnostics.h"
#include "driver/file_system.h"

#include <llvm/ADT/StringRef.h>

#include <memory>
#include <optional>
#include <string>

namespace cadre::driver {

struct Context;

/// `git:REV[:PATH]`, taken apart.
struct RevisionSpec {
  std::string revision;             ///< REV; empty where none is written.
  std::optional<std::string> path;  ///< PATH; none without a colon, empty for the root.
  friend bool operator==(const RevisionSpec&, const RevisionSpec&) = default;
};

/// True of what begins with `git:`. A file of such a name is written `./git:…`.
bool isRevision(llvm::StringRef operand);

/// Takes such an operand apart, at the first colon that no braces enclose.
RevisionSpec parseRevision(llvm::StringRef operand);

/// What an operand stands for: a path, and the files in which it means something.
struct Place {
  FileSystem* files = nullptr;
  std::string path;   ///< For Loader::open.
  std::string name;   ///< As the user would write it: `core`, `git:HEAD~3:core`.
  std::string label;  ///< Short: `core`, `HEAD~3`.
  /// The commit, forty hexadecimal digits; empty of a place on the disk.
  std::string commit;
  /// Holds `files`, of a commit.
  std::unique_ptr<FileSystem> owned;

  [[nodiscard]] bool isRevision() const { return !commit.empty(); }
};

/// The place that an operand stands for: on the disk, or in a commit; none after a report to
/// `context.faults`. `git:REV` without PATH is what stood in that commit where `counterpart`, a
/// path on the disk, is now; the repository is then the one that `counterpart` lies in, else the
/// one that the current directory lies in. On the disk, whether something stands there is not
/// asked.
std::optional<Place> findPlace(Context& context, llvm::StringRef operand,
                               llvm::StringRef counterpart = ".");

}  // namespace cadre::driver
