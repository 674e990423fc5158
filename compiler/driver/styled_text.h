// Text for people on a terminal: takes words with code in backticks, gives lines that fit, coloured
// where colour is wanted. Without colour the text is as it was written. Knows no diagnostics.
#pragma once

#include "diag/row.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/raw_ostream.h>

#include <string>

namespace cadre::driver {

/// Columns that prose is broken at.
inline constexpr size_t textWidth = 96;
/// Columns that pages are broken at, unless the terminal is narrower.
inline constexpr size_t pageWidth = 80;

/// `1 file`, `3 files`
std::string countOf(size_t count, llvm::StringRef thing);

/// Prints `text` as a paragraph whose first line begins with `lead` and whose others are indented
/// as far. With colour, what stands in backticks has the style of code, and the backticks go.
void printParagraph(llvm::raw_ostream& out, llvm::StringRef lead, llvm::StringRef text, bool color,
                    diag::Style style = diag::Style::Plain, size_t width = textWidth);

/// Prints a page of Markdown: paragraphs and items of lists broken at `width` columns, without
/// marks of emphasis; headings and fences as they stand, or dressed for a terminal where colour is
/// wanted.
void printPage(llvm::raw_ostream& out, llvm::StringRef page, bool color, size_t width = pageWidth);

}  // namespace cadre::driver
