// A table of a spreadsheet with its account: takes the text of a file and what the map says about
// it, gives cells, columns and places, and knows of every cell what became of it. A cell whose fate
// nobody decided is left over at the end, never lost.
#pragma once

#include "import/foreign/characters.h"
#include "import/foreign/csv.h"
#include "import/sheets/data.h"

#include <llvm/ADT/MapVector.h>

namespace cadre::import::sheets {

/// Where a cell stands, from 0.
struct At {
  size_t row = 0;
  size_t column = 0;
};

class SheetTable {
public:
  SheetTable(const FileMap& map, const SheetFile& file, Diagnostics& diagnostics);

  [[nodiscard]] const FileMap& map() const { return map_; }
  [[nodiscard]] size_t rows() const { return table_.rows.size(); }
  [[nodiscard]] size_t width() const { return table_.width; }
  /// The row of the header; nothing where there is none.
  [[nodiscard]] std::optional<size_t> header() const { return header_; }
  /// The first row that is data.
  [[nodiscard]] size_t firstRow() const { return firstRow_; }

  [[nodiscard]] StringRef cell(At at) const { return table_.at(at.row, at.column).value; }
  [[nodiscard]] bool isEmpty(At at) const;
  [[nodiscard]] Span span(At at) const;
  /// The header of a column, or its letters.
  [[nodiscard]] std::string columnTitle(size_t column) const;

  /// The column that the map means; nothing when it is not there (reported, in the map).
  std::optional<size_t> find(const ColumnName& name) const;

  // ---- Fates

  enum class Fate : uint8_t { Open, Header, Used, NotRequired, Skipped, Left };
  [[nodiscard]] Fate fate(At at) const { return fates_[at.row * table_.width + at.column]; }
  void settle(At at, Fate fate);
  void skip(At at, StringRef reason);
  /// The cell goes to those that found no place; also when it was used in part.
  void leave(At at, StringRef reason);
  /// All cells of the row that nobody has decided on.
  void leaveRow(size_t row, StringRef reason);
  [[nodiscard]] bool hasOpen(size_t row) const;

  /// The words of a cell on one line, or on its lines; empty where it is empty. Nothing when source
  /// cannot hold it (reported, left over). Otherwise the cell counts as used.
  std::optional<std::string> text(At at, foreign::TextUse use, bool keepLines = false);

  /// Closes the account: what is still open is left over.
  void finish(Data& data);

private:
  void findHeader();
  void reportFaults();

  const FileMap& map_;
  const SheetFile& file_;
  Diagnostics& diagnostics_;
  foreign::CsvTable table_;
  std::optional<size_t> header_;
  size_t firstRow_ = 0;
  std::vector<Fate> fates_;
  std::map<size_t, std::string> reasons_;  ///< By cell: why it was skipped or left.
};

}  // namespace cadre::import::sheets
