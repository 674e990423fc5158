// Where lines begin: takes a text, gives line numbers and line texts by byte offset. Lines end in
// LF or CRLF.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <vector>

namespace cadre {

class LineIndex {
public:
  /// `text` must outlive the index.
  explicit LineIndex(llvm::StringRef text);

  [[nodiscard]] uint32_t lineCount() const { return static_cast<uint32_t>(starts_.size()); }
  /// The line, from 0, that holds the byte `offset`.
  [[nodiscard]] uint32_t lineAt(uint32_t offset) const;
  /// The byte offset at which `line` (from 0) begins.
  [[nodiscard]] uint32_t lineStart(uint32_t line) const { return starts_[line]; }
  /// The text of `line` (from 0) without its end.
  [[nodiscard]] llvm::StringRef lineText(uint32_t line) const;
  /// The column of the byte `offset` in its line: code points from 1. Bytes that are no UTF-8 count
  /// as one each.
  [[nodiscard]] uint32_t columnAt(uint32_t offset) const;

private:
  /// The column of the first character that begins at or behind a multiple of stride.
  struct Milestone {
    uint32_t offset;
    uint32_t column;
  };
  static constexpr uint32_t stride = 512;
  void placeMilestones() const;

  llvm::StringRef text_;
  std::vector<uint32_t> starts_;
  /// One for each stride of the text, so that a line of megabytes is not counted from its start for
  /// every place in it. Made when the first long line is asked for.
  mutable std::vector<Milestone> milestones_;
};

}  // namespace cadre
