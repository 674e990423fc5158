// The levels at which a profile requires its competencies, seen together: takes a profile, says whether
// they are one, the lowest or the highest that the competencies offer. Judges nothing.
#pragma once

#include "model/model.h"

namespace cadre::lint {

class LevelsOf {
public:
  LevelsOf(const model::Model& model, const model::Profile& profile);

  /// Requirements with a level; 0 where some have none.
  [[nodiscard]] size_t count() const { return count_; }
  /// All at one level of one scale.
  [[nodiscard]] bool isOne() const { return isOne_; }
  /// Each at the lowest (highest) level that its competency offers, of two or more.
  [[nodiscard]] bool isLowest() const { return isLowest_; }
  [[nodiscard]] bool isHighest() const { return isHighest_; }

private:
  size_t count_ = 0;
  bool isOne_ = true;
  bool isLowest_ = true;
  bool isHighest_ = true;
};

}  // namespace cadre::lint
