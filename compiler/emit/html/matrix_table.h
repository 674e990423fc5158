// The tables of who needs what: takes profiles, gives them in groups small enough for a page, each
// with the competencies that its profiles require.
#pragma once

#include "emit/html/site.h"

#include <vector>

namespace cadre::emit::html {

/// Some profiles, and all competencies that any of them requires.
struct MatrixTable {
  std::vector<ProfileId> profiles;
  std::vector<CompetencyId> competencies;  ///< By category, then in the order of declaration.
};

/// `profiles` in their order, cut so that each table stays small. A profile that requires nothing
/// is left out.
std::vector<MatrixTable> cutTables(const Site& site, ArrayRef<ProfileId> profiles);

}  // namespace cadre::emit::html
