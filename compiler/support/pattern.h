// Regular expressions that authors write, in time linear to the text (RE2): takes a pattern, gives
// a matcher or what is wrong with it.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre {

/// Whether all of `text` matches `pattern` (RE2 syntax). `error`, when given, is set to what is
/// wrong with the pattern, or cleared; a wrong pattern matches nothing.
bool matchesWhole(llvm::StringRef pattern, llvm::StringRef text, std::string* error = nullptr);

}  // namespace cadre
