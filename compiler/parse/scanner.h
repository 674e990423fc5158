// From bytes to tokens: takes valid or broken UTF-8, gives tokens and comments in source order and
// reports what is no token. grammar/CadreLexer.g4 is its reference. Knows no grammar.
#pragma once

#include "diag/diagnostics.h"
#include "syntax/token.h"

#include <vector>

namespace cadre::parse {

struct Scanned {
  std::vector<syntax::Token> tokens;    ///< Without comments; ends with EndOfFile.
  std::vector<syntax::Token> comments;  ///< `//` up to the end of the line.
};

/// Reports bytes that no text may hold: invalid UTF-8, control characters, bidirectional controls.
/// At most one finding a line and twenty a file.
void checkBytes(FileId file, llvm::StringRef text, Diagnostics& diags);

/// Scans `text`. Bytes that checkBytes reports are passed over.
Scanned scan(FileId file, llvm::StringRef text, Diagnostics& diags);

}  // namespace cadre::parse
