// Prints trees as source: takes items as importers make them (no comments, nothing broken), gives
// text that parses to the same items, an item a line. The formatter then gives it the one form:
// columns aligned, long bullets broken.
#pragma once

#include "syntax/ast.h"

#include <llvm/ADT/ArrayRef.h>

#include <string>

namespace cadre::format {

/// The items as a file: each ends in a line feed, and a blank line sets off what has a block and
/// what is of another kind than the line before. Without items, an empty text.
std::string print(llvm::ArrayRef<const syntax::Item*> items);

}  // namespace cadre::format
