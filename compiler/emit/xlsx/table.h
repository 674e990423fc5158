// A table with a head, filters and a first column that stays in view: takes rows, cell after cell,
// and goes on on another sheet where one is full. Knows nothing of what it shows.
#pragma once

#include "emit/xlsx/workbook.h"

#include <vector>

namespace cadre::emit::xlsx {

struct Column {
  std::string title;
  double width = 16;
};

/// Whether the first sheet of a table has exactly its name.
enum class Naming { Free, Fixed };

class Table {
public:
  Table(Workbook& workbook, StringRef name, Naming naming, std::vector<Column> columns);

  /// Begins a row, about the declaration with this key.
  void row(StringRef key);
  void text(StringRef text, Look look = looks::text);
  void number(double number, Look look = looks::plain);
  void skip() { ++column_; }
  /// On the cell that was written last.
  void note(StringRef text);
  /// Ends the table. Gives the names of its sheets.
  std::vector<std::string> finish();

private:
  void begin(Sheet sheet);
  void finishSheet();
  /// Whether the sheet has the column.
  [[nodiscard]] bool isThere(uint32_t column) const { return column < workbook_.limits().columns; }

  Workbook& workbook_;
  std::string name_;
  std::vector<Column> columns_;
  std::vector<Sheet> sheets_;
  uint32_t row_ = 0;
  uint32_t column_ = 0;
};

}  // namespace cadre::emit::xlsx
