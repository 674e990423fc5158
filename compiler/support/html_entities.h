// The character references of HTML: takes `&eacute;` or `&#233;`, gives the characters. Numbers
// that name no character that text may hold give U+FFFD. Knows nothing of where references may
// stand.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <optional>
#include <string>

namespace cadre::html {

/// The characters that `reference` (from `&` to `;`) stands for, or nothing when it is none.
std::optional<std::string> findReference(llvm::StringRef reference);

/// The length of the reference that `text` begins with, from `&` to `;`; 0 when there is none.
size_t referenceLength(llvm::StringRef text);

}  // namespace cadre::html
