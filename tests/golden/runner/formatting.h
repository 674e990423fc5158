// What holds of formatting, for every test file: takes its parts, gives complaints. Tries a bounded
// number of other shapes of each file.
#pragma once

#include "golden/runner/workspace.h"

#include <string>
#include <vector>

namespace cadre::golden {

/// A file that parses, and every scrambled form of it, is formatted without a change of words,
/// comments and tree; a second time, nothing changes; and what a package without errors publishes
/// stays the same.
std::vector<std::string> checkFormatting(llvm::StringRef test, const std::vector<Part>& parts);

/// The text of a file as `cadre fmt` writes it; empty with a complaint where it does not parse.
std::string formatted(const std::string& text, std::string& complaint);

}  // namespace cadre::golden
