// The diagnostics of `sema`, one typed constant a row of sema.def.
#pragma once

#include "diag/kind.h"

namespace cadre::diag {
using llvm::StringRef;
#include "diag/kinds/begin.inc"
#include "diag/kinds/sema.def"
#include "diag/kinds/end.inc"
}  // namespace cadre::diag
