// What each column seems to be: takes its header and its cells, gives it a role, a level, or none.
// Does not ask how columns fit together.
#include "import/sheets/surveyor.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

namespace {

/// A few short words that come again and again.
bool looksLikeLevels(const ColumnFacts& facts) {
  constexpr size_t mostLevels = 8;
  constexpr double longest = 24;
  const size_t distinct = facts.distinct.size();
  return distinct >= 2 && distinct <= mostLevels && facts.filled > distinct &&
         facts.meanLength() <= longest && llvm::all_of(facts.distinct, [](const auto& it) {
           const auto number = readNumber(it);
           return !number || (*number >= 0 && *number <= 10);
         });
}

}  // namespace

void Surveyor::measure() {
  facts_.resize(width());
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    if (out_.isSkippedRow(row)) continue;
    for (size_t column = 0; column < width(); ++column) {
      const std::string text = out_.text(row, column);
      if (text.empty()) continue;
      ColumnFacts& facts = facts_[column];
      ++facts.filled;
      facts.length += unicode::length(text);
      facts.values += isKnownValue(text) ? 1 : 0;
      if (facts.distinct.size() < 200) facts.distinct.insert(fold(text));
    }
  }
}

bool Surveyor::isKnownValue(const std::string& text) {
  const auto [entry, isNew] = values_.try_emplace(text, false);
  if (isNew) entry->second = isValue(text);
  return entry->second;
}

void Surveyor::findRoles() {
  for (size_t column = 0; column < width(); ++column) {
    if (llvm::is_contained(out_.skipColumns, column)) continue;
    const HeaderWord* word = findHeaderWord(headAt(column));
    if (!word) continue;
    auto& list = out_.columns[word->role];
    if (!list.empty() && word->role != Role::Category) continue;
    list.push_back(column);
    ++out_.languages[word->language.str()];
  }
  // `Niveau`, `Stufe 2`: those words tell of a language too.
  if (has(Role::Kind) && !anyKind()) out_.columns.erase(Role::Kind);
}

std::string Surveyor::headAt(size_t column) const {
  std::string head = out_.head(column);
  if (head.empty() && out_.groupRow && *out_.groupRow + 1 == out_.header.value_or(0))
    head = out_.text(*out_.groupRow, column);
  return head;
}

bool Surveyor::anyKind() const {
  const auto& words = facts_[columnOf(Role::Kind)].distinct;
  return words.size() <= 12 &&
         llvm::any_of(words, [](const std::string& it) { return guessKind(it).has_value(); });
}

void Surveyor::findUnused() {
  for (size_t column = 0; column < width(); ++column) {
    if (isTaken(column) || out_.isLevel(column) || llvm::is_contained(out_.cells, column)) continue;
    if (facts_[column].filled > 0 || !out_.head(column).empty()) out_.unused.push_back(column);
  }
  doubtIdleTexts();
  doubtIdleCells();
  const bool needsLevel =
      out_.shape == Shape::List ? has(Role::Competency) || has(Role::Code) : has(Role::Indicators);
  if (!needsLevel || has(Role::Level) || !out_.levels.empty()) return;
  for (const size_t column : out_.unused) {
    if (looksLikeLevels(facts_[column]))
      doubt(fmt::format("that column `{}`, whose cells look like levels, says nothing",
                        shownHead(column)),
            out_.span(out_.header.value_or(0), column));
  }
}

void Surveyor::doubtIdleCells() {
  constexpr double longest = 12;
  if (out_.shape != Shape::Matrix) return;
  for (const size_t column : out_.unused) {
    const ColumnFacts& facts = facts_[column];
    const bool isBeside = llvm::is_contained(out_.cells, column + 1) ||
                          (column > 0 && llvm::is_contained(out_.cells, column - 1));
    if (!isBeside || facts.filled == 0 || facts.meanLength() > longest ||
        out_.head(column).empty() || findHeaderWord(out_.head(column)))
      continue;
    doubt(fmt::format("that column `{}`, which stands beside those with requirements, says nothing",
                      shownHead(column)),
          out_.span(*out_.header, column));
  }
}

}  // namespace cadre::import::sheets
