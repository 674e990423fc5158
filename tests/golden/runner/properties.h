// What holds of every test file, whatever its findings: takes its parts, gives complaints. Tries no
// more than a bounded number of variants of a file.
#pragma once

#include "golden/runner/workspace.h"

#include <string>
#include <vector>

namespace cadre::golden {

/// Says what a variant is, for the report of a crash: the runner's handler prints it.
void setCurrentVariant(llvm::StringRef test, llvm::StringRef what);
/// Makes a crash print the current variant before the process ends.
void reportCrashes();

/// Checking twice, and with more threads, gives the same diagnostics; every prefix of every file,
/// cut at tokens and at bytes, is checked and drawn without a crash, in bounded time, with places
/// that lie in its files; so is a number of mangled forms (a token or a byte changed). A tree
/// without errors, printed, parses to the same tree.
std::vector<std::string> checkProperties(llvm::StringRef test, const std::vector<Part>& parts);

}  // namespace cadre::golden
