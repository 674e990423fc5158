// What holds of the reasons for every requirement of a test without errors: takes a checked test,
// gives complaints.
#pragma once

#include "golden/runner/workspace.h"

#include <string>
#include <vector>

namespace cadre::golden {

/// The line that is said to decide a level or an importance says what is required in effect, and
/// every pair of a profile and a competency has an explanation.
std::vector<std::string> checkReasons(const Workspace& workspace);

}  // namespace cadre::golden
