// Two releases of a framework side by side: takes two documents, gives what has changed. Every difference
// is told by one change or carried by others; equal documents give nothing.
#pragma once

#include "diff/change.h"
#include "diff/document.h"

namespace cadre::diff {

/// What the framework of a document calls itself.
[[nodiscard]] Release releaseOf(const Document& document);

/// `before` and `after` must outlive the result, whose edits point into them. The two frameworks have one id, or
/// `before` is Document::withId of another one, which had the id `oldId`.
[[nodiscard]] Difference compare(const Document& before, const Document& after, StringRef oldId = {});

}  // namespace cadre::diff
