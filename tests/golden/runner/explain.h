// The pages of `cadre explain`, executed: takes the path of a page, gives complaints where its
// title or its examples are not what docs/diagnostics.md asks of them.
#pragma once

#include <string>
#include <vector>

namespace cadre::golden {

std::vector<std::string> checkPage(const std::string& path);

}  // namespace cadre::golden
