// The pages of a site: takes what the site knows, gives the bytes of each page. One file for each
// sort of page.
#pragma once

#include "emit/html/site.h"

#include <string>
#include <utility>
#include <vector>

namespace cadre::emit::html {

std::string startPage(const Site& site);
std::string profilePage(const Site& site, ProfileId id);
std::string competencyPage(const Site& site, CompetencyId id);

/// What has changed since an older release; of a site that knows it.
std::string changesPage(const Site& site);

/// Paths from the site's root, and pages. `matrix.html` is the table of all profiles and what they
/// require; where that would be too large, it lists the tables of the families.
std::vector<std::pair<std::string, std::string>> matrixPages(const Site& site);

}  // namespace cadre::emit::html
