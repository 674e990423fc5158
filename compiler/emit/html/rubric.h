// What a competency says at a level, as pages show it: takes a competency and a level, finds the
// indicators that stand for it, writes lists.
#pragma once

#include "emit/html/page.h"

namespace cadre::emit::html {

using readable::findAnchor;
using readable::indicatorsAt;

/// What someone at `value` does, with that of the levels below folded in on a cumulative scale.
void indicators(Page& page, const Competency& competency, const LevelValue& value);

/// Evidence, development and interview questions, each under a heading of its own.
void practice(Page& page, const Rubric& rubric, StringRef language);

}  // namespace cadre::emit::html
