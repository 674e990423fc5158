// Where a table begins: takes its rows, gives that of the header, that of the groups above it, and
// the title. Knows headers by their words alone.
#include "import/sheets/surveyor.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <algorithm>

namespace cadre::import::sheets {

void Surveyor::findHeader() {
  constexpr size_t deepest = 20;
  const size_t last = std::min(rows(), deepest);
  const size_t median = medianWidth();
  const auto isWide = [&](size_t row) { return filledIn(row) * 5 >= median * 3; };
  Score best;
  for (size_t row = 0; row < last; ++row) {
    const Score score = filledIn(row) < 2 ? Score{} : knownIn(row);
    if (score.sum() == 0) continue;
    // Below a row that could be the header, words such as `Type`, `Team` and `Expert` are data.
    const bool isGood = out_.header && isWide(*out_.header);
    if (isGood && score.roles * 2 < best.sum() + 4) continue;
    if (!isGood && score.sum() <= best.sum()) continue;
    best = score;
    out_.header = row;
  }
  if (out_.header) {
    out_.firstRow = *out_.header + 1;
    return;
  }
  // No word is known: the first row that is about as wide as most.
  if (median == 0) return;
  for (size_t row = 0; row < last && !out_.header; ++row) {
    if (isWide(row) && filledIn(row) > 0) out_.header = row;
  }
  if (!out_.header) out_.header = 0;
  out_.firstRow = *out_.header + 1;
  bool isNumeric = false;
  for (size_t column = 0; column < width(); ++column)
    isNumeric |= readNumber(out_.head(column)).has_value();
  if (width() < 2 || isNumeric || rows() < *out_.header + 2)
    doubt("which row is the header", out_.span(*out_.header, 0));
}

size_t Surveyor::medianWidth() const {
  std::vector<size_t> widths;
  for (size_t row = 0; row < rows(); ++row) {
    if (const size_t filled = filledIn(row); filled > 0) widths.push_back(filled);
  }
  if (widths.empty()) return 0;
  std::nth_element(widths.begin(), widths.begin() + widths.size() / 2, widths.end());
  return widths[widths.size() / 2];
}

Surveyor::Score Surveyor::knownIn(size_t row) const {
  std::set<Role> roles;
  size_t levels = 0;
  bool isData = false;
  for (size_t column = 0; column < width(); ++column) {
    const std::string text = out_.text(row, column);
    if (text.empty() || unicode::length(text) > 60) continue;
    if (const HeaderWord* word = findHeaderWord(text)) {
      roles.insert(word->role);
    } else if (readLevelWord(text) && !readNumber(text)) {
      ++levels;
      isData = isData || comesAgain(text, row, column);
    }
  }
  return {roles.size(), isData ? 0 : levels};
}

bool Surveyor::comesAgain(const std::string& text, size_t row, size_t column) const {
  const std::string folded = fold(text);
  constexpr size_t looked = 500;
  for (size_t i = 0; i < std::min(rows(), looked); ++i) {
    if (i != row && isSameRow(i, row)) continue;
    for (size_t j = 0; j < width(); ++j) {
      const bool isOther = i != row || j != column;
      if (isOther && out_.table.at(i, j).value.size() < 4 * text.size() + 8 &&
          fold(out_.text(i, j)) == folded)
        return true;
    }
  }
  return false;
}

bool Surveyor::isSameRow(size_t one, size_t other) const {
  for (size_t column = 0; column < width(); ++column) {
    if (fold(out_.text(one, column)) != fold(out_.text(other, column))) return false;
  }
  return true;
}

void Surveyor::doubtRowsAbove() {
  std::vector<std::string> above;
  for (size_t row = 0; row < out_.header.value_or(0); ++row) {
    if (filledIn(row) >= 2 && row != out_.groupRow) above.push_back(std::to_string(row + 1));
  }
  if (above.empty()) return;
  doubt(fmt::format("that row {} is the header, and that row{} {} above it {} left out",
                    *out_.header + 1, above.size() == 1 ? "" : "s", fmt::join(above, ", "),
                    above.size() == 1 ? "is" : "are"),
        out_.span(*out_.header, 0));
}

void Surveyor::findBrokenHeader() {
  if (!out_.header || *out_.header + 2 >= rows()) return;
  const size_t row = *out_.header;
  size_t below = 0;
  size_t known = 0;
  for (size_t column = 0; column < width(); ++column) {
    const bool isKnown = findHeaderWord(out_.text(row, column)) != nullptr;
    // No level stands over profiles.
    if (!isKnown && readLevelWord(out_.text(row, column))) return tryGroupAbove();
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
