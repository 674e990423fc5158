// Markdown as Cadre reads it (CommonMark through md4c): inline markup everywhere, blocks in text
// blocks. Raw HTML is text, never markup; images, link definitions and targets other than http,
// https, mailto and relative ones stay text. Takes Markdown, gives plain words or safe HTML.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::markdown {

/// What the text may hold.
enum class Scope {
  Inline,  ///< Emphasis, code, links. What would begin a block is text.
  Blocks,  ///< Paragraphs and lists too (a `"""` text).
};

/// The words without the markup. A link keeps its text; a line break in the source is a space, in
/// blocks a hard one a line feed. Blocks are separated by an empty line, the items of a tight list
/// by a line feed. Text without markup comes back as it is, spaces at its ends included.
std::string toPlain(llvm::StringRef markdown, Scope scope);

/// The same as HTML. Inline text comes without a surrounding element. Text and attributes are
/// escaped; the result holds only p, ul, ol, li, em, strong, code, pre, blockquote, br and a.
std::string toHtml(llvm::StringRef markdown, Scope scope);

/// `plain` with a backslash before each character that inline Markdown would read as markup where
/// it stands, so that toPlain gives `plain` back byte for byte. `plain` is one line of UTF-8. A `[`
/// at the start is escaped too, for a bullet would read it as the start of a label.
std::string escape(llvm::StringRef plain);

}  // namespace cadre::markdown
