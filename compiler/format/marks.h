// What the formatter must know of a file's tokens beyond their kinds: takes a tree without errors,
// gives flags for each of its tokens. Says nothing of columns.
#pragma once

#include "syntax/ast.h"

#include <cstdint>
#include <vector>

namespace cadre::format {

/// Flags of a token.
enum Mark : uint8_t {
  BeginsItem = 1,
  BeginsCell = 2,  ///< Where adjacent lines are aligned.
  MayBreak = 4,    ///< A line break that the author put before it stays.
  JoinsAbove = 8,  ///< A `{` whose line is aligned with the lines above it.
};

/// The marks of `file.tokens`, one each.
std::vector<uint8_t> marksOf(const syntax::File& file);

}  // namespace cadre::format
