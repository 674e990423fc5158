// Makes Markdown that Cadre reads as text harmless before the parser sees it: images, links whose
// target is refused, and link definitions. Takes Markdown and a byte that does not occur in it,
// gives the same text with that byte between the characters that would have been markup.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::markdown {

/// The characters that a backslash takes the meaning from: all of ASCII's punctuation.
bool isPunctuation(char c);

/// True for http, https, mailto and relative targets. Whatever a browser would ignore while it
/// reads the scheme is ignored here too.
bool isAllowedTarget(llvm::StringRef target);

/// `text` with `guard` wherever markup that stays text would begin. Taking every `guard` out of the
/// result gives `text` again.
std::string shield(llvm::StringRef text, char guard);

}  // namespace cadre::markdown
