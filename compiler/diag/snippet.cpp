#include "diag/snippet.h"

#include "diag/line_view.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <string>

namespace cadre::diag {

Row Frame::row() const {
  Row row;
  row.put(gutter + 1, '|', Style::Frame);
  return row;
}

Row Frame::row(uint32_t line) const {
  const std::string number = std::to_string(line);
  Row row;
  row.padTo(gutter - number.size());
  row.append(number, Style::Frame);
  row.put(gutter + 1, '|', Style::Frame);
  return row;
}

/// Draws one line of source and the marks that touch it.
class Snippet::LinePainter {
public:
  LinePainter(Snippet& snippet, const Frame& frame, uint32_t line);
  void paint();

private:
  /// A mark within the line, in columns of the drawing.
  struct Stroke {
    const Placed* placed;
    size_t begin;
    size_t end;
  };

  [[nodiscard]] Focus focus() const;
  [[nodiscard]] size_t columnOf(uint32_t byte) const { return left_ + view_.columnOf(byte); }
  [[nodiscard]] Row blankRow() const;
  void paintSource();
  [[nodiscard]] std::vector<Stroke> strokes() const;
  static std::vector<const Stroke*> speaking(llvm::ArrayRef<Stroke> strokes);
  void paintStrokes(llvm::ArrayRef<Stroke> strokes);
  void paintHanging(llvm::ArrayRef<const Stroke*> hanging);
  void paintBegin(const Placed& placed);
  void paintEnd(const Placed& placed);

