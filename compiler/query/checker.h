// Whether a query makes sense: takes one as written and a model, gives it typed, with all names
// looked up, or diagnostics at the words that are wrong. One error a cause. Reads no rows.
#pragma once

#include "diag/diagnostics.h"
#include "query/typed.h"

#include <optional>

namespace cadre::query {

/// Nothing after an error. Where an answer may surprise, that is told too (Severity::Info).
std::optional<TypedQuery> check(const Query& query, const View& view, Diagnostics& diagnostics);

}  // namespace cadre::query
