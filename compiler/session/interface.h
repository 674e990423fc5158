// The interface of a package: what the packages that use it are checked against, without its
// sources. Takes a checked package, gives its declarations as source in a form that comments,
// layout and the names of files leave as it is, behind a head that says what it is and what it was
// made with; and reads such a head. Opens no file.
#pragma once

#include "diag/diagnostics.h"
#include "session/session.h"

#include <llvm/Support/Error.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cadre::session {

/// The head of an interface. The rest of the file is source.
struct Interface {
  std::string framework;
  std::string hash;  ///< SHA-256 of all else that the file says, in hexadecimal.
  /// The frameworks that it uses, and the hashes of their interfaces, by framework id.
  std::vector<std::pair<std::string, std::string>> uses;
  /// What the package's locks record of translations by position that outputs leave out.
  translation::Locks outdated;
};

/// The interface of package 0, the same bytes whether its dependencies were sources or interfaces.
/// `result` is what check() gave for `input`, without errors. Fails where reading the text back
/// would not give the same declarations, which is a mistake of cadre.
llvm::Expected<std::string> writeInterface(const Input& input, const Result& result);

/// Reads the head of `file`. Nothing where it is none, or not as it was written (reported).
std::optional<Interface> readInterface(const SourceManager& sources, FileId file,
                                       Diagnostics& diagnostics);

}  // namespace cadre::session
