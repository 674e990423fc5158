// Things that say nearly the same, as groups: takes pairs, gives what to report. Few are told one by
// one, each at the later place; of many, the last one stands for all.
#pragma once

#include "lint/context.h"
#include "prose/similar.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <vector>

namespace cadre::lint {

struct Alike {
  uint32_t later = 0;
  /// The other ones, in order: all of a group, or the most similar one.
  std::vector<uint32_t> earlier;
};

/// What to report of pairs (first < second), ordered by `later`.
std::vector<Alike> groupAlike(ArrayRef<prose::Pair> pairs, size_t count);

/// Whether two texts differ only in words that the titles differ in too, so that they are two of a
/// kind (`Repairs pumps …`, `Repairs motors …`) and not one thing said twice.
bool areParallel(ArrayRef<uint32_t> text, ArrayRef<uint32_t> title, ArrayRef<uint32_t> otherText,
                 ArrayRef<uint32_t> otherTitle);

}  // namespace cadre::lint
