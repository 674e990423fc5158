// Lines of text with cells, aligned: takes lines one after the other, gives a text in which the
// cells of rows that stand directly below each other begin in the same column, and so do the
// comments behind them. Knows nothing of the language.
#pragma once

#include "format/text.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <string>
#include <vector>

namespace cadre::format {

/// How a line stands to its neighbours.
enum class LineKind : uint8_t {
  Row,      ///< Aligned with the rows above and below.
  Opening,  ///< The last row: its last cell counts for the columns, and stays where it is.
  Alone,    ///< Aligned with nothing.
};

class Layout {
public:
  explicit Layout(size_t expected) { out_.reserve(expected); }

  /// Begins a line, indented by `indent` spaces. What was open must have been ended.
  void begin(size_t indent);
  void add(llvm::StringRef text) { text_ += text; }
  /// The text from here on is the line's next cell. A space is put before it.
  void cell();
  /// A comment at the end of the line.
  void comment(llvm::StringRef text) { comment_ = text; }
  void end(LineKind kind);
  void blankLine();
  /// The next row begins anew.
  void separate();

  /// Columns of the open line, its cells one space apart.
  [[nodiscard]] size_t width() const { return indent_ + columns(current()); }
  [[nodiscard]] bool hasText() const { return text_.size() > lineBegin_; }

  std::string take();

private:
  struct Cell {
    size_t end;  ///< In text_, without the space behind it.
    size_t width;
    size_t padding;
  };
  struct Row {
    size_t begin;  ///< In text_.
    size_t end;
    size_t firstCell;  ///< In cells_.
    size_t cellCount;  ///< Without the last one, which is never padded.
    size_t width;      ///< With the padding.
    llvm::StringRef comment;
    bool isOpening;
    bool overflows = false;  ///< A cell was left out of its column.
  };

  [[nodiscard]] llvm::StringRef current() const {
    return llvm::StringRef(text_).drop_front(lineBegin_);
  }
  void endAlone();
  void flush();
  void alignCells();
  void alignColumn(size_t first, size_t last, size_t column);
  void alignComments();
  void write(const Row& row);

  std::string out_;
  std::string text_;  ///< Of the rows that wait, and of the open line.
  std::vector<Row> rows_;
  std::vector<Cell> cells_;
  size_t rowIndent_ = 0;
  size_t indent_ = 0;
  size_t lineBegin_ = 0;
  size_t cellBegin_ = 0;
  size_t firstCell_ = 0;
  llvm::StringRef comment_;
  std::vector<size_t> commentPadding_;
};

}  // namespace cadre::format
