// A table on a terminal: takes cells of plain text, gives aligned lines no wider than asked, by
// what a terminal shows and not by bytes. Cells that are too long are broken at blanks. Knows
// nothing of what is in them.
#pragma once

#include "diag/row.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/raw_ostream.h>

#include <string>
#include <vector>

namespace cadre::driver {

/// How many columns of a terminal the text takes.
[[nodiscard]] size_t widthOf(llvm::StringRef text);

class TextTable {
public:
  /// The first row is the head.
  explicit TextTable(std::vector<std::string> head);

  /// As many cells as the head has.
  void row(std::vector<std::string> cells, diag::Style style = diag::Style::Plain);
  /// A line over the whole width.
  void heading(std::string text);

  /// Columns that no row fills are left out.
  void print(llvm::raw_ostream& out, bool color, size_t width) const;

private:
  struct Line {
    std::vector<std::string> cells;
    diag::Style style = diag::Style::Plain;
    bool isHeading = false;
  };
  [[nodiscard]] std::vector<size_t> widths(size_t room) const;
  static void print(const Line& line, const std::vector<size_t>& widths, llvm::raw_ostream& out,
                    bool color);

  std::vector<Line> lines_;
};

/// The text in lines of at most `width` columns, broken at blanks and, where a word is longer than
/// that, inside of it.
[[nodiscard]] std::vector<std::string> brokenAt(llvm::StringRef text, size_t width);

}  // namespace cadre::driver
