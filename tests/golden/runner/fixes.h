// What holds of every fix in every test file: takes its parts, gives complaints. The fixes are made
// in memory, one by one and all together.
#pragma once

#include "golden/runner/workspace.h"

#include <string>
#include <vector>

namespace cadre::golden {

/// Each fix, made alone, removes its finding; a safe one also adds no error. All safe ones
/// together, as `cadre check --fix` makes them, leave none behind, leave nothing to do for a second
/// call, and keep every comment.
std::vector<std::string> checkFixes(llvm::StringRef test, const std::vector<Part>& parts);

}  // namespace cadre::golden
