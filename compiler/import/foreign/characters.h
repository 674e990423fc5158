// Which characters of foreign texts source cannot hold: takes a code point, gives words for what is
// wrong with it. Changes no text.
#pragma once

#include "support/unicode.h"

#include <string>

namespace cadre::import::foreign {

/// Where a text will stand: bullets have no escapes.
enum class TextUse : uint8_t { Quoted, Bullet };

/// What is wrong with a code point as part of a text (`the control U+0007`), or an empty string.
std::string wrongWith(const unicode::CodePoint& point, TextUse use);

/// The first place in `text` at which something is wrong with a code point; `text.size()` without
/// one.
size_t findWrong(llvm::StringRef text, TextUse use);

}  // namespace cadre::import::foreign
