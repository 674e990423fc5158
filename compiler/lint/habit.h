// What a framework does nearly everywhere is its habit: said once it helps, said a thousand times it
// hides the rest. For rules that judge competency by competency.
#pragma once

#include <cstddef>

namespace cadre::lint {

struct Habit {
  size_t found = 0;   ///< Findings,
  size_t judged = 0;  ///< among so many things.

  /// Whether the first finding is to stand for all.
  [[nodiscard]] bool isOne() const { return found >= 10 && found * 2 > judged; }
};

}  // namespace cadre::lint
