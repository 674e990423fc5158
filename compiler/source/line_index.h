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

private:
  llvm::StringRef text_;
  std::vector<uint32_t> starts_;
};

}  // namespace cadre
