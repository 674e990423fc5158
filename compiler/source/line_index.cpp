#include "source/line_index.h"

#include "support/unicode.h"

#include <algorithm>

namespace cadre {

LineIndex::LineIndex(llvm::StringRef text) : text_(text) {
  starts_.push_back(0);
  for (size_t at = text.find('\n'); at != llvm::StringRef::npos; at = text.find('\n', at + 1)) {
    starts_.push_back(static_cast<uint32_t>(at + 1));
  }
}

uint32_t LineIndex::lineAt(uint32_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<uint32_t>(next - starts_.begin() - 1);
}

llvm::StringRef LineIndex::lineText(uint32_t line) const {
  const size_t end = line + 1 < starts_.size() ? starts_[line + 1] - 1 : text_.size();
  llvm::StringRef text = text_.slice(starts_[line], end);
  text.consume_back("\r");
  return text;
}

uint32_t LineIndex::columnAt(uint32_t offset) const {
  size_t at = lineStart(lineAt(offset));
  uint32_t column = 1;
  if (offset - at > stride) {
    if (milestones_.empty()) placeMilestones();
    // A character may lie across the multiple of stride.
    const Milestone* nearest = &milestones_[offset / stride];
    if (nearest->offset > offset) --nearest;
    if (nearest->offset > at) {
      at = nearest->offset;
      column = nearest->column;
    }
  }
  for (; at < offset; at += unicode::decode(text_, at).length) ++column;
  return column;
}

void LineIndex::placeMilestones() const {
  uint32_t column = 1;
  for (size_t at = 0; at <= text_.size();) {
    if (at >= milestones_.size() * stride)
      milestones_.push_back({static_cast<uint32_t>(at), column});
    if (at == text_.size()) break;
    column = text_[at] == '\n' ? 1 : column + 1;
    at += unicode::decode(text_, at).length;
  }
}

}  // namespace cadre
