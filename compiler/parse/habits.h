// What authors write out of habit: takes tokens, recognises what was surely meant, reports it with
// a fix and gives the tokens that should have stood there, so that the rest is understood.
#pragma once

#include "diag/diagnostics.h"
#include "syntax/token.h"

#include <vector>

namespace cadre::parse {

/// `requires X Advanced`: reports the missing `at` and puts one in.
void mendMissingAt(FileId file, llvm::StringRef source, std::vector<syntax::Token>& tokens,
                   Diagnostics& diags);

/// A line that does not parse may hold a misspelt word of the language: where there is one that it
/// surely means, reports it and reads the line as if it stood there. `places` are the indices of
/// the tokens at which the parser stopped.
void mendMisspeltWords(FileId file, llvm::StringRef source, llvm::ArrayRef<size_t> places,
                       std::vector<syntax::Token>& tokens, Diagnostics& diags);

}  // namespace cadre::parse
