// The map of `cadre import csv`: what the columns, rows and cells of spreadsheets mean. Takes the
// TOML file that a person wrote or that a guess proposed, gives what it says, and reports at its
// place what it gets wrong. Looks at no table: whether a column exists is found out when one is
// read.
#pragma once

#include "diag/diagnostics.h"
#include "source/source_manager.h"

#include <llvm/ADT/ArrayRef.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cadre::import::sheets {

using llvm::StringRef;

enum class Shape : uint8_t { Competencies, Matrix, List };

enum class Role : uint8_t {
#define ROLE(id, key, text) id,
#include "import/sheets/roles.def"
};

/// The key of a role in the map.
StringRef keyOf(Role role);
llvm::ArrayRef<StringRef> roleKeys();

/// A column as the map names it: by its header, by a letter, or by a number from 1.
struct ColumnName {
  std::string text;
  bool isNumber = false;
  Span span;
};

struct LevelInfo {
  std::string name;  ///< As source writes it.
  std::string title;
};

/// The scale of all competencies: named levels, or a range of numbers. Neither: no scale.
struct ScaleInfo {
  std::string name = "Proficiency";
  std::string title = "Proficiency";
  bool cumulative = false;
  std::vector<LevelInfo> levels;
  std::string low, high;  ///< Empty without a range.

  [[nodiscard]] bool isNumeric() const { return !low.empty(); }
  [[nodiscard]] bool isThere() const { return isNumeric() || !levels.empty(); }
  /// What source calls the level that `word` means: its name or title in any case, or a number in
  /// the range, with a point or a comma. Nothing for another word.
  [[nodiscard]] std::optional<std::string> find(StringRef word) const;
};

/// What a word in a cell means.
struct Meaning {
  enum What : uint8_t { Level, Required, NotRequired } what = Level;
  std::string level;
  Span span;                    ///< Of the word.
  mutable bool isSaid = false;  ///< Some cell says it.
};

/// A row as the map names it: by the text of its first cell.
struct RowName {
  std::string text;  ///< Folded.
  Span span;
};

struct LevelColumn {
  std::string level;  ///< As source writes it.
  ColumnName column;
};

struct FileMap {
  std::string name;
  Span span;
  Shape shape = Shape::Competencies;
  std::string encoding;
  Span encodingSpan;
  char separator = '\0';
  std::optional<uint32_t> header;  ///< Row from 1; 0: there is none.
  Span headerSpan;
  std::optional<uint32_t> groupRow;  ///< The row that says the group of each column.
  Span groupRowSpan;
  bool profilesInRows = false;
  bool groupRows = false;  ///< A row with nothing but its title begins a group.
  std::map<Role, std::vector<ColumnName>> columns;
  std::vector<LevelColumn> levels;
  std::vector<ColumnName> fillDown;
  std::vector<ColumnName> skipColumns;
  std::vector<ColumnName> cells;  ///< Of a matrix; empty: the columns that nothing else names.
  std::vector<uint32_t> skipRows;
  std::vector<RowName> skipRowsCalled;
  std::map<Role, std::string> fixed;
  std::map<Role, std::vector<std::string>> split;
};

struct Map {
  std::string id, title, version, language;
  ScaleInfo scale;
  std::map<std::string, Meaning> values;          ///< By folded word.
  std::map<std::string, std::string> kinds;       ///< By folded word, the built-in kind.
  std::map<std::string, std::string> importance;  ///< By folded word, the word of the language.
  std::vector<FileMap> files;
};

/// Reads the map `file`. What it could not understand is reported as an error.
Map parseMap(const SourceManager& sources, FileId file, Diagnostics& diagnostics);

/// The form in which words are compared: without case, odd spaces and spaces in a row.
std::string fold(StringRef text);

/// White space of any kind around `text` and in a row becomes nothing and one space.
std::string oneLine(StringRef text);

}  // namespace cadre::import::sheets
