// The levels that head columns: takes headers and what stands below them, gives the columns that
// describe levels. Sorts none: their order is found once all files are known.
#include "import/sheets/surveyor.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

namespace {

/// What is about a competency and no level of it, where it stands beside levels.
bool isMatter(StringRef folded) {
  static constexpr StringRef words[] = {
      "owner",     "source",      "link",           "url",        "example",   "examples",
      "training",  "course",      "courses",        "evidence",   "method",    "question",
      "questions", "date",        "review",         "reviewed",   "last",      "updated",
      "author",    "version",     "contact",        "status",     "quelle",    "beispiel",
      "beispiele", "schulung",    "verantwortlich", "assessment", "resources", "tools",
      "standard",  "responsible", "file",           "total"};
  return anyWord(folded, [](StringRef it) { return llvm::is_contained(words, it); });
}

std::string columnsCalled(llvm::ArrayRef<std::string> heads) {
  return fmt::format("column{} {}", heads.size() == 1 ? "" : "s", inBackticks(heads));
}

}  // namespace

void Surveyor::findLevels() {
  out_.isOwn = isOwnSheet();
  if (out_.isOwn && !has(Role::Profile)) return findOwnLevels();
  LevelColumns found;
  bool isSure = false;
  for (size_t column = 0; column < width(); ++column) {
    if (isTaken(column)) continue;
    const std::string head = headAt(column);
    const bool isKnown = known_.levels.contains(fold(head));
    if (const auto word = readAnyLevel(head)) {
      found.emplace_back(*word, column);
      isSure = isSure || isKnown || levelSortOf(fold(head)) != LevelSort::Ladder;
    } else if (isKnown) {
      found.emplace_back(LevelWord{head, {}, 0}, column);
      isSure = true;
    }
  }
  if (found.empty() || has(Role::Profile)) return;
  size_t filled = 0;
  size_t values = 0;
  size_t marks = 0;
  for (const auto& [word, column] : found) {
    filled += facts_[column].filled;
    values += facts_[column].values;
    for (const std::string& text : facts_[column].distinct) marks += isYes(text) ? 1 : 0;
  }
  // Below `Junior` and `Senior`, marks say what these need.
  if (values * 2 > filled && (marks == 0 || !isSure)) return;
  adoptNeighbours(found);
  dropTwins(found);
  if (found.size() < 2) return;
  if (!isSure) {
    std::vector<std::string> heads;
    for (const auto& [word, column] : found) heads.push_back(shownHead(column));
    doubt(fmt::format("that {} describe levels", columnsCalled(heads)),
          out_.span(out_.header.value_or(0), found.front().second));
  }
  out_.levels = std::move(found);
}

void Surveyor::dropTwins(LevelColumns& found) {
  std::set<std::string> titles;
  llvm::erase_if(found, [&](const auto& it) {
    if (titles.insert(fold(it.first.title)).second) return false;
    doubt(fmt::format("that column {}, a second one called `{}`, says nothing",
                      foreign::columnLetters(it.second), it.first.title),
          out_.span(out_.header.value_or(0), it.second));
    return true;
  });
}

