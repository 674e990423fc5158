// Rewrites the marks of a test: takes its text, gives the same text with a mark for everything that
// is found in it now. The marks change nothing in what the test means.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::golden {

/// `ownName` is the test's file name. Where a finding's line cannot hold a comment, its mark stands
/// on the nearest line below that can, or else above.
std::string updateMarks(llvm::StringRef text, llvm::StringRef ownName);

}  // namespace cadre::golden
