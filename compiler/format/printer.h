// Prints trees as source in the one form that Cadre has: two spaces a level, an item a line, at
// most 100 columns where prose lets a line end. Takes items as importers make them (no comments,
// nothing broken), gives text that parses to the same items.
#pragma once

#include "syntax/ast.h"

#include <llvm/ADT/ArrayRef.h>

#include <string>

namespace cadre::format {

/// The columns that a line may have.
inline constexpr int lineWidth = 100;

/// The items as a file: each ends in a line feed, and a blank line sets off what has a block and
/// what is of another kind than the line before. Without items, an empty text.
std::string print(llvm::ArrayRef<const syntax::Item*> items);

}  // namespace cadre::format
