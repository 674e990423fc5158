// The pages of lint rules, executed: takes the path of a page, gives complaints where its examples or
// its form are not what CONTRIBUTING.md asks of them, and rewrites marks and fixed examples on request.
#pragma once

#include <string>
#include <vector>

namespace cadre::golden {

/// Blocks ```cadre bad``` must fire the rule, with the marks that they carry; ```cadre good``` must not;
/// ```cadre fixed``` is what the fixes make of the bad one above. A block that declares no framework gets
/// one, and bullets alone stand in a level of a competency.
std::vector<std::string> checkRulePage(const std::string& path, bool update);

}  // namespace cadre::golden
