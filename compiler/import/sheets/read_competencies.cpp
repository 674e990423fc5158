// What a row says of a competency: takes its cells, gives the collector the description, categories
// and keywords, and the texts of its levels. Requires nothing of anybody.
#include "diag/kinds/import.h"
#include "import/sheets/reader.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

using foreign::TextUse;

void SheetReader::readCompetency(size_t row) {
  const Who it = who(Role::Competency, Role::Code, row);
  if (!names(it, "competency", row)) return;
  const auto index = competency(it, false, row);
  if (!index) return;
  describe(*index, row);
  for (const auto& [level, column] : levels_) readLevelCell(*index, level, {row, column});
  readLongLevel(*index, row);
}

std::optional<size_t> SheetReader::competency(const Who& who, bool mentioned, size_t row) {
  const auto index = collector_.competency(who, mentioned, row);
  if (index) {
    leaveForeignCode(data_.competencies[*index].code, who, Role::Code, row);
    return index;
  }
  if (who.title.text.empty()) {
    diagnostics_.report(who.code.span, diag::SheetNoTitle, row + 1,
                        "competency that is known, nor a title for one");
  }
  for (const Role role : {Role::Competency, Role::Code}) {
    if (const auto at = find(role, row))
      table_.leave(*at, "does not say which competency is meant");
  }
  table_.leaveRow(row, unplaced);
  return {};
}

void SheetReader::leaveForeignCode(const Said& own, const Who& who, Role code, size_t row) {
  if (who.code.text.empty() || fold(own.text) == fold(who.code.text)) return;
  if (const auto at = find(code, row)) table_.leave(*at, "is the code of something else");
}

void SheetReader::describe(size_t index, size_t row) {
  const std::string whose = data_.competencies[index].title.text;
  set(Role::About, data_.competencies[index].about, "the description", whose, row);
  readKindOf(index, row);
  readCategories(index, row);
  if (const auto at = find(Role::Keywords, row)) {
    const auto words = table_.text(*at, TextUse::Quoted, true);
    auto& into = data_.competencies[index].keywords;
    for (std::string& word :
         splitItems(words.value_or(""), separators(Role::Keywords, {"\n", ";", ","}))) {
      if (!llvm::is_contained(into, word)) into.push_back(std::move(word));
    }
  }
}

void SheetReader::readKindOf(size_t index, size_t row) {
  Said& field = data_.competencies[index].kind;
  const auto at = find(Role::Kind, row);
  if (!at) {
    const auto fixed = file_.fixed.find(Role::Kind);
    if (fixed != file_.fixed.end() && field.text.empty()) field = {fixed->second, {}};
    return;
  }
  const auto word = table_.text(*at, TextUse::Quoted);
  if (!word) return;
  const auto kind = readKind(*word, map_);
  if (!kind) {
    diagnostics_.report(table_.span(*at), diag::SheetWord, *word, "a kind", row + 1);
    table_.leave(*at, "is a kind that the map does not explain");
  } else if (collector_.set(field, {*kind, table_.span(*at)}, "the kind",
                            data_.competencies[index].title.text, row) == Collector::Set::Differs) {
    table_.leave(*at, contradicts);
  }
}

void SheetReader::readCategories(size_t index, size_t row) {
  const bool grouped = !(file_.shape == Shape::Matrix && file_.profilesInRows);
  const auto split = file_.split.find(Role::Category);
  const bool splits = split != file_.split.end();
  const std::vector<std::string> titles = path(Role::Category, row, grouped, splits);
  if (titles.empty()) return;
  const auto at = find(Role::Category, row);
  const Span span = at ? table_.span(*at) : Span{};
  if (!splits) {
    if (const auto group = collector_.category(titles, span)) collector_.addCategory(index, *group);
    return;
  }
  for (const std::string& item : splitItems(titles.back(), split->second)) {
    std::vector<std::string> own(titles.begin(), titles.end() - 1);
    addTrail(item, own);
    if (const auto group = collector_.category(own, span)) collector_.addCategory(index, *group);
  }
}

void SheetReader::readLevelCell(size_t index, const std::string& level, At at) {
  if (table_.isEmpty(at)) return;
  const auto meaning = map_.values.find(fold(table_.cell(at)));
  if (meaning != map_.values.end() && meaning->second.what == Meaning::NotRequired) {
    meaning->second.isSaid = true;
    return table_.settle(at, Fate::NotRequired);
  }
  if (!isMark(table_.cell(at))) return addIndicators(index, level, at);
  table_.settle(at, Fate::Used);
  collector_.addLevel(index, level);
}

void SheetReader::addIndicators(size_t index, const std::string& level, At at) {
  const auto text = table_.text(at, TextUse::Bullet, true);
  if (!text) return;
  for (const std::string& item : splitItems(*text, separators(Role::Indicators, {"\n"}))) {
    if (collector_.addIndicator(index, level, item)) continue;
    diagnostics_.report(table_.span(at), diag::SheetTwice, fmt::format("`{}`", item), at.row + 1);
    table_.leave(at, "stands twice");
  }
}

void SheetReader::readLongLevel(size_t index, size_t row) {
  const auto indicators = columns_.find(Role::Indicators);
  const auto at = find(Role::Level, row);
  std::string level;
  if (at) {
    const auto word = table_.text(*at, TextUse::Quoted);
    const auto need = word ? readNeed(*word, map_) : std::nullopt;
    if (!word) return;
    if (!need || need->level.empty()) {
      if (need && !need->isRequired) return table_.settle(*at, Fate::NotRequired);
      diagnostics_.report(table_.span(*at), diag::SheetValue, *word, row + 1)
          .help(diag::SheetExplainValue);
      table_.leave(*at, notUnderstood);
      return;
    }
    level = need->level;
    collector_.addLevel(index, level);
  } else if (const auto fixed = file_.fixed.find(Role::Level); fixed != file_.fixed.end()) {
    level = map_.scale.find(fixed->second).value_or("");
  }
  if (indicators == columns_.end()) return;
  for (const size_t column : indicators->second) {
    const At cell{row, column};
    if (table_.isEmpty(cell)) continue;
    if (level.empty() && map_.scale.isThere()) {
      diagnostics_.report(table_.span(cell), diag::SheetNoLevel,
                          data_.competencies[index].title.text, "this is about", row + 1);
      table_.leave(cell, "is about no level");
    } else {
      addIndicators(index, level, cell);
    }
  }
}

}  // namespace cadre::import::sheets
