// What looks right and seldom is: takes a table of which all is found, doubts columns that are read
// as profiles and have names of something else, titles that hold lists, and a second table below.
// Changes nothing that was found.
#include "import/sheets/surveyor.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

namespace {

/// Whether a word of the header says that the column is about a requirement, and no profile.
bool namesAspect(StringRef folded) {
  return anyWord(folded, [](StringRef word) { return isAspectWord(word.trim("/(),:?.")); });
}

}  // namespace

void Surveyor::doubtOddities() {
  if (isOwnSheet()) return;
  if (out_.shape == Shape::Matrix) doubtProfileColumns();
  if (out_.shape == Shape::List) doubtListsInCells();
  doubtTwinColumns();
  doubtSecondTable();
}

void Surveyor::doubtProfileColumns() {
  std::vector<std::string> aspects;
  std::vector<std::string> twice;
  std::set<std::string> seen;
  Span first;
  for (const size_t column : out_.cells) {
    const std::string head = out_.head(column);
    const bool isTwice = !seen.insert(fold(head)).second;
    if (isTwice) {
      if (!llvm::is_contained(twice, head)) twice.push_back(head);
    } else if (namesAspect(fold(head))) {
      aspects.push_back(head);
    } else {
      continue;
    }
    if (!first.file) first = out_.span(*out_.header, column);
  }
  constexpr size_t most = 6;
  if (aspects.size() > most) aspects.resize(most);
  const StringRef what = out_.profilesInRows ? "a competency" : "a profile";
  if (!aspects.empty())
    doubt(fmt::format("that {} {} is {}", aspects.size() == 1 ? "column" : "each of the columns",
                      inBackticks(aspects), what.str()),
          first);
  if (!twice.empty())
    doubt(fmt::format("that columns of the same name ({}) are one {}", inBackticks(twice),
                      what.split(' ').second.str()),
          first);
}

void Surveyor::doubtListsInCells() {
  if (!has(Role::Competency)) return;
  const size_t column = columnOf(Role::Competency);
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    const StringRef value = out_.table.at(row, column).value.trim();
    if (out_.isSkippedRow(row) || (!value.contains('\n') && !value.contains("; "))) continue;
    return doubt(
        fmt::format("that each cell of column `{}` names one competency (`split` parts lists)",
                    shownHead(column)),
        out_.span(row, column));
  }
}

void Surveyor::doubtTwinColumns() {
  std::set<std::string> used;
  for (size_t column = 0; column < width(); ++column) {
    if (isTaken(column)) used.insert(fold(out_.head(column)));
  }
  for (const size_t column : out_.unused) {
    const std::string head = out_.head(column);
    if (!head.empty() && used.contains(fold(head)) && facts_[column].filled > 0)
      doubt(fmt::format("that column `{}`, the second one with that name, says nothing", head),
            out_.span(*out_.header, column));
  }
}

void Surveyor::doubtSecondTable() {
  if (!out_.header) return;
  size_t title = 0;
  while (title < width() && out_.head(title).empty()) ++title;
  if (title == width()) return;
  const std::string head = fold(out_.head(title));
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    if (out_.isSkippedRow(row) || filledIn(row) < 2 || fold(out_.text(row, title)) != head)
      continue;
    return doubt(
        fmt::format("that row {} is of this table, though it begins with `{}` like the header",
                    row + 1, out_.text(row, title)),
        out_.span(row, title));
  }
}

}  // namespace cadre::import::sheets
