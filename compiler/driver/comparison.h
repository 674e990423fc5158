// Frameworks of two sides, one beside the other: takes what stands on each side, gives what has changed, with
// what the newer side says of changes (settings, acceptances) heeded. Reports what the version gets wrong.
#pragma once

#include "diff/render.h"
#include "driver/diff_places.h"
#include "driver/side.h"

#include <vector>

namespace cadre::driver {

/// A framework on both sides, or on one.
struct Couple {
  const SideFramework* before = nullptr;
  const SideFramework* after = nullptr;
};

/// Frameworks by their ids, in the order of `after`; those of `before` alone come last.
[[nodiscard]] std::vector<Couple> coupleById(llvm::ArrayRef<SideFramework> before,
                                             llvm::ArrayRef<SideFramework> after);

/// What has changed between two frameworks, which must outlive it: by the settings of the newer package, with
/// what its source accepts. `before` has the id of `after`, or was given it in place of `oldId`.
[[nodiscard]] diff::Comparand compareCouple(const diff::Document& before, const SideFramework& after,
                                            llvm::StringRef oldId = {});

/// Reports a version that announces less than what has changed, or lies below the one before.
void reportVersion(Context& context, const diff::Comparand& comparand, const DiffPlaces& places);

}  // namespace cadre::driver
