// From bytes to tokens: takes valid or broken UTF-8, gives tokens and comments in source order and
// reports what is no token. grammar/CadreLexer.g4 is its reference. Knows no grammar.
#pragma once

#include "diag/diagnostics.h"
#include "syntax/token.h"

#include <vector>

namespace cadre::parse {

/// A line, without what ends it.
struct LineRange {
  uint32_t begin = 0;
  uint32_t end = 0;
};

struct Scanned {
  std::vector<syntax::Token> tokens;    ///< Without comments; ends with EndOfFile.
  std::vector<syntax::Token> comments;  ///< `//` up to the end of the line.
  /// Lines with a character or number that was reported and leaves open what the line says; what
  /// else is wrong with their sentences follows from it.
  std::vector<LineRange> damaged;
};

/// Whether `offset` lies on a damaged line.
bool isDamaged(llvm::ArrayRef<LineRange> damaged, uint32_t offset);

/// Reports bytes that no text may hold: invalid UTF-8, control characters, bidirectional controls.
/// At most one finding a line and twenty a file.
/// Whether `text` is something else than UTF-8 as a whole: UTF-16, or no text. Then it is reported,
/// once, and nothing in it is worth reading.
bool isNoText(FileId file, llvm::StringRef text, Diagnostics& diags);

void checkBytes(FileId file, llvm::StringRef text, Diagnostics& diags);

/// Scans `text`. Bytes that checkBytes reports are passed over.
Scanned scan(FileId file, llvm::StringRef text, Diagnostics& diags);

}  // namespace cadre::parse
