// Looks at one spreadsheet for a guess: takes a table, says which row is its header, what each
// column seems to be, and which of the three shapes it has. Knows nothing of other files but the
// titles that they define, and writes no map.
#pragma once

#include "import/foreign/csv.h"
#include "import/sheets/data.h"
#include "import/sheets/guess.h"
#include "import/sheets/vocabulary.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <set>

namespace cadre::import::sheets {

struct Survey {
  std::string name;
  std::string encoding;
  FileId file;
  foreign::CsvTable table;
  std::optional<size_t> header, groupRow;
  size_t firstRow = 0;
  Shape shape = Shape::Competencies;
  bool profilesInRows = false;
  bool groupRows = false;
  std::map<Role, std::vector<size_t>> columns;
  std::vector<std::pair<LevelWord, size_t>> levels;
  std::vector<size_t> cells;
  std::vector<size_t> fillDown, unused, skipColumns;
  std::vector<std::string> skipRows;
  std::set<size_t> footers;       ///< Rows below the table: a sentence or a note alone.
  std::set<size_t> repeats;       ///< Rows that say the header again.
  std::set<size_t> totals;        ///< Rows that begin with what `skipRows` calls.
  bool splitsCategories = false;  ///< `;` stands between categories of a cell.
  bool isOwn = false;             ///< `--emit csv` wrote it.
  bool isNumeric = false;         ///< Its levels are numbers on a range.
  bool hasOddCells = false;       ///< It is a matrix of words that are not known.
  std::string title;              ///< From a row above the header.
  std::map<std::string, size_t> languages;
  std::vector<Doubt> doubts;

  [[nodiscard]] std::string text(size_t row, size_t column) const {
    return oneLine(table.at(row, column).value);
  }
  [[nodiscard]] std::string head(size_t column) const {
    return header ? text(*header, column) : "";
  }
  /// The header of a column as people see it, or its letters.
  [[nodiscard]] std::string shownHead(size_t column) const;
  [[nodiscard]] bool isLevel(size_t column) const;
  [[nodiscard]] Span span(size_t row, size_t column) const;
  [[nodiscard]] bool isSkippedRow(size_t row) const;
  /// Calls `take` with each text of these columns below the header that a map can hold, and its
  /// place.
  void each(llvm::ArrayRef<size_t> wanted,
            llvm::function_ref<void(const std::string&, Span)> take) const;
};

/// What other files of the call have, folded.
struct Known {
  std::set<std::string> titles;  ///< Of competencies that they define.
  std::set<std::string> levels;  ///< Cells of columns with levels, and of matrices.
  std::set<std::string> sure;    ///< Of those, the cells and heads of columns with levels.
};

Survey survey(const GuessFile& file, const Known& known);

/// Surveys the files of a call; what one defines tells what the cells of the others are.
std::vector<Survey> surveyAll(llvm::ArrayRef<GuessFile> files);

/// Whether a map can hold the text as it is.
bool isPlainText(StringRef text);

}  // namespace cadre::import::sheets
