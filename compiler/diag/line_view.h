// One line of source as a terminal shows it: takes the line's bytes and what must be seen of it,
// gives a text of bounded width and the columns of its bytes. Tabs become spaces, what visible.h
// writes out is written out, and of a long line only the part around the focus is kept.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <string>
#include <vector>

namespace cadre::diag {

/// Bytes of a line that a reader should see: all of them if they fit, else from `anchor` on.
struct Focus {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t anchor = 0;
};

class LineView {
public:
  /// `line` is a line without its end, valid UTF-8 or not; it must outlive the view.
  LineView(llvm::StringRef line, Focus focus);

  /// The text to show, at most `maxWidth` columns wide; `…` stands where something was cut.
  [[nodiscard]] const std::string& text() const { return shown_; }
  /// The column in text(), from 0, of the character that holds byte `offset`. Offsets behind the
  /// end give the column behind the text; a combining character has its base's column; what was
  /// cut has the column of the `…`.
  [[nodiscard]] size_t columnOf(uint32_t offset) const { return toWindow(lineColumn(offset)); }

  static constexpr size_t maxWidth = 120;
  static constexpr size_t tabWidth = 4;

private:
  /// A character: where it begins in the line's bytes and in text_, and the columns it takes; a
  /// combining one has those of its base.
  struct Cell {
    uint32_t byte;
    uint32_t text;
    size_t column;
    size_t end;
  };

  void decode(llvm::StringRef line, Focus focus);
  void addCell(llvm::StringRef line, uint32_t byte);
  void chooseWindow(Focus focus);
  [[nodiscard]] size_t lineColumn(uint32_t offset) const;
  [[nodiscard]] size_t toWindow(size_t column) const;
  [[nodiscard]] std::string cut() const;

  std::string text_;         ///< The decoded part of the line, whole.
  std::vector<Cell> cells_;  ///< One a character, and one behind the last.
  size_t width_ = 0;         ///< Columns of text_.
  size_t from_ = 0;          ///< The window: columns of text_ that are shown.
  size_t to_ = 0;
  bool cutLeft_ = false;
  bool cutRight_ = false;
  std::string shown_;
};

}  // namespace cadre::diag
