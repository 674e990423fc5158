// Where lines begin: takes a text, gives line numbers, columns and line texts by byte offset. Lines end
// in LF or CRLF. Asked for columns, it remembers what it counted in long lines; one thread at a time.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <map>
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
  /// The column, from 1 and in code points, of the byte `offset` in `line` (from 0). Bytes that are no
  /// UTF-8 count as one each.
  [[nodiscard]] uint32_t columnAt(uint32_t line, uint32_t offset) const;
  /// The text of `line` (from 0) without its end.
  [[nodiscard]] llvm::StringRef lineText(uint32_t line) const;

private:
  /// The column of a byte that begins a code point.
  struct Milestone {
    uint32_t offset;
    uint32_t column;
  };
  [[nodiscard]] const std::vector<Milestone>& milestonesOf(uint32_t line) const;

  llvm::StringRef text_;
  std::vector<uint32_t> starts_;
  mutable std::map<uint32_t, std::vector<Milestone>> milestones_;  ///< Of long lines.
};

}  // namespace cadre
