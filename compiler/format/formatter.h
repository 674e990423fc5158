// Source in its one form: takes a file that parsed without errors, gives its text with other white
// space and line breaks. Tokens and comments are copied as their author spelt them, in their order;
// docs/fmt.md says where they go. Never changes what a text means.
#pragma once

#include "syntax/ast.h"

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::format {

/// `source` is the text that `file` was parsed from. Without tokens and comments, an empty text.
std::string format(llvm::StringRef source, const syntax::File& file);

}  // namespace cadre::format
