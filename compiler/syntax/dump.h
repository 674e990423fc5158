// The tree of a file as text, for tests and for comparing two trees: takes a file, gives one line
// an item, indented, without places. Equal trees give equal texts.
#pragma once

#include "syntax/ast.h"

#include <string>

namespace cadre::syntax {

[[nodiscard]] std::string dump(const File& file);

}  // namespace cadre::syntax
