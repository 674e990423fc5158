// A survey in its steps: takes a table, lets each step find what the next ones stand on, gives what
// was found. Says once what all steps ask of it.
#include "import/foreign/characters.h"
#include "import/sheets/surveyor.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::import::sheets {

using foreign::columnLetters;
using foreign::CsvCell;
using foreign::findWrong;
using foreign::TextUse;

Survey Surveyor::run() {
  findHeader();
  findBrokenHeader();
  doubtRowsAbove();
  findSkips();
  measure();
  findRoles();
  findLevels();
  findShape();
  findGaps();
  findGroupRows();
  findTitle();
  findSplit();
  findUnused();
  doubtOddities();
  return std::move(out_);
}

size_t Surveyor::filledIn(size_t row) const {
  size_t number = 0;
  for (size_t column = 0; column < width(); ++column) {
    const bool counts =
        !out_.text(row, column).empty() && !llvm::is_contained(out_.skipColumns, column);
    number += counts ? 1 : 0;
  }
  return number;
}

bool Surveyor::isTaken(size_t column) const {
  return llvm::is_contained(out_.skipColumns, column) ||
         llvm::any_of(out_.columns,
                      [&](const auto& it) { return llvm::is_contained(it.second, column); });
}

void Surveyor::dropRoles(size_t column) {
  for (auto it = out_.columns.begin(); it != out_.columns.end();) {
    std::erase(it->second, column);
    it = it->second.empty() ? out_.columns.erase(it) : std::next(it);
  }
}

bool Surveyor::isOwnSheet() const {
  return has(Role::Code) && fold(out_.head(columnOf(Role::Code))) == "competency id";
}

std::string Survey::shownHead(size_t column) const {
  const std::string it = head(column);
  return it.empty() ? columnLetters(column) : it;
}

bool Survey::isLevel(size_t column) const {
  return llvm::any_of(levels, [&](const auto& it) { return it.second == column; });
}

Span Survey::span(size_t row, size_t column) const {
  const CsvCell& cell = table.at(row, column);
  return {file, cell.begin, cell.end};
}

bool Survey::isSkippedRow(size_t row) const {
  return footers.contains(row) || repeats.contains(row) || totals.contains(row);
}

void Survey::each(llvm::ArrayRef<size_t> wanted,
                  llvm::function_ref<void(const std::string&, Span)> take) const {
  for (size_t row = firstRow; row < table.rows.size(); ++row) {
    if (isSkippedRow(row)) continue;
    for (const size_t column : wanted) {
      const std::string it = text(row, column);
      if (!it.empty() && isPlainText(it)) take(it, span(row, column));
    }
  }
}

bool isPlainText(StringRef text) { return findWrong(text, TextUse::Quoted) == text.size(); }

Survey survey(const GuessFile& file, const Known& known) { return Surveyor(file, known).run(); }

}  // namespace cadre::import::sheets
