// Where a table begins and ends: takes its rows, gives that of the header, that of the groups above
// it, and those that are no data: totals and footers. Knows headers by their words alone.
#include "import/sheets/surveyor.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>

namespace cadre::import::sheets {

void Surveyor::findHeader() {
  constexpr size_t deepest = 20;
  const size_t last = std::min(rows(), deepest);
  size_t best = 0;
  for (size_t row = 0; row < last; ++row) {
    const size_t score = filledIn(row) < 2 ? 0 : knownIn(row);
    if (score <= best) continue;
    best = score;
    out_.header = row;
  }
  if (out_.header) {
    out_.firstRow = *out_.header + 1;
    return;
  }
  // No word is known: the first row that is about as wide as most.
  std::vector<size_t> widths;
  for (size_t row = 0; row < rows(); ++row) {
    if (const size_t filled = filledIn(row); filled > 0) widths.push_back(filled);
  }
  if (widths.empty()) return;
  std::nth_element(widths.begin(), widths.begin() + widths.size() / 2, widths.end());
  const size_t median = widths[widths.size() / 2];
  for (size_t row = 0; row < last && !out_.header; ++row) {
    if (filledIn(row) * 5 >= median * 3 && filledIn(row) > 0) out_.header = row;
  }
  if (!out_.header) out_.header = 0;
  out_.firstRow = *out_.header + 1;
  bool isNumeric = false;
  for (size_t column = 0; column < width(); ++column)
    isNumeric |= readNumber(out_.head(column)).has_value();
  if (width() < 2 || isNumeric || rows() < *out_.header + 2)
    doubt("which row is the header", out_.span(*out_.header, 0));
}

size_t Surveyor::knownIn(size_t row) const {
  std::set<Role> roles;
  size_t levels = 0;
  for (size_t column = 0; column < width(); ++column) {
    const std::string text = out_.text(row, column);
    if (text.empty() || unicode::length(text) > 60) continue;
    if (const HeaderWord* word = findHeaderWord(text))
      roles.insert(word->role);
    else if (readLevelWord(text) && !readNumber(text))
      ++levels;
  }
  return roles.size() * 2 + (levels >= 2 ? 2 : 0);
}

void Surveyor::findBrokenHeader() {
  if (!out_.header || *out_.header + 2 >= rows()) return;
  const size_t row = *out_.header;
  size_t below = 0;
  size_t known = 0;
  for (size_t column = 0; column < width(); ++column) {
    const bool isKnown = findHeaderWord(out_.text(row, column)) != nullptr;
    const std::string under = out_.text(row + 1, column);
    if (isKnown && !under.empty()) return tryGroupAbove();
    known += isKnown ? 1 : 0;
    if (!isKnown && !under.empty()) {
      if (isValue(under) && !readLevelWord(under)) return tryGroupAbove();
      ++below;
    }
  }
  if (below < 2 || known == 0) return tryGroupAbove();
  // Below stand names, and the first cells of the row after that are data again.
  size_t data = 0;
  for (size_t column = 0; column < width(); ++column)
    data += isValue(out_.text(row + 2, column)) ? 1 : 0;
  if (data == 0 && filledIn(row + 2) < 2) return;
  out_.groupRow = row;
  out_.header = row + 1;
  out_.firstRow = row + 2;
}

void Surveyor::tryGroupAbove() {
  if (!out_.header || *out_.header == 0) return;
  const size_t above = *out_.header - 1;
  const size_t filled = filledIn(above);
  if (filled < 2) {
    // One cell alone is a title, unless it stands over profiles and a title stands above.
    if (filled == 0 || !out_.text(above, 0).empty()) return;
  }
  for (size_t column = 0; column < width(); ++column) {
    if (!out_.text(above, column).empty() && findHeaderWord(out_.head(column))) return;
    if (!out_.text(above, column).empty() && out_.head(column).empty()) return;
  }
  out_.groupRow = above;
}

void Surveyor::findSkips() {
  findFooters();
  std::set<std::string> words;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    for (size_t column = 0; column < width(); ++column) {
      const std::string text = out_.text(row, column);
      if (text.empty()) continue;
      if (isTotal(fold(text)) && words.insert(fold(text)).second) out_.skipRows.push_back(text);
      break;
    }
  }
  for (size_t column = 0; column < width(); ++column) {
    if (isTotal(fold(out_.head(column)))) out_.skipColumns.push_back(column);
  }
}

void Surveyor::findFooters() {
  constexpr size_t shortest = 30;
  constexpr size_t fewestWords = 4;
  constexpr size_t mostFooters = 3;
  std::set<size_t> footers;
  for (size_t row = rows(); row-- > out_.firstRow;) {
    const size_t filled = filledIn(row);
    if (filled == 0) continue;
    std::string text;
    for (size_t column = 0; column < width() && text.empty(); ++column)
      text = out_.text(row, column);
    const bool isSentence = unicode::length(text) >= shortest &&
                            static_cast<size_t>(llvm::count(text, ' ')) + 1 >= fewestWords;
    if (filled == 1 && isSentence && footers.size() < mostFooters) {
      footers.insert(row);
      continue;
    }
    if (filled > 1) out_.footers = std::move(footers);
    return;
  }
}

void Surveyor::findTitle() {
  for (size_t row = 0; row < out_.header.value_or(0); ++row) {
    if (row == out_.groupRow) continue;
    for (size_t column = 0; column < width(); ++column) {
      const std::string text = out_.text(row, column);
      if (text.empty()) continue;
      if (unicode::isValid(text) && unicode::length(text) <= 100) out_.title = text;
      return;
    }
  }
}

}  // namespace cadre::import::sheets
