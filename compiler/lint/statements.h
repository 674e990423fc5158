// The indicators of a framework as one list, and texts as they are compared letter by letter. Takes
// the model, gives views into it.
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

/// What a term is known by: case folded, marks left out, its words in the singular where the language
/// is known.
class TermFolder {
public:
  explicit TermFolder(prose::Lexicon* lexicon) : lexicon_(lexicon) {}
  /// Good until the next call.
  StringRef fold(StringRef term);

private:
  prose::Lexicon* lexicon_;
  prose::Text text_;
  std::string spaced_;
  std::string out_;
};

}  // namespace cadre::lint
