// What spreadsheets say once they are read: competencies, profiles and what these require, merged
// over all files, and the cells that found no place. Plain values; makes no source and reads
// nothing.
#pragma once

#include "import/sheets/map.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cadre::import::sheets {

/// A text and the cell that said it first.
struct Said {
  std::string text;
  Span span;
};

/// A category or family; its parent stands before it.
struct Group {
  std::string title;
  std::optional<size_t> parent;
  Span span;  ///< Of the cell that said it first.
};

struct LevelTexts {
  std::string level;  ///< As source writes it.
  std::vector<std::string> indicators;
};

struct Competency {
  Said title, code, about, kind;
  std::vector<size_t> categories;
  std::vector<std::string> keywords;
  std::vector<LevelTexts> levels;
  std::vector<std::string> indicators;  ///< Without a level.
};

struct Requirement {
  size_t competency = 0;
  std::string level;  ///< Empty without a scale.
  std::string importance, weight, because;
  Span span;
};

struct Profile {
  Said title, code, about, family;
  std::optional<size_t> familyIndex;
  std::vector<Requirement> requirements;
};

/// A cell that no source holds.
struct LeftOver {
  std::string file;
  size_t row = 0;  ///< From 1, as a spreadsheet counts.
  std::string column;
  std::string reason;
  std::string cell;
};

/// What became of the cells of a file; `cells` is the sum of all others.
struct Account {
  std::string file;
  size_t cells = 0;
  size_t headers = 0;
  size_t used = 0;
  size_t notRequired = 0;
  std::vector<std::pair<std::string, size_t>> skipped;   ///< Because the map says so.
  std::vector<std::pair<std::string, size_t>> leftOver;  ///< By reason.
};

struct Data {
  std::vector<Competency> competencies;
  std::vector<Profile> profiles;
  std::vector<Group> categories;
  std::vector<Group> families;
  std::vector<LeftOver> leftOver;
  std::vector<Account> accounts;
  size_t percentWeights = 0;  ///< Weights such as `40%`, read as `40`.
};

/// A table of the call, decoded.
struct SheetFile {
  std::string name;
  FileId file;
  StringRef text;
};

/// Reads `files` as `map` says; each has its `[[file]]`. What the map says of tables that are not
/// so is an error at its place in the map, what cells say and cannot be understood a warning.
Data readSheets(const Map& map, llvm::ArrayRef<SheetFile> files, Diagnostics& diagnostics);

}  // namespace cadre::import::sheets
