// The diagnostics of `lint` about its own set-up, one typed constant a row of lint.def. What the rules
// find is in lint/rules.def.
#pragma once

#include "diag/kind.h"

namespace cadre::diag {
using llvm::StringRef;
#include "diag/kinds/begin.inc"
#include "diag/kinds/lint.def"
#include "diag/kinds/end.inc"
}  // namespace cadre::diag
