// A tab-separated table with its account: reads cells as what they must be (a text, a number, a
// code, a yes or no), reports those that are not, and counts what is left out and why.
#pragma once

#include "import/foreign/characters.h"
#include "import/foreign/tsv.h"

#include <llvm/ADT/MapVector.h>

#include <optional>

namespace cadre::import::foreign {

/// `3 rows`, `1 row`.
std::string counted(size_t number, llvm::StringRef one);

class Table {
public:
  Table(const InputFile& file, llvm::ArrayRef<llvm::StringRef> columns, Diagnostics& diagnostics)
      : reader_(file, columns, diagnostics), diagnostics_(diagnostics) {}

  bool next() { return reader_.next(); }
  [[nodiscard]] llvm::StringRef cell(size_t column) const { return reader_.cell(column); }
  [[nodiscard]] Span span(size_t column) const { return reader_.span(column); }
  [[nodiscard]] Diagnostics& diagnostics() const { return diagnostics_; }
  [[nodiscard]] llvm::StringRef name() const { return reader_.file().name; }

  /// The words of a cell without the white space around them; empty when the cell was reported.
  llvm::StringRef text(size_t column, TextUse use = TextUse::Quoted);
  /// The same, of a cell that may be empty.
  llvm::StringRef optionalText(size_t column, TextUse use = TextUse::Quoted);

  /// The value of a number's cell, or nothing when the cell was reported.
  std::optional<double> number(size_t column);

  /// `Y` is true; `N`, `n/a` and an empty cell are false. Others are reported and count as false.
  bool flag(size_t column);

  /// Counts rows that are not used.
  void leaveOut(llvm::StringRef reason, size_t rows = 1);

  /// Closes the account: all rows that were not left out were used.
  void finish(Summary& summary);

private:
  bool checkText(size_t column, llvm::StringRef text, TextUse use);

  TsvReader reader_;
  Diagnostics& diagnostics_;
  llvm::MapVector<llvm::StringRef, size_t> leftOut_;
  size_t leftOutRows_ = 0;
  size_t trimmed_ = 0;
  Span firstTrimmed_;
};

}  // namespace cadre::import::foreign
