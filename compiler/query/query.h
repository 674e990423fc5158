// `cadre query`: the one way in. Takes the text of a query and a checked model, gives the answer,
// or diagnostics at the words that are wrong. Touches nothing else.
#pragma once

#include "query/checker.h"
#include "query/evaluate.h"
#include "query/parser.h"

namespace cadre::query {

/// Reports what the author of a query should know of its answer.
void tellOf(const Answer& answer, const View& view, Diagnostics& diagnostics);

}  // namespace cadre::query
