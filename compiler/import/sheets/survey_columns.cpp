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

void Surveyor::findLevels() {
  std::vector<std::pair<LevelWord, size_t>> found;
  for (size_t column = 0; column < width(); ++column) {
    if (isTaken(column)) continue;
    const std::string head = headAt(column);
    if (const auto word = readLevelWord(head))
      found.emplace_back(*word, column);
    else if (known_.levels.contains(fold(head)))
      found.emplace_back(LevelWord{head, {}, 0}, column);
  }
  if (found.size() < 2 || has(Role::Profile)) return;
  size_t filled = 0;
  size_t values = 0;
  size_t marks = 0;
  for (const auto& [word, column] : found) {
    filled += facts_[column].filled;
    values += facts_[column].values;
    for (const std::string& text : facts_[column].distinct) marks += isYes(text) ? 1 : 0;
  }
  if (values * 2 <= filled || marks > 0) out_.levels = std::move(found);
}

void Surveyor::findUnused() {
  for (size_t column = 0; column < width(); ++column) {
    const bool isLevel =
        llvm::any_of(out_.levels, [&](const auto& it) { return it.second == column; });
    if (isTaken(column) || isLevel || llvm::is_contained(out_.cells, column)) continue;
    if (facts_[column].filled > 0 || !out_.head(column).empty()) out_.unused.push_back(column);
  }
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

}  // namespace cadre::import::sheets
