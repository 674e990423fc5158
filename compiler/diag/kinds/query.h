// The diagnostics of `query`, one typed constant a row of query.def. Only the phase itself includes
// this, so that a new sentence recompiles no other.
#pragma once

#include "diag/kind.h"

namespace cadre::diag {
using llvm::StringRef;
#include "diag/kinds/begin.inc"
#include "diag/kinds/query.def"
#include "diag/kinds/end.inc"
}  // namespace cadre::diag
