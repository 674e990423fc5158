// `cadre query`: the way in. Takes a query as written and a view of a checked model, gives the
// answer, or diagnostics at the words that are wrong. Touches nothing else.
#pragma once

#include "query/evaluate.h"
#include "query/parser.h"

#include <optional>

namespace cadre::query {

/// The answer, or nothing after an error. Where it may surprise, that is told too (Severity::Info).
std::optional<Answer> answer(const Query& query, const View& view, Diagnostics& diagnostics);

}  // namespace cadre::query
