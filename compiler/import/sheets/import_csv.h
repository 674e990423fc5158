// Spreadsheets as CSV: takes tables in any encoding and a map of what they mean, gives a package
// and the account of their cells; without a map, proposes one. Options: `map`, `guess`.
#pragma once

#include "import/importer.h"

namespace cadre::import {

Result importCsv(const Input& input, Diagnostics& diagnostics);

}  // namespace cadre::import
