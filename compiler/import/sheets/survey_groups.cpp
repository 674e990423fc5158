// What groups the rows: takes the columns with titles, finds merged cells, rows that begin a
// category, and cells that name several. Changes no role.
#include "import/sheets/surveyor.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

void Surveyor::findGaps() {
  if (isOwnSheet()) return;
  const auto add = [&](Role role) {
    if (!has(role)) return;
    for (const size_t column : out_.columns[role]) {
      if (!hasGaps(column)) continue;
      out_.fillDown.push_back(column);
      doubt(fmt::format("that empty cells of column `{}` repeat the one above", shownHead(column)),
            out_.span(out_.header.value_or(0), column));
    }
  };
  add(Role::Category);
  add(Role::Family);
  if (out_.shape == Shape::List) add(Role::Profile);
  if (out_.shape == Shape::Competencies && (has(Role::Level) || has(Role::Indicators)))
    add(Role::Competency);
  llvm::sort(out_.fillDown);
}

bool Surveyor::hasGaps(size_t column) const {
  bool hasGap = false;
  std::set<std::string> seen;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    if (out_.isSkippedRow(row) || filledIn(row) < 2) continue;
    const std::string text = fold(out_.text(row, column));
    if (text.empty() && seen.empty()) return false;
    hasGap = hasGap || text.empty();
    // Below another wide group, the narrow ones begin anew.
    if (llvm::any_of(out_.fillDown,
                     [&](size_t wide) { return wide < column && !out_.text(row, wide).empty(); }))
      seen.clear();
    if (!text.empty() && !seen.insert(text).second) return false;
  }
  return hasGap;
}

void Surveyor::findGroupRows() {
  if (out_.shape == Shape::List) return;
  const Role role =
      out_.shape == Shape::Matrix && out_.profilesInRows ? Role::Profile : Role::Competency;
  if (!has(role) || has(Role::Category) || has(Role::Family)) return;
  const size_t title = columnOf(role);
  std::vector<bool> bands;
  bool standsOverHeader = false;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    if (filledIn(row) == 0 || out_.isSkippedRow(row)) continue;
    bands.push_back(filledIn(row) == 1 && !out_.text(row, title).empty());
    standsOverHeader |= bands.back() && out_.repeats.contains(row + 1);
  }
  const auto number = static_cast<size_t>(llvm::count(bands, true));
  if (number == 0 || number * 2 > bands.size() || width() < 2) return;
  bool isSure = bands.front() && !bands.back();
  for (size_t i = 1; i < bands.size(); ++i) isSure = isSure && !(bands[i] && bands[i - 1]);
  if (!bands.front() && !standsOverHeader) return;
  out_.groupRows = true;
  if (!isSure)
    doubt("whether rows with nothing but a title begin a category",
          out_.span(out_.firstRow, title));
}

void Surveyor::findSplit() {
  if (!has(Role::Category)) return;
  const size_t column = out_.columns.at(Role::Category).back();
  std::set<std::string> alone;
  std::set<std::string> parts;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    llvm::SmallVector<StringRef> pieces;
    const std::string text = fold(out_.text(row, column));
    StringRef(text).split(pieces, "; ", -1, false);
    if (pieces.size() == 1) alone.insert(text);
    if (pieces.size() > 1) parts.insert(pieces.begin(), pieces.end());
  }
  if (parts.empty()) return;
  out_.splitsCategories = true;
  if (llvm::none_of(parts, [&](const std::string& it) { return alone.contains(it); }) &&
      !isOwnSheet())
    doubt(fmt::format("that `;` stands between categories in column `{}`", shownHead(column)),
          out_.span(out_.header.value_or(0), column));
}

}  // namespace cadre::import::sheets
