// Pairs the braces of a file before it is parsed: takes tokens, gives tokens whose braces match.
// A brace that was never closed is reported where it was opened, and closed where the indentation
// says that it was meant to end; one that closes nothing is reported and left out.
#pragma once

#include "diag/diagnostics.h"
#include "syntax/token.h"

#include <vector>

namespace cadre::parse {

/// Makes the braces of `tokens` match, with as few findings as there are causes. Tokens that are
/// put in have no width.
void matchBraces(FileId file, llvm::StringRef text, std::vector<syntax::Token>& tokens,
                 Diagnostics& diags);

}  // namespace cadre::parse
