// What a query names and does not look at: takes a typed query without `all` and its view, tells of
// each declaration named that rows seen with `all` alone lead to (I0841). Changes no answer.
#pragma once

#include "diag/diagnostics.h"
#include "query/typed.h"
#include "query/view.h"

namespace cadre::query {

/// `word` is what the query begins with. Reads the rows once more for each name of what is not seen.
void tellUnseen(const TypedQuery& query, StringRef word, const View& view,
                Diagnostics& diagnostics);

}  // namespace cadre::query
