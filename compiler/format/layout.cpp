#include "format/layout.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

#include <algorithm>

namespace cadre::format {

namespace {

/// A cell that is wider than the next widest of its column by more than this is left out of it, so
/// that one long name does not push all others away.
constexpr size_t widestGap = 40;
constexpr size_t commentGap = 2;

/// The width that a column of these cells gets. Sorts them.
size_t columnWidth(llvm::SmallVectorImpl<size_t>& widths) {
  llvm::sort(widths);
  size_t width = widths.front();
  for (const size_t next : widths) {
    if (next - width > widestGap) break;
    width = next;
  }
  return width;
}

}  // namespace

void Layout::begin(size_t indent) {
  indent_ = indent;
  lineBegin_ = text_.size();
  cellBegin_ = lineBegin_;
  firstCell_ = cells_.size();
  comment_ = {};
}

void Layout::cell() {
  const size_t width = columns(llvm::StringRef(text_).drop_front(cellBegin_));
  cells_.push_back({text_.size(), width, 0});
  text_ += ' ';
  cellBegin_ = text_.size();
}

void Layout::end(LineKind kind) {
  if (kind == LineKind::Alone) return endAlone();
  rows_.push_back({lineBegin_, text_.size(), firstCell_, cells_.size() - firstCell_, 0, comment_,
                   kind == LineKind::Opening});
  rowIndent_ = indent_;
  if (kind == LineKind::Opening) flush();
}

void Layout::endAlone() {
  const std::string line = rows_.empty() ? std::string() : current().str();
  if (!rows_.empty()) {
    text_.resize(lineBegin_);
    cells_.resize(firstCell_);
    flush();
  }
  const llvm::StringRef text = line.empty() ? current() : line;
  if (!text.empty()) (out_.append(indent_, ' ')) += text;
  if (!comment_.empty()) (out_.append(commentGap, ' ')) += comment_;
  out_ += '\n';
  cells_.clear();
  text_.clear();
}

void Layout::separate() {
  if (!rows_.empty()) flush();
}

void Layout::blankLine() {
  flush();
  out_ += '\n';
}

std::string Layout::take() {
  flush();
  return std::move(out_);
}

void Layout::flush() {
  if (rows_.size() > 1) alignCells();
  alignComments();
  for (size_t i = 0; i < rows_.size(); ++i) {
    write(rows_[i]);
    if (!rows_[i].comment.empty())
      (out_.append(commentPadding_[i] + commentGap, ' ')) += rows_[i].comment;
    out_ += '\n';
  }
  rows_.clear();
  cells_.clear();
  text_.clear();
}

void Layout::alignCells() {
  size_t most = 0;
  for (const Row& row : rows_) most = std::max(most, row.cellCount);
  for (size_t column = 0; column < most; ++column) {
    for (size_t first = 0; first < rows_.size();) {
      size_t last = first;
      while (last < rows_.size() && rows_[last].cellCount > column) ++last;
      if (last > first) alignColumn(first, last, column);
      first = std::max(last, first + 1);
    }
  }
}

/// Pads the cells of rows [first, last) in one column.
void Layout::alignColumn(size_t first, size_t last, size_t column) {
  const auto cellOf = [&](Row& row) -> Cell& { return cells_[row.firstCell + column]; };
  llvm::SmallVector<size_t, 32> widths;
  for (size_t i = first; i < last; ++i) {
    if (!rows_[i].overflows) widths.push_back(cellOf(rows_[i]).width);
  }
  if (widths.empty()) return;
  const size_t width = columnWidth(widths);
  for (size_t i = first; i < last; ++i) {
    if (rows_[i].overflows) continue;
    Cell& cell = cellOf(rows_[i]);
    rows_[i].overflows = cell.width > width;
    const bool stays = rows_[i].isOpening && column + 1 == rows_[i].cellCount;
    if (!rows_[i].overflows && !stays) cell.padding = width - cell.width;
  }
}

void Layout::alignComments() {
  commentPadding_.assign(rows_.size(), 0);
  for (size_t first = 0; first < rows_.size(); ++first) {
    if (rows_[first].comment.empty()) continue;
    llvm::SmallVector<size_t, 32> widths;
    size_t last = first;
    for (; last < rows_.size() && !rows_[last].comment.empty(); ++last) {
      Row& row = rows_[last];
      row.width = columns(llvm::StringRef(text_).slice(row.begin, row.end));
      for (size_t i = 0; i < row.cellCount; ++i) row.width += cells_[row.firstCell + i].padding;
      widths.push_back(row.width);
    }
    const size_t width = columnWidth(widths);
    for (size_t i = first; i < last; ++i)
      commentPadding_[i] = rows_[i].width > width ? 0 : width - rows_[i].width;
    first = last - 1;
  }
}

void Layout::write(const Row& row) {
  out_.append(rowIndent_, ' ');
  size_t from = row.begin;
  for (size_t i = 0; i < row.cellCount; ++i) {
    const Cell& cell = cells_[row.firstCell + i];
    out_.append(text_, from, cell.end - from);
    out_.append(cell.padding, ' ');
    from = cell.end;
  }
  out_.append(text_, from, row.end - from);
}

}  // namespace cadre::format
