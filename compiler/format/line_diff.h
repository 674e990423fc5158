// The difference of two texts, line by line: takes both, gives what patch(1) reads. Needs memory in
// proportion to their size, and time to what differs; of texts that differ all over, it gives a
// difference that may be longer than the shortest.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::format {

/// A unified diff with three lines of context; empty for equal texts. `path` names both sides.
std::string unifiedDiff(llvm::StringRef path, llvm::StringRef before, llvm::StringRef after);

}  // namespace cadre::format