  Snippet& snippet_;
  const Frame& frame_;
  uint32_t line_;
  llvm::StringRef source_;
  std::vector<const Placed*> placed_;
  LineView view_;
  size_t left_;
};

Snippet::Snippet(const SourceManager& sources, FileId file, llvm::ArrayRef<Mark> marks)
    : lines_(sources.lines(file)), text_(sources.text(file)) {
  for (const Mark& mark : marks) marks_.push_back(place(mark));
  chooseBars();
}

Snippet::Placed Snippet::place(const Mark& mark) const {
  const auto size = static_cast<uint32_t>(text_.size());
  const uint32_t begin = std::min(mark.span.begin, size);
  const uint32_t end = std::clamp(mark.span.end, begin, size);
  Placed placed{.mark = mark, .beginLine = lines_.lineAt(begin), .endLine = lines_.lineAt(end)};
  const auto byteIn = [&](uint32_t line, uint32_t offset) {
    return std::min(offset - lines_.lineStart(line),
                    static_cast<uint32_t>(lines_.lineText(line).size()));
  };
  // A span that takes in a line's end is one of that line.
  if (end > begin && end == lines_.lineStart(placed.endLine)) --placed.endLine;
  placed.beginByte = byteIn(placed.beginLine, begin);
  placed.endByte = byteIn(placed.endLine, end);
  placed.fromMargin = placed.isBlock() &&
                      lines_.lineText(placed.beginLine).take_front(placed.beginByte).trim().empty();
  return placed;
}

/// Gives every mark over several lines a bar: the longer, the further left; none crosses another.
void Snippet::chooseBars() {
  std::vector<Placed*> blocks;
  for (Placed& placed : marks_) {
    if (placed.isBlock()) blocks.push_back(&placed);
  }
  llvm::stable_sort(blocks, [](const Placed* a, const Placed* b) {
    return a->beginLine != b->beginLine ? a->beginLine < b->beginLine : a->endLine > b->endLine;
  });
  std::vector<uint32_t> busyUntil;
  for (Placed* block : blocks) {
    const auto free =
        llvm::find_if(busyUntil, [&](uint32_t line) { return line < block->beginLine; });
    block->bar = static_cast<size_t>(free - busyUntil.begin());
    if (free == busyUntil.end()) busyUntil.push_back(0);
    busyUntil[block->bar] = block->endLine;
  }
  open_.assign(busyUntil.size(), nullptr);
}

uint32_t Snippet::lastLine() const { return shownLines().back() + 1; }

/// The lines that marks begin or end on; a single line between two of them is shown as well.
std::vector<uint32_t> Snippet::shownLines() const {
  std::vector<uint32_t> touched;
  for (const Placed& placed : marks_) {
    touched.push_back(placed.beginLine);
    touched.push_back(placed.endLine);
  }
  llvm::sort(touched);
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  std::vector<uint32_t> shown;
  for (const uint32_t line : touched) {
    if (!shown.empty() && line == shown.back() + 2) shown.push_back(line - 1);
    shown.push_back(line);
  }
  return shown;
}

void Snippet::draw(const Frame& frame) {
  const uint32_t none = UINT32_MAX;
  uint32_t previous = none;
  for (const uint32_t line : shownLines()) {
    if (previous != none && line != previous + 1) drawElision(frame);
    LinePainter(*this, frame, line).paint();
    previous = line;
  }
}

void Snippet::drawElision(const Frame& frame) const {
  Row row;
  row.append("...", Style::Frame);
  drawBars(row, frame);
  frame.print(row);
}

void Snippet::drawBars(Row& row, const Frame& frame) const {
  for (const Placed* placed : open_) {
    if (placed) row.put(frame.textColumn() + 2 * placed->bar, '|', placed->mark.style);
  }
}

// ---- One line ----------------------------------------------------------------------------------

Snippet::LinePainter::LinePainter(Snippet& snippet, const Frame& frame, uint32_t line)
    : snippet_(snippet),
      frame_(frame),
      line_(line),
      source_(snippet.lines_.lineText(line)),
      placed_([&] {
        std::vector<const Placed*> touching;
        for (const Placed& placed : snippet.marks_) {
          if (placed.touches(line)) touching.push_back(&placed);
        }
        return touching;
      }()),
      view_(source_, focus()),
      left_(frame.textColumn() + 2 * snippet.open_.size()) {}

Focus Snippet::LinePainter::focus() const {
  Focus focus{.begin = UINT32_MAX, .end = 0, .anchor = UINT32_MAX};
  bool anchored = false;
  for (const Placed* placed : placed_) {
    const uint32_t begin = placed->beginLine == line_ ? placed->beginByte : placed->endByte;
    const uint32_t end = placed->endLine == line_ ? placed->endByte : placed->beginByte;
    focus.begin = std::min(focus.begin, begin);
    focus.end = std::max(focus.end, end);
    if (!anchored) focus.anchor = std::min(focus.anchor, begin);
    if (placed->mark.primary) {
      focus.anchor = begin;
      anchored = true;
    }
  }
  return placed_.empty() ? Focus{} : focus;
}

void Snippet::LinePainter::paint() {
  paintSource();
  paintStrokes(strokes());
  std::vector<const Placed*> begins;
  std::vector<const Placed*> ends;
  for (const Placed* placed : placed_) {
    if (!placed->isBlock()) continue;
    if (placed->endLine == line_) ends.push_back(placed);
    if (placed->beginLine == line_ && !placed->fromMargin) begins.push_back(placed);
  }
  llvm::sort(ends, [](const Placed* a, const Placed* b) { return a->bar > b->bar; });
  llvm::sort(begins, [](const Placed* a, const Placed* b) { return a->bar < b->bar; });
  for (const Placed* placed : ends) paintEnd(*placed);
  for (const Placed* placed : begins) paintBegin(*placed);
}

Row Snippet::LinePainter::blankRow() const {
  Row row = frame_.row();
  snippet_.drawBars(row, frame_);
  return row;
}

void Snippet::LinePainter::paintSource() {
  Row row = frame_.row(line_ + 1);
  snippet_.drawBars(row, frame_);
  for (const Placed* placed : placed_) {
    if (!placed->fromMargin || placed->beginLine != line_) continue;
    row.put(frame_.textColumn() + 2 * placed->bar, '/', placed->mark.style);
    snippet_.open_[placed->bar] = placed;
  }
  row.padTo(left_);
  row.append(view_.text());
  frame_.print(row);
}

std::vector<Snippet::LinePainter::Stroke> Snippet::LinePainter::strokes() const {
  std::vector<Stroke> strokes;
  for (const Placed* placed : placed_) {
    if (placed->isBlock()) continue;
    const size_t begin = columnOf(placed->beginByte);
    strokes.push_back({placed, begin, std::max(begin + 1, columnOf(placed->endByte))});
  }
  return strokes;
}

/// The marks within the line, and what they say.
void Snippet::LinePainter::paintStrokes(llvm::ArrayRef<Stroke> strokes) {
  if (strokes.empty()) return;
  Row row = blankRow();
  for (const bool primary : {false, true}) {
    for (const Stroke& stroke : strokes) {
      if (stroke.placed->mark.primary != primary) continue;
      row.fill(stroke.begin, stroke.end, stroke.placed->glyph(), stroke.placed->mark.style);
    }
  }
  const std::vector<const Stroke*> spoken = speaking(strokes);
  // The text of the last mark follows it on its row, unless another mark goes on behind it.
  llvm::ArrayRef<const Stroke*> hanging = spoken;
  const auto isCovered = [&](const Stroke& other) { return other.end > spoken.front()->end; };
  if (!spoken.empty() && llvm::none_of(strokes, isCovered)) {
    row.padTo(spoken.front()->end + 1);
    row.append(spoken.front()->placed->mark.text, spoken.front()->placed->mark.style);
    hanging = hanging.drop_front();
  }
  frame_.print(row);
  paintHanging(hanging);
}

/// The marks that say something, from the right; of two that begin together, the primary one first.
std::vector<const Snippet::LinePainter::Stroke*> Snippet::LinePainter::speaking(
    llvm::ArrayRef<Stroke> strokes) {
  std::vector<const Stroke*> spoken;
  for (const Stroke& stroke : strokes) {
    if (!stroke.placed->mark.text.empty()) spoken.push_back(&stroke);
  }
  llvm::stable_sort(spoken, [](const Stroke* a, const Stroke* b) {
    return a->begin != b->begin ? a->begin > b->begin
                                : a->placed->mark.primary && !b->placed->mark.primary;
  });
  return spoken;
}

/// The texts that found no room beside their marks, each on a row of its own, the rightmost first.
void Snippet::LinePainter::paintHanging(llvm::ArrayRef<const Stroke*> hanging) {
  const auto putConnectors = [](Row& row, llvm::ArrayRef<const Stroke*> strokes, size_t end) {
    for (const Stroke* stroke : strokes) {
      if (stroke->begin < end) row.put(stroke->begin, '|', stroke->placed->mark.style);
    }
  };
  if (hanging.empty()) return;
  Row connectors = blankRow();
  putConnectors(connectors, hanging, SIZE_MAX);
  frame_.print(connectors);
  for (; !hanging.empty(); hanging = hanging.drop_front()) {
    const Stroke* stroke = hanging.front();
    Row row = blankRow();
    putConnectors(row, hanging, stroke->begin);
    row.padTo(stroke->begin);
    row.append(stroke->placed->mark.text, stroke->placed->mark.style);
    frame_.print(row);
  }
}

/// `______^` from the bar to where the mark begins.
void Snippet::LinePainter::paintBegin(const Placed& placed) {
  Row row = blankRow();
  const size_t bar = frame_.textColumn() + 2 * placed.bar;
  const size_t column = columnOf(placed.beginByte);
  row.fillBlanks(bar + 1, column, '_', placed.mark.style);
  row.put(column, placed.glyph(), placed.mark.style);
  frame_.print(row);
  snippet_.open_[placed.bar] = &placed;
}

/// `|_____^ text` from the bar to the last character of the mark.
void Snippet::LinePainter::paintEnd(const Placed& placed) {
  Row row = blankRow();
  const size_t bar = frame_.textColumn() + 2 * placed.bar;
  const size_t behind = columnOf(placed.endByte);
  const size_t column = std::max(behind, left_ + 1) - 1;
  row.fillBlanks(bar + 1, column, '_', placed.mark.style);
  row.put(column, placed.glyph(), placed.mark.style);
  row.padTo(column + 2);
  row.append(placed.mark.text, placed.mark.style);
  frame_.print(row);
  snippet_.open_[placed.bar] = nullptr;
}

}  // namespace cadre::diag
