// The words for levels, in several languages: takes the text of a header or a cell, says which
// level it could be and where that stands among others. Knows no tables.
#pragma once

#include "import/sheets/map.h"

#include <optional>

namespace cadre::import::sheets {

/// A level as a header or a cell writes it.
struct LevelWord {
  std::string title;
  std::optional<int> number;  ///< `Level 2`, `2 - Basic`
  int rank = 0;               ///< Of words that are known; 0 for others.
};

/// How sure a word is to be a level; levels.def says what each is.
enum class LevelSort : uint8_t { Level, Ladder, Degree, Colour };

/// Reads `text` as the name of a level: `Level 2`, `L2`, `2 – Basic`, `Advanced`.
std::optional<LevelWord> readLevelWord(StringRef text);

/// The same where a level is looked for: also `2 - Some words`, `Senior`, `High`.
std::optional<LevelWord> readAnyLevel(StringRef text);

/// What sort of word for a level `folded` is; nothing for others.
std::optional<LevelSort> levelSortOf(StringRef folded);

/// The rank of a word for a level of any sort; 0 for others.
int levelRankOf(StringRef folded);

}  // namespace cadre::import::sheets
