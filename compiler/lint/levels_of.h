// The levels at which a profile requires its competencies, seen together: takes a profile, says whether
// they are one, the lowest or the highest that the competencies offer. Judges nothing.
#pragma once

#include "model/model.h"

#include <vector>

namespace cadre::lint {

class LevelsOf {
public:
  LevelsOf(const model::Model& model, const model::Profile& profile);

  /// Requirements with a level; 0 where some have none.
  [[nodiscard]] size_t count() const { return count_; }
  /// All at one level of one scale.
  [[nodiscard]] bool isOne() const { return isOne_; }
  /// Each at the lowest level that its competency offers.
  [[nodiscard]] bool isLowest() const { return isLowest_; }
  /// Each at the highest level that its competency offers, of two or more.
  [[nodiscard]] bool isHighest() const { return isHighest_; }

private:
  size_t count_ = 0;
  bool isOne_ = true;
  bool isLowest_ = true;
  bool isHighest_ = true;
};

/// How many profiles require everything at one level.
struct Flatness {
  size_t judged = 0;  ///< Profiles with `from` requirements or more, all with a level.
  size_t one = 0;     ///< Of them, those at one level.
  std::vector<model::ProfileId> flat;  ///< Of these, those not at the lowest or highest level.

  /// Whether levels are most likely grades under another name.
  [[nodiscard]] bool isTheWay() const;
};
[[nodiscard]] Flatness flatnessOf(const model::Model& model, model::ArrayRef<model::ProfileId> profiles, size_t from);

}  // namespace cadre::lint