void Surveyor::adoptNeighbours(LevelColumns& found) {
  size_t filled = 0;
  size_t length = 0;
  for (const auto& [word, column] : found) {
    filled += facts_[column].filled;
    length += facts_[column].length;
  }
  if (filled == 0) return;
  const double mean = static_cast<double>(length) / static_cast<double>(filled);
  const auto isFree = [&](size_t column) {
    return !isTaken(column) && !out_.head(column).empty() && facts_[column].filled > 0 &&
           !findHeaderWord(out_.head(column)) &&
           llvm::none_of(found, [&](const auto& it) { return it.second == column; });
  };
  const size_t first = found.front().second;
  const size_t last = found.back().second;
  std::vector<std::string> heads;
  LevelColumns all = found;
  const auto adopt = [&](size_t column) {
    heads.push_back(shownHead(column));
    all.emplace_back(LevelWord{out_.head(column), {}, 0}, column);
  };
  for (size_t column = first + 1; column < last; ++column) {
    if (isFree(column) && facts_[column].valueShare() < 0.5) adopt(column);
  }
  const auto fits = [&](size_t column) {
    return isFree(column) && isTextLike(column, mean) && !isMatter(fold(out_.head(column)));
  };
  // What stands before them may be the titles, where no header says which column has these.
  for (size_t column = first; has(Role::Competency) && column-- > 0 && fits(column);) adopt(column);
  for (size_t column = last + 1; column < width() && fits(column); ++column) adopt(column);
  if (heads.empty()) return;
  llvm::sort(all, [](const auto& x, const auto& y) { return x.second < y.second; });
  found = std::move(all);
  doubt(fmt::format("that {} {} levels too", columnsCalled(heads),
                    heads.size() == 1 ? "describes one of the" : "describe"),
        out_.span(out_.header.value_or(0), first));
}

bool Surveyor::isTextLike(size_t column, double length) const {
  const ColumnFacts& facts = facts_[column];
  // Few texts come twice, and they are about as long as the others.
  return facts.valueShare() < 0.5 && facts.distinct.size() * 10 >= facts.filled * 8 &&
         facts.meanLength() * 3 >= length && facts.meanLength() <= length * 3;
}

void Surveyor::findOwnLevels() {
  size_t behind = width();
  size_t scale = width();
  for (size_t column = 0; column < width(); ++column) {
    const std::string head = fold(out_.head(column));
    if (head == "indicators" && behind == width()) behind = column + 1;
    if (head == "scale" && behind == width()) scale = column;
  }
  if (scale == width()) return;
  std::vector<std::string> scales;
  for (size_t row = out_.firstRow; row < rows(); ++row) {
    const std::string title = out_.text(row, scale);
    if (!title.empty() && !llvm::is_contained(scales, title)) scales.push_back(title);
  }
  if (scales.size() > 1)
    doubt(fmt::format("that the scales {} become one", inBackticks(scales)),
          out_.span(out_.header.value_or(0), scale));
  LevelColumns numbers;
  LevelColumns named;
  for (size_t column = behind; column < width(); ++column) {
    const std::string head = out_.head(column);
    if (head.empty()) continue;
    // A role that its title has by chance is none.
    dropRoles(column);
    StringRef rest = head;
    const bool isNumber =
        llvm::any_of(scales, [&](const std::string& it) { return rest.consume_front(it + " "); });
    if (isNumber && readNumber(rest))
      numbers.emplace_back(LevelWord{rest.str(), {}, 0}, column);
    else
      named.emplace_back(LevelWord{head, {}, 0}, column);
  }
  out_.isNumeric = named.empty() && !numbers.empty();
  out_.levels = std::move(out_.isNumeric ? numbers : named);
}

void Surveyor::doubtIdleTexts() {
  if (out_.shape != Shape::Competencies || !out_.levels.empty() || out_.isOwn) return;
  std::vector<std::string> heads;
  size_t first = 0;
  for (const size_t column : out_.unused) {
    const ColumnFacts& facts = facts_[column];
    const std::string head = out_.head(column);
    if (head.empty() || facts.filled == 0 || isMatter(fold(head)) || findHeaderWord(head)) continue;
    const bool isLevel = readAnyLevel(head).has_value();
    if (!isLevel && facts.values == facts.filled) continue;
    if (heads.empty()) first = column;
    heads.push_back(head);
  }
  const bool isLevel = heads.size() == 1 && readAnyLevel(heads.front());
  if (heads.size() < 2 && !isLevel) return;
  doubt(fmt::format("that {}, which may describe levels, {} nothing", columnsCalled(heads),
                    heads.size() == 1 ? "says" : "say"),
        out_.span(out_.header.value_or(0), first));
}

}  // namespace cadre::import::sheets
