// A package of Cadre source from the tables of O*NET: takes checked records, gives files that a
// person can read. Decides names, files and the order of things; judges no data.
#pragma once

#include "import/onet/tables.h"

namespace cadre::import::onet {

/// What the options say, as written.
struct Settings {
  StringRef release;
  StringRef minImportance;
};

/// The files of the package. Adds to `summary` what it holds.
std::vector<PackageFile> makePackage(const Tables& tables, const Settings& settings,
                                     Summary& summary, Diagnostics& diagnostics);

}  // namespace cadre::import::onet
