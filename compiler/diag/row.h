// One line of a drawing: takes characters at columns and texts, each with a style, gives the line
// with or without ANSI colours. Trailing blanks are never written.
#pragma once

#include "diag/kind.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/raw_ostream.h>

#include <cstdint>
#include <vector>

namespace cadre::diag {

enum class Style : uint8_t {
  Plain,
  Strong,     ///< The message.
  Frame,      ///< Line numbers, bars, arrows.
  Secondary,  ///< Other places.
  Error,
  Warning,
  Info,
};

/// The style of a severity's own marks.
Style styleOf(Severity severity);

class Row {
public:
  /// Sets the ASCII character at `column`. Columns count what was appended as code points, so text
  /// beyond ASCII goes in last.
  void put(size_t column, char c, Style style);
  /// Sets the columns from `begin` up to `end`.
  void fill(size_t begin, size_t end, char c, Style style);
  /// As fill, leaving what is there already.
  void fillBlanks(size_t begin, size_t end, char c, Style style);
  /// Adds blanks up to `column`.
  void padTo(size_t column);
  /// Adds UTF-8 text at the end. It must be fit to be shown (visible.h).
  void append(llvm::StringRef text, Style style = Style::Plain);

  /// Writes the line and its end.
  void print(llvm::raw_ostream& out, bool color) const;

private:
  struct Cell {
    char32_t value = U' ';
    Style style = Style::Plain;
  };
  std::vector<Cell> cells_;
};

}  // namespace cadre::diag
