// Reads tables as spreadsheets write them: takes the text of a file, gives rows of cells with their
// places. Quotes after RFC 4180, and what people do to them; any end of line, any of the usual
// separators. Judges no cell, drops none, and reports nothing: faults are handed over.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace cadre::import::foreign {

struct CsvCell {
  llvm::StringRef value;  ///< Without quotes; line breaks inside are line feeds.
  uint32_t begin = 0;     ///< Where it stands in the text, with its quotes.
  uint32_t end = 0;
};

/// A quote that is not where quotes belong; the cell holds it as it stands.
struct CsvFault {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool unclosed = false;
};

/// Its cells are views of the text and of `owned`: it moves, and is not copied.
struct CsvTable {
  CsvTable() = default;
  CsvTable(CsvTable&&) = default;
  CsvTable& operator=(CsvTable&&) = default;

  char separator = ',';
  bool namesSeparator = false;  ///< A first line `sep=;` did; it is no row.
  std::vector<std::vector<CsvCell>> rows;
  std::vector<CsvFault> faults;
  size_t width = 0;               ///< Of the longest row, without empty cells at the end.
  std::deque<std::string> owned;  ///< The values that the text does not hold as they are.

  /// More columns than a spreadsheet has, or more cells than anybody looks at.
  [[nodiscard]] bool isTooLarge() const;
  /// The cell, or an empty one outside of the row.
  [[nodiscard]] const CsvCell& at(size_t row, size_t column) const;
};

/// Reads all of `text`, which outlives the table. `separator` 0: what `sep=` says, else the one
/// that fits best.
CsvTable readCsv(llvm::StringRef text, char separator = '\0');

/// Takes the apostrophe off cells in which it keeps a text from being taken for a formula.
void dropGuards(CsvTable& table);

/// `text` as a cell, quoted where it has to be.
std::string csvCell(llvm::StringRef text);

/// `A`, `Z`, `AA`: the name of the column with this index, from 0.
std::string columnLetters(size_t index);

}  // namespace cadre::import::foreign
