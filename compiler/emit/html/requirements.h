// What a profile requires, with why: takes a profile, writes its requirements by kind and category,
// each with what it means at its level and the lines that put it there.
#pragma once

#include "emit/html/page.h"

namespace cadre::emit::html {

void requirements(Page& page, ProfileId id);

/// The same as a short list of links into the page.
void outline(Page& page, ProfileId id);

}  // namespace cadre::emit::html
