#include "driver/text_table.h"

#include "diag/visible.h"
#include "support/unicode.h"

#include <llvm/ADT/SmallVector.h>

#include <algorithm>

namespace cadre::driver {

using diag::Row;
using diag::Style;
using llvm::StringRef;

namespace {

constexpr size_t indent = 2;
constexpr size_t gap = 2;
/// Below this, no column is made narrower to make room for others.
constexpr size_t narrowest = 8;

/// The first part of a word that fits.
StringRef fitting(StringRef word, size_t width) {
  size_t used = 0;
  for (size_t at = 0; at < word.size();) {
    const unicode::CodePoint point = unicode::decode(word, at);
    used += static_cast<size_t>(unicode::width(point.value));
    if (used > width && at > 0) return word.take_front(at);
    at += point.length;
  }
  return word;
}

}  // namespace

size_t widthOf(StringRef text) { return static_cast<size_t>(unicode::width(text)); }

std::vector<std::string> brokenAt(StringRef text, size_t width) {
  std::vector<std::string> out(1);
  llvm::SmallVector<StringRef, 16> words;
  text.split(words, ' ', -1, false);
  for (StringRef word : words) {
    if (!out.back().empty() && widthOf(out.back()) + 1 + widthOf(word) <= width) {
      out.back() += " " + word.str();
      continue;
    }
    if (!out.back().empty()) out.emplace_back();
    for (StringRef part = fitting(word, width); part.size() < word.size();
         part = fitting(word, width)) {
      out.back() = part.str();
      out.emplace_back();
      word = word.drop_front(part.size());
    }
    out.back() = word.str();
  }
  return out;
}

TextTable::TextTable(std::vector<std::string> head) { row(std::move(head), Style::Frame); }

void TextTable::row(std::vector<std::string> cells, Style style) {
  for (std::string& cell : cells) cell = diag::visible(cell);
  lines_.push_back({std::move(cells), style, false});
}

void TextTable::heading(std::string text) {
  lines_.push_back({{diag::visible(text)}, Style::Strong, true});
}

std::vector<size_t> TextTable::widths(size_t room) const {
  std::vector<size_t> out(lines_.front().cells.size());
  for (size_t i = 0; i < out.size(); ++i) {
    bool isFilled = false;
    for (const Line& line : lines_) {
      if (line.isHeading) continue;
      isFilled |= &line != &lines_.front() && !line.cells[i].empty();
      out[i] = std::max(out[i], widthOf(line.cells[i]));
    }
    if (!isFilled) out[i] = 0;
  }
  const auto total = [&] {
    size_t sum = 0;
    for (const size_t it : out) sum += it > 0 ? it + gap : 0;
    return sum;
  };
  while (total() > room + gap) {
    const auto widest = std::max_element(out.begin(), out.end());
    if (*widest <= narrowest) break;
    --*widest;
  }
  return out;
}

void TextTable::print(const Line& line, const std::vector<size_t>& widths, llvm::raw_ostream& out,
                      bool color) {
  std::vector<std::vector<std::string>> cells;
  size_t height = 0;
  for (size_t i = 0; i < widths.size(); ++i) {
    cells.push_back(widths[i] == 0 ? std::vector<std::string>()
                                   : brokenAt(line.cells[i], widths[i]));
    height = std::max(height, cells.back().size());
  }
  for (size_t y = 0; y < height; ++y) {
    Row row;
    row.append(std::string(indent, ' '));
    for (size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] == 0) continue;
      const StringRef text = y < cells[i].size() ? StringRef(cells[i][y]) : "";
      row.append(text, line.style);
      row.append(std::string(widths[i] + gap - std::min(widths[i] + gap, widthOf(text)), ' '));
    }
    row.print(out, color);
  }
}

void TextTable::print(llvm::raw_ostream& out, bool color, size_t width) const {
  const std::vector<size_t> columns = widths(width > indent ? width - indent : 1);
  bool isFirst = true;
  for (const Line& line : lines_) {
    if (!line.isHeading) {
      print(line, columns, out, color);
    } else {
      if (!isFirst) out << '\n';
      for (const std::string& part : brokenAt(line.cells.front(), width)) {
        Row row;
        row.append(part, line.style);
        row.print(out, color);
      }
    }
    isFirst = false;
  }
}

}  // namespace cadre::driver
