// Careers as steps from one profile to the next: takes the paths of a framework, gives each step once
// and who can come to whom. Judges nothing: rules do.
#pragma once

#include "model/model.h"

#include <vector>

namespace cadre::lint {

struct Step {
  model::ProfileId from;
  model::ProfileId to;
  model::PathId path;  ///< The first path of this framework that takes it.
};

/// The steps of this framework's paths, each once, in the order of the source; without those that
/// begin or end in a retired profile.
[[nodiscard]] std::vector<Step> stepsOf(const model::Model& model);

/// Who comes after whom, over any number of steps.
class Careers {
public:
  explicit Careers(const model::Model& model);
  /// Whether a career leads from one of them to the other.
  [[nodiscard]] bool join(model::ProfileId a, model::ProfileId b) const;

private:
  [[nodiscard]] bool reaches(model::ProfileId from, model::ProfileId to) const;

  std::vector<std::vector<model::ProfileId>> next_;  ///< By profile; empty without any step.
};

}  // namespace cadre::lint
