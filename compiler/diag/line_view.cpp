#include "diag/line_view.h"

#include "diag/visible.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>

namespace cadre::diag {

namespace {

// Of a line of megabytes only this many bytes around what must be seen are decoded: enough to fill
// the width with any script.
constexpr uint32_t reach = 4 * LineView::maxWidth;

bool isContinuation(char c) { return (static_cast<uint8_t>(c) & 0xC0) == 0x80; }

/// The nearest offset at or before `offset` at which a character begins.
size_t characterStart(llvm::StringRef line, size_t offset) {
  for (size_t back = 0; back < 4 && back <= offset && offset - back < line.size(); ++back) {
    if (!isContinuation(line[offset - back])) return offset - back;
  }
  return offset;
}

}  // namespace

LineView::LineView(llvm::StringRef line, Focus focus) {
  decode(line, focus);
  chooseWindow(focus);
  shown_ = cut();
}

void LineView::decode(llvm::StringRef line, Focus focus) {
  const bool isNarrow = focus.begin <= focus.end && focus.end - focus.begin <= reach;
  const uint32_t first = isNarrow ? focus.begin : focus.anchor;
  const uint32_t last = isNarrow ? focus.end : focus.anchor;
  size_t from = 0;
  size_t to = line.size();
  if (to > 4 * reach) {
    from = characterStart(line, first > reach ? first - reach : 0);
    to = characterStart(line, std::min<size_t>(to, size_t{last} + reach));
  }
  cutLeft_ = from > 0;
  cutRight_ = to < line.size();
  const llvm::StringRef part = line.take_front(to);
  for (size_t i = from; i < to; i += unicode::decode(part, i).length) {
    addCell(part, static_cast<uint32_t>(i));
  }
  cells_.push_back(
      {static_cast<uint32_t>(to), static_cast<uint32_t>(text_.size()), width_, width_});
}

void LineView::addCell(llvm::StringRef line, uint32_t byte) {
  const size_t before = text_.size();
  if (line[byte] == '\t') {
    text_.append(tabWidth, ' ');
  } else {
    appendVisible(text_, unicode::decode(line, byte));
  }
  const auto width = static_cast<size_t>(unicode::width(llvm::StringRef(text_).substr(before)));
  const bool combines = width == 0 && !cells_.empty();
  const size_t column = combines ? cells_.back().column : width_;
  width_ += width;
  cells_.push_back({byte, static_cast<uint32_t>(before), column, width_});
}

void LineView::chooseWindow(Focus focus) {
  to_ = width_;
  if (width_ <= maxWidth && !cutLeft_ && !cutRight_) return;
  const size_t room = std::min(maxWidth - 2, width_);
  size_t first = lineColumn(focus.begin);
  size_t last = std::max(first, lineColumn(focus.end));
  if (last - first > room) {
    first = lineColumn(focus.anchor);
    last = std::min(std::max(first, last), first + room / 2);
  }
  const size_t margin = (room - (last - first)) / 2;
  from_ = std::min(first > margin ? first - margin : 0, width_ - room);
  to_ = from_ + room;
  cutLeft_ = cutLeft_ || from_ > 0;
  cutRight_ = cutRight_ || to_ < width_;
}

size_t LineView::lineColumn(uint32_t offset) const {
  const auto* behind =
      std::upper_bound(cells_.data(), cells_.data() + cells_.size(), offset,
                       [](uint32_t value, const Cell& cell) { return value < cell.byte; });
  return behind == cells_.data() ? 0 : (behind - 1)->column;
}

size_t LineView::toWindow(size_t column) const {
  const size_t left = cutLeft_ ? 1 : 0;
  if (column < from_) return 0;
  return std::min(column, to_) - from_ + left;
}

std::string LineView::cut() const {
  std::string out = cutLeft_ ? "…" : "";
  size_t column = from_;
  for (size_t i = 0; i + 1 < cells_.size(); ++i) {
    const Cell& cell = cells_[i];
    if (cell.column < from_ || cell.end > to_) continue;
    // A wide character that the window's edge halves leaves a blank.
    if (cell.column > column) out.append(cell.column - column, ' ');
    out += text_.substr(cell.text, cells_[i + 1].text - cell.text);
    column = cell.end;
  }
  if (cutRight_) {
    out.append(to_ - column, ' ');
    out += "…";
  }
  return out;
}

}  // namespace cadre::diag
