// Text as JSON: takes any bytes, gives a JSON string in UTF-8 that a terminal can show. Writes no
// structure.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::diag {

/// A JSON string. What a terminal could obey is escaped, and bytes that are no UTF-8 become U+FFFD.
std::string quoteJson(llvm::StringRef text);

}  // namespace cadre::diag
