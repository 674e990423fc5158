// The drawing of one file's part in a diagnostic: takes the marked places, draws their lines with
// line numbers at the left and the marks below. Knows nothing of messages, notes or severities.
#pragma once

#include "diag/row.h"
#include "source/source_manager.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <vector>

namespace cadre::diag {

/// A place to show.
struct Mark {
  Span span;
  llvm::StringRef text;  ///< What is said at it; may be empty.
  bool primary = false;  ///< Drawn with `^`; other marks with `-`.
  Style style = Style::Secondary;
};

/// What is common to all rows of a diagnostic.
struct Frame {
  llvm::raw_ostream& out;
  bool color = false;
  size_t gutter = 0;  ///< Columns of the widest line number.

  /// A row that begins with the blank gutter and its bar.
  [[nodiscard]] Row row() const;
  /// A row that begins with the number of a line, from 1.
  [[nodiscard]] Row row(uint32_t line) const;
  /// Where the text behind the gutter begins.
  [[nodiscard]] size_t textColumn() const { return gutter + 3; }
  void print(const Row& row) const { row.print(out, color); }
};

class Snippet {
public:
  /// `marks`, at least one, all lie in `file`.
  Snippet(const SourceManager& sources, FileId file, llvm::ArrayRef<Mark> marks);

  /// The greatest line number that is drawn, from 1.
  [[nodiscard]] uint32_t lastLine() const;
  void draw(const Frame& frame);

private:
  /// A mark with lines from 0, and bytes from the beginnings of their lines.
  struct Placed {
    Mark mark;
    uint32_t beginLine = 0;
    uint32_t endLine = 0;
    uint32_t beginByte = 0;
    uint32_t endByte = 0;
    size_t bar = 0;           ///< Its place among the bars at the left, over several lines.
    bool fromMargin = false;  ///< Over several lines, and nothing stands before it on the first.

    [[nodiscard]] bool isBlock() const { return beginLine != endLine; }
    [[nodiscard]] char glyph() const { return mark.primary ? '^' : '-'; }
    [[nodiscard]] bool touches(uint32_t line) const { return line == beginLine || line == endLine; }
  };
  class LinePainter;

  [[nodiscard]] Placed place(const Mark& mark) const;
  void chooseBars();
  [[nodiscard]] std::vector<uint32_t> shownLines() const;
  void drawElision(const Frame& frame) const;
  void drawBars(Row& row, const Frame& frame) const;

  const LineIndex& lines_;
  llvm::StringRef text_;
  std::vector<Placed> marks_;
  std::vector<const Placed*>
      open_;  ///< By bar: the mark that runs through the current row, or null.
};

}  // namespace cadre::diag
