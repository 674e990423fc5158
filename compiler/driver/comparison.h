// Frameworks of two sides, one beside the other: takes what stands on each side, gives what has changed, with
// what the newer side says of changes (settings, acceptances) heeded. Reports what the version gets wrong.
#pragma once

#include "diff/render.h"
#include "driver/diff_places.h"
#include "driver/side.h"

#include <memory>
#include <vector>

namespace cadre::driver {

/// A framework on both sides, or on one.
struct Couple {
  const SideFramework* before = nullptr;
  const SideFramework* after = nullptr;
};

/// Frameworks by their ids, in the order of `after`; those of `before` alone come last.
/// A single one on each side are a couple, whatever they are called.
[[nodiscard]] std::vector<Couple> coupled(llvm::ArrayRef<SideFramework> before,
                                          llvm::ArrayRef<SideFramework> after);

/// What has changed between two frameworks, which must outlive it: by the settings of the newer package, with
/// what its source accepts. `before` has the id of `after`, or was given it in place of `oldId`.
[[nodiscard]] diff::Comparand compareCouple(const diff::Document& before, const SideFramework& after,
                                            llvm::StringRef oldId = {});

/// The same of a couple; `rekeyed` owns what was made of frameworks that had another id.
[[nodiscard]] diff::Comparand compareCouple(const Couple& couple, std::vector<std::unique_ptr<diff::Document>>& rekeyed);

/// Warns of what the source allows in the release that the newer side is, and what covers nothing.
void reportUnusedAllowances(Context& context, const SideFramework& after, const diff::Difference& difference);

/// Reports a version that announces less than what has changed, or lies below the one before.
void reportVersion(Context& context, const diff::Comparand& comparand, const DiffPlaces& places);

}  // namespace cadre::driver
