// Models made by dice: every construct, every optional member there or not, text of every awkward
// sort, drafts and other frameworks here and there, and all of it as the type rules have it. Takes
// a seed, gives the same model each time.
#pragma once

#include "model/model.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cadre::test {

struct RandomOptions {
  uint64_t seed = 0;
  /// Every optional member is there, everything is published, and no text or number comes twice.
  bool everything = false;
};

struct RandomModel {
  model::Model model;
  /// With `everything`: the texts and names that a reader of the model must be able to find.
  std::vector<std::string> said;
  /// With `everything`: the numbers.
  std::vector<double> numbers;
};

[[nodiscard]] RandomModel randomModel(RandomOptions options);

}  // namespace cadre::test
