// One test file: takes its path, gives complaints where what is found differs from what it says,
// and rewrites it on request. The only part of the runner that reads and writes files.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre::golden {

/// Checks (or with `update` rewrites, then checks) `path`, a `.cadre` file. One below a folder
/// `render` is compared with the drawing in the `.txt` beside it, one below `format` with the
/// formatted text there, any other with its marks and,
/// where it has a line `// AST:`, with the dump of its tree. Empty when all is well.
std::vector<std::string> runCase(const std::string& path, bool update);

/// The whole file. Ends the process with a message when it cannot be read.
std::string readFile(const std::string& path);

}  // namespace cadre::golden
