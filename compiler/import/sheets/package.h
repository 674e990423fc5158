// Makes a package of what spreadsheets say: takes the data as read, gives files of readable source,
// and the list of cells that found no place. Names everything; decides nothing about contents.
#pragma once

#include "import/importer.h"
#include "import/sheets/data.h"

namespace cadre::import::sheets {

/// The files of the package; `summary` gets their account.
std::vector<PackageFile> makePackage(const Map& map, const Data& data, Summary& summary,
                                     Diagnostics& diagnostics);

}  // namespace cadre::import::sheets
