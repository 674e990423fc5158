// Two releases of a framework side by side: takes two documents, gives what has changed. Every difference
// is told by one change or carried by others; equal documents give nothing.
#pragma once

#include "diff/change.h"
#include "diff/document.h"

namespace cadre::diff {

/// `before` and `after` must outlive the result, whose edits point into them.
[[nodiscard]] Difference compare(const Document& before, const Document& after);

}  // namespace cadre::diff
