// Markdown as Cadre reads it (CommonMark through md4c): inline markup everywhere, blocks in text
// blocks. Raw HTML is text, never markup; images and targets other than http, https, mailto and
// relative ones stay text. Takes Markdown, gives plain words or safe HTML.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::markdown {

/// What the text may hold.
enum class Scope {
  Inline,  ///< Emphasis, code, links. What would begin a block is text.
  Blocks,  ///< Paragraphs and lists too (a `"""` text).
};

/// The words without the markup. Paragraphs and list items are separated by a line feed; a link
/// keeps its text.
std::string toPlain(llvm::StringRef markdown, Scope scope);

/// The same as HTML. Inline text comes without a surrounding element. Text and attributes are
/// escaped; the result holds only p, ul, ol, li, em, strong, code, pre, blockquote, br and a.
std::string toHtml(llvm::StringRef markdown, Scope scope);

/// `plain` with a backslash before each character that inline Markdown would read as markup, so
/// that toPlain gives `plain` back byte for byte. `plain` is one line.
std::string escape(llvm::StringRef plain);

}  // namespace cadre::markdown
