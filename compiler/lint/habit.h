// What a framework does nearly everywhere is its habit: said once it helps, said a thousand times it
// hides the rest. Takes counts, gives whether one finding is to stand for all.
#pragma once

#include <cstddef>

namespace cadre::lint {

/// From how many findings on something may be a habit: there are fewer profiles than competencies.
inline constexpr size_t habitOfCompetencies = 10;
inline constexpr size_t habitOfProfiles = 5;

/// Whether what is `found` among so many that were `judged` is the framework's way rather than the slip
/// of some.
[[nodiscard]] constexpr bool isHabit(size_t found, size_t judged, size_t from) {
  return found >= from && found * 2 > judged;
}

}  // namespace cadre::lint
