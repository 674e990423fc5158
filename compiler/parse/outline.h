// Blocks that are drawn by indentation alone: takes the tokens of a file, finds lines that begin a
// block without `{`, reports each once, and puts in the braces that are missing.
#pragma once

#include "diag/diagnostics.h"
#include "syntax/token.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <vector>

namespace cadre::parse {

/// `level Advanced`, and below it bullets that stand deeper: the level needs its indicators in
/// braces. Also `level Advanced:`, `level Advanced (` and one `{` too many. Findings of the scanner
/// at marks that were read as braces are taken out of `diags`. Lines are no part of the meaning:
/// where `meansSomething` says that the tokens can be read as they stand, they stay.
void closeOutline(FileId file, llvm::StringRef text, std::vector<syntax::Token>& tokens,
                  Diagnostics& diags, llvm::function_ref<bool()> meansSomething);

}  // namespace cadre::parse
