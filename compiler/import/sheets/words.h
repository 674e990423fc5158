// Words in cells: takes a cell's text, says which level or importance it gives, or which items a
// list in it has. Knows the map, no table.
#pragma once

#include "import/sheets/map.h"

namespace cadre::import::sheets {

/// What the cell of a requirement says.
struct Need {
  bool isRequired = true;
  std::string level;       ///< Empty: it says none.
  std::string importance;  ///< Empty: it says none.
};

/// Reads `text` as a level, an importance, or one and the other (`3 E`, `Advanced / desired`).
/// Nothing for what neither the language nor the map explains.
std::optional<Need> readNeed(StringRef text, const Map& map);

/// The importance that a word stands for, or nothing.
std::optional<std::string> readImportance(StringRef word, const Map& map);

/// The built-in kind that a word stands for, or nothing.
std::optional<std::string> readKind(StringRef word, const Map& map);

/// A cross, a tick or a dot: had, and nothing more.
bool isMark(StringRef text);

/// The items of a list in a cell, without bullets and numbers in front. `separators` are texts.
std::vector<std::string> splitItems(StringRef text, llvm::ArrayRef<std::string> separators);

}  // namespace cadre::import::sheets
