// The indicators of a framework as one list, and texts as they are compared letter by letter.
#pragma once

#include "lint/context.h"

#include <vector>

namespace cadre::lint {

/// An indicator and where it belongs.
struct Indicator {
  model::CompetencyId competency;
  uint32_t level = 0;  ///< The index in the competency's levels; 0 for one without levels.
  const model::Text* text = nullptr;
};

/// Whether what a competency says still counts: neither retired nor about to be replaced.
[[nodiscard]] bool isLive(const model::Declaration& declaration);

/// The indicators of the framework's own live competencies, in order.
[[nodiscard]] std::vector<Indicator> liveIndicators(Context& context);

/// Puts into `out` what makes two texts the same for a reader: case folded, white space as one space,
/// without the mark that closes the last sentence.
void foldInto(std::string& out, StringRef plain);

}  // namespace cadre::lint
