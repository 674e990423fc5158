// Text that is safe to show: takes any bytes, gives UTF-8 without control characters, characters
// that steer the direction of text, or invisible ones; these are written out (`<U+202E>`,
// `<0xFF>`). What a terminal would obey never reaches it. Measures nothing.
#pragma once

#include "support/unicode.h"

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::diag {

/// Appends the code point as itself, or written out where a reader could not see it or a terminal
/// would obey it.
void appendVisible(std::string& out, const unicode::CodePoint& point);

/// All of `text` as appendVisible shows it, on one line.
std::string visible(llvm::StringRef text);

}  // namespace cadre::diag
