// The same source in another shape: takes a file that parses, gives its tokens and comments in
// their order with other white space, other line breaks and more comments between them. The tree
// stays the same.
#pragma once

#include "golden/runner/dice.h"
#include "syntax/ast.h"

#include <string>

namespace cadre::golden {

std::string scramble(llvm::StringRef source, const syntax::File& tree, Dice dice);

}  // namespace cadre::golden
