// What a row says of profiles: takes the cells of a matrix or a row of a list, gives the collector
// what is required, at which level and how much. A cell that says none of it is left over.
#include "diag/kinds/import.h"
#include "import/foreign/numbers.h"
#include "import/sheets/reader.h"

#include <fmt/format.h>

namespace cadre::import::sheets {

using foreign::parseNumber;
using foreign::TextUse;

void SheetReader::readCompetencyRow(size_t row) {
  const Who it = who(Role::Competency, Role::Code, row);
  if (!names(it, "competency", row)) return;
  const auto index = competency(it, true, row);
  if (!index) return;
  describe(*index, row);
  for (const auto& [column, profile] : cells_) readCell(profile, *index, {row, column});
  settleRowWords(row);
}

void SheetReader::readProfileRow(size_t row) {
  const Who it = who(Role::Profile, Role::ProfileCode, row);
  if (!names(it, "profile", row)) return;
  const auto index = profile(it, row);
  if (!index) return;
  for (const auto& [column, competency] : cells_) readCell(*index, competency, {row, column});
}

void SheetReader::readListRow(size_t row) {
  const Who whoP = who(Role::Profile, Role::ProfileCode, row);
  if (whoP.title.text.empty() && whoP.code.text.empty()) {
    names(whoP, "profile", row);
    return;
  }
  std::vector<size_t> profiles;
  for (const Who& item : itemsOf(whoP, Role::Profile, Role::ProfileCode, "profiles", row)) {
    const auto index = profile(item, row);
    if (!index) return;
    profiles.push_back(*index);
  }
  const Who whoC = who(Role::Competency, Role::Code, row);
  const std::vector<Who> items = itemsOf(whoC, Role::Competency, Role::Code, "competencies", row);
  const bool namesCompetency = !whoC.title.text.empty() || !whoC.code.text.empty();
  if (!namesCompetency && !table_.hasOpen(row)) return;
  if (!namesCompetency) {
    names(whoC, "competency", row);
    return;
  }
  for (const Who& item : items) {
    const auto competencyIndex = competency(item, true, row);
    if (!competencyIndex) continue;
    describe(*competencyIndex, row);
    for (const size_t profile : profiles) readListed(profile, *competencyIndex, row);
  }
  table_.leaveRow(row, unplaced);
}

std::optional<size_t> SheetReader::profile(const Who& who, size_t row) {
  const auto index = collector_.profile(who, row);
  if (!index) {
    if (who.title.text.empty()) {
      diagnostics_.report(who.code.span, diag::SheetNoTitle, row + 1,
                          "profile that is known, nor a title for one");
    }
    for (const Role role : {Role::Profile, Role::ProfileCode}) {
      if (const auto at = find(role, row)) table_.leave(*at, "does not say which profile is meant");
    }
    table_.leaveRow(row, unplaced);
    return {};
  }
  const Said& stands = data_.profiles[*index].title;
  leaveForeignCode(data_.profiles[*index].code, who, Role::ProfileCode, row);
  set(Role::ProfileAbout, data_.profiles[*index].about, "the description", stands.text, row);
  const auto titles = path(Role::Family, row, file_.shape == Shape::Matrix && file_.profilesInRows);
  const auto family = find(Role::Family, row);
  const Span span = family ? table_.span(*family) : Span{};
  if (!collector_.setFamily(*index, titles, span, row) && family)
    table_.leave(*family, contradicts);
  return index;
}

std::vector<Who> SheetReader::itemsOf(const Who& who, Role title, Role code, StringRef what,
                                      size_t row) {
  const auto split = file_.split.find(title);
  if (split == file_.split.end() || who.title.text.empty()) return {who};
  const auto at = find(title, row);
  const auto lines = at ? table_.text(*at, TextUse::Quoted, true) : std::nullopt;
  std::vector<Who> items;
  for (std::string& item : splitItems(lines.value_or(who.title.text), split->second))
    items.push_back({{std::move(item), who.title.span}, {}});
  if (items.size() == 1) {
    items.front().code = who.code;
  } else if (const auto cell = find(code, row)) {
    reportWordOnce(*cell, who.code.text, fmt::format("a code for several {}", what.str()));
    table_.leave(*cell, fmt::format("is a code for several {}", what.str()));
  }
  return items;
}

void SheetReader::readCell(size_t profile, size_t competency, At at) {
  if (table_.isEmpty(at)) return;
  const auto said = need(at);
  if (said && said->isRequired) require(profile, competency, at, *said);
}

void SheetReader::readListed(size_t profile, size_t competency, size_t row) {
  const auto level = find(Role::Level, row);
  Need said;
  const bool wasLeft = level && table_.fate(*level) == Fate::Left;
  if (level && !wasLeft) {
    const auto read = need(*level);
    if (!read) return;
    said = *read;
  } else if (wasLeft) {
    return;
  }
  if (!said.isRequired) return settleRowWords(row);
  const auto at = level ? level : find(Role::Competency, row);
  const At where = at.value_or(find(Role::Code, row).value_or(At{row, 0}));
  Requirement it;
  if (!complete(said, competency, where, it)) return;
  it.because = text(Role::Because, row).text;
  const Collector::Differences differs = collector_.addRequirement(profile, std::move(it), row);
  leaveDifferences(differs, where);
  // Of a requirement at another level, nothing was taken.
  for (const Role role : {Role::Importance, Role::Weight, Role::Because}) {
    if (const auto cell = find(role, row); cell && differs.level) table_.leave(*cell, contradicts);
  }
}

std::optional<Need> SheetReader::need(At at) {
  const auto word = table_.text(at, TextUse::Quoted);
  if (!word) return {};
  const auto need = readNeed(*word, map_);
  if (!need) {
    diagnostics_.report(table_.span(at), diag::SheetValue, *word, at.row + 1)
        .help(diag::SheetExplainValue);
    table_.leave(at, notUnderstood);
  } else if (!need->isRequired) {
    table_.settle(at, Fate::NotRequired);
  }
  return need;
}

bool SheetReader::complete(Need& need, size_t competency, At at, Requirement& into) {
  if (need.level.empty() && file_.fixed.contains(Role::Level)) {
    need.level = map_.scale.find(file_.fixed.at(Role::Level)).value_or("");
  }
  if (need.level.empty() && map_.scale.isThere()) {
    diagnostics_.report(table_.span(at), diag::SheetNoLevel,
                        data_.competencies[competency].title.text, "is required", at.row + 1);
    table_.leave(at, "says no level");
    return false;
  }
  into.competency = competency;
  into.level = need.level;
  into.importance = need.importance;
  into.span = table_.span(at);
  readImportanceAndWeight(at.row, into);
  return true;
}

void SheetReader::readImportanceAndWeight(size_t row, Requirement& into) {
  if (const auto at = find(Role::Importance, row)) {
    const auto word = table_.text(*at, TextUse::Quoted);
    const auto importance = word ? readImportance(*word, map_) : std::nullopt;
    if (importance) {
      if (into.importance.empty()) into.importance = *importance;
    } else if (word) {
      reportWordOnce(*at, *word, "an importance");
      table_.leave(*at, "is an importance that the map does not explain");
    }
  } else if (const auto fixed = file_.fixed.find(Role::Importance);
             fixed != file_.fixed.end() && into.importance.empty()) {
    into.importance = fixed->second;
  }
  if (const auto at = find(Role::Weight, row)) {
    std::string number = table_.text(*at, TextUse::Quoted).value_or("");
    std::replace(number.begin(), number.end(), ',', '.');
    const bool isPercent = StringRef(number).ends_with("%");
    if (isPercent) number = StringRef(number).drop_back().rtrim().str();
    const auto value = parseNumber(number);
    if (value && *value > 0) {
      if (isPercent) percent_.insert({at->row, at->column});
      into.weight = number;
    } else if (!number.empty()) {
      if (table_.fate(*at) != Fate::Left)
        diagnostics_.report(table_.span(*at), diag::SheetNotANumber, table_.cell(*at),
                            "a weight, which is more than 0", row + 1);
      table_.leave(*at, "is no weight");
    }
  } else if (const auto fixed = file_.fixed.find(Role::Weight); fixed != file_.fixed.end()) {
    into.weight = fixed->second;
  }
}

void SheetReader::settleRowWords(size_t row) {
  Requirement unused;
  readImportanceAndWeight(row, unused);
}

void SheetReader::reportWordOnce(At at, const std::string& word, StringRef what) {
  if (table_.fate(at) != Fate::Left)
    diagnostics_.report(table_.span(at), diag::SheetWord, word, what, at.row + 1);
}

void SheetReader::require(size_t profile, size_t competency, At at, Need need) {
  Requirement it;
  if (!complete(need, competency, at, it)) return;
  leaveDifferences(collector_.addRequirement(profile, std::move(it), at.row), at);
}

void SheetReader::leaveDifferences(const Collector::Differences& differs, At at) {
  const auto leave = [&](bool differs, Role role) {
    if (!differs) return;
    table_.leave(find(role, at.row).value_or(at), contradicts);
  };
  if (differs.level) table_.leave(at, contradicts);
  leave(differs.importance, Role::Importance);
  leave(differs.weight, Role::Weight);
  leave(differs.because, Role::Because);
}

}  // namespace cadre::import::sheets
