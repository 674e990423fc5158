// Writes a proposed map: takes what a guess has found, gives TOML with comments that a person can
// mend. Guesses nothing: what is in doubt is marked with CHECK, what has no meaning stays a
// comment.
#pragma once

#include "import/sheets/survey.h"

namespace cadre::import::sheets {

/// The scale that the words of the cells seem to be on: levels, lowest first, or a range.
struct GuessedScale {
  std::vector<LevelWord> levels;
  bool hasRange = false;
  double low = 0;
  double lowest = 0;  ///< That occurs.
  double high = 0;
  double highest = 0;  ///< That occurs.

  [[nodiscard]] bool isThere() const { return hasRange || !levels.empty(); }
};

/// All that a proposed map says.
struct Findings {
  std::vector<Survey> files;
  std::vector<Doubt> doubts;
  GuessedScale scale;
  /// The lines of the tables of words, as TOML.
  std::vector<std::string> values, importance, kinds;
};

std::string writeMap(const Findings& found);

/// A text as TOML writes it.
std::string quoted(StringRef text);

}  // namespace cadre::import::sheets
