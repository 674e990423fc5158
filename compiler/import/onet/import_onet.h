// O*NET: takes its tab-separated tables and what the options say, gives a package with a profile
// for each occupation and the account of what was read. Options: `min-importance`, `release`.
#pragma once

#include "import/importer.h"

namespace cadre::import {

Result importOnet(const Input& input, Diagnostics& diagnostics);

}  // namespace cadre::import
