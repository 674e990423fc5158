// The diagnostics of `session`, one typed constant a row of session.def.
#pragma once

#include "diag/kind.h"

namespace cadre::diag {
using llvm::StringRef;
#include "diag/kinds/begin.inc"
#include "diag/kinds/session.def"
#include "diag/kinds/end.inc"
}  // namespace cadre::diag
