// Reads tab-separated tables by the names of their columns, never by position. Takes a file's bytes
// (LF or CRLF, a BOM or none, no quoting: a cell is what stands between tabs), gives cells and
// their places. A row that does not fit the header is reported and passed over.
#pragma once

#include "import/importer.h"

#include <llvm/ADT/SmallVector.h>

namespace cadre::import::foreign {

class TsvReader {
public:
  /// Reads the header and looks up `columns`; what is missing is reported. `file` and its bytes
  /// must outlive the reader.
  TsvReader(const InputFile& file, llvm::ArrayRef<llvm::StringRef> columns,
            Diagnostics& diagnostics);

  /// Goes to the next row that fits the header. False at the end, and when a column is missing.
  bool next();

  /// The cell of the row in the column that was given as number `column`.
  [[nodiscard]] llvm::StringRef cell(size_t column) const { return cells_[places_[column]]; }
  [[nodiscard]] llvm::StringRef columnName(size_t column) const { return columns_[column]; }
  [[nodiscard]] Span span(size_t column) const { return spanOf(cell(column)); }
  /// The place of `part`, a part of the file's bytes.
  [[nodiscard]] Span spanOf(llvm::StringRef part) const;

  /// The rows so far, with those that were passed over.
  [[nodiscard]] size_t rows() const { return rows_; }
  [[nodiscard]] const InputFile& file() const { return file_; }

private:
  void readHeader();
  void findColumns();
  /// Takes the next line off `rest_`, without its end.
  llvm::StringRef takeLine();

  const InputFile& file_;
  llvm::ArrayRef<llvm::StringRef> columns_;
  Diagnostics& diagnostics_;
  llvm::StringRef rest_;
  llvm::StringRef headerLine_;
  llvm::SmallVector<llvm::StringRef, 16> header_;
  llvm::SmallVector<size_t, 16> places_;  ///< Of each asked-for column, its number in the header.
  llvm::SmallVector<llvm::StringRef, 16> cells_;
  size_t rows_ = 0;
};

}  // namespace cadre::import::foreign
