// One finding a line: takes what the steps of the parser found in a file, gives the findings that
// an author should see, and the lines that were not understood as they stand. Finds nothing itself.
#pragma once

#include "diag/diagnostics.h"
#include "syntax/ast.h"

#include <vector>

namespace cadre::parse {

/// Leaves of the syntax errors of a line the one that explains it best: one of `mended`, whose
/// meaning is known, else the first. Errors inside of texts and bullets are causes of their own.
/// Appends the lines to `faults`, in source order.
Diagnostics oneALine(llvm::StringRef source, Diagnostics&& mended, Diagnostics&& others,
                     std::vector<syntax::Fault>& faults);

}  // namespace cadre::parse
