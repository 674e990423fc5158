#include "import/sheet_collect.h"

#include "diag/kinds/import.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::import::sheet {

/// A code leads to its own thing; a title to the one thing that has it, unless codes keep two
/// apart.
template <class Thing>
std::optional<size_t> Collector::find(std::vector<Thing>& things, Index& index, const Who& who,
                                      size_t row, bool& isNew) {
  isNew = false;
  const std::string title = fold(who.title.text);
  const std::string code = oneLine(who.code.text);
  if (!code.empty()) {
    if (const auto found = index.byCode.find(code); found != index.byCode.end()) {
      Thing& thing = things[found->second];
      if (!title.empty() && fold(thing.title.text) != title)
        set(thing.title, who.title, "the title", code, row);
      return found->second;
    }
    if (title.empty()) return {};
    const auto& same = index.byTitle[title];
    const auto free = llvm::find_if(same, [&](size_t it) { return things[it].code.text.empty(); });
    if (free != same.end()) {
      things[*free].code = {code, who.code.span};
      index.byCode[code] = *free;
      return *free;
    }
    if (!same.empty()) {
      diagnostics_
          .report(who.title.span, diag::SheetSameTitle, who.title.text,
                  "their codes keep them apart")
          .label(things[same.front()].title.span, diag::ImportFirstHere);
    }
  } else {
    const auto& same = index.byTitle[title];
    if (same.size() > 1) {
      diagnostics_
          .report(who.title.span, diag::SheetSameTitle, who.title.text, "no code here says which")
          .label(things[same.front()].title.span, diag::ImportFirstHere);
      return {};
    }
    if (!same.empty()) return same.front();
    if (const auto found = index.byCode.find(oneLine(who.title.text)); found != index.byCode.end())
      return found->second;
  }
  isNew = true;
  index.byTitle[title].push_back(things.size());
  if (!code.empty()) index.byCode[code] = things.size();
  Thing thing;
  thing.title = who.title;
  if (!code.empty()) thing.code = {code, who.code.span};
  things.push_back(std::move(thing));
  return things.size() - 1;
}

std::optional<size_t> Collector::competency(const Who& who, bool mentioned, size_t row) {
  bool isNew = false;
  const auto found = find(data_.competencies, competencies_, who, row, isNew);
  if (found && isNew && mentioned && defines_) reportNew(who, row);
  return found;
}

void Collector::reportNew(const Who& who, size_t row) {
  auto report =
      diagnostics_.report(who.title.span, diag::SheetNewCompetency, who.title.text, row + 1);
  // Where many are new, none of them is a slip of the pen.
  constexpr size_t mostCompared = 200;
  if (++made_ > mostCompared) return;
  std::vector<StringRef> titles;
  for (const Competency& it : llvm::ArrayRef(data_.competencies).drop_back())
    titles.push_back(it.title.text);
  const auto near = suggest(who.title.text, titles, 1);
  if (!near.empty()) report.help(diag::ImportDidYouMean, near.front());
}

std::optional<size_t> Collector::profile(const Who& who, size_t row) {
  bool isNew = false;
  return find(data_.profiles, profiles_, who, row, isNew);
}

Collector::Set Collector::set(Said& field, const Said& value, StringRef what, StringRef whose,
                              size_t row) {
  if (value.text.empty() || fold(field.text) == fold(value.text)) return Set::Same;
  if (field.text.empty()) {
    field = value;
    return Set::Taken;
  }
  diagnostics_.report(value.span, diag::SheetContradiction, what, whose, row + 1)
      .label(field.span, diag::ImportFirstHere);
  return Set::Differs;
}

std::optional<size_t> Collector::group(std::vector<Group>& groups, GroupIndex& index,
                                       llvm::ArrayRef<std::string> path, Span span) {
  std::optional<size_t> here;
  for (const std::string& title : path) {
    if (title.empty()) continue;
    const auto [entry, isNew] = index.try_emplace({here, fold(title)}, groups.size());
    if (isNew) groups.push_back({title, here, span});
    here = entry->second;
  }
  return here;
}

bool Collector::setFamily(size_t profile, llvm::ArrayRef<std::string> path, Span span, size_t row) {
  Profile& it = data_.profiles[profile];
  if (!it.familyIndex) {
    it.familyIndex = family(path, span);
    if (it.familyIndex) it.family = {data_.families[*it.familyIndex].title, span};
    return true;
  }
  std::vector<std::string> titles;
  for (std::optional<size_t> at = it.familyIndex; at; at = data_.families[*at].parent)
    titles.insert(titles.begin(), fold(data_.families[*at].title));
  std::vector<std::string> said;
  for (const std::string& title : path) {
    if (!title.empty()) said.push_back(fold(title));
  }
  if (said.empty() || said == titles) return true;
  diagnostics_.report(span, diag::SheetContradiction, "the family", it.title.text, row + 1)
      .label(it.family.span, diag::ImportFirstHere);
  return false;
}

void Collector::addCategory(size_t competency, size_t category) {
  auto& categories = data_.competencies[competency].categories;
  if (!llvm::is_contained(categories, category)) categories.push_back(category);
}

LevelTexts& Collector::levelOf(Competency& competency, StringRef level) {
  const auto found =
      llvm::find_if(competency.levels, [&](const LevelTexts& it) { return it.level == level; });
  if (found != competency.levels.end()) return *found;
  competency.levels.push_back({level.str(), {}});
  return competency.levels.back();
}

void Collector::addLevel(size_t competency, StringRef level) {
  levelOf(data_.competencies[competency], level);
}

bool Collector::addIndicator(size_t competency, StringRef level, StringRef text) {
  Competency& it = data_.competencies[competency];
  auto& list = level.empty() ? it.indicators : levelOf(it, level).indicators;
  if (llvm::is_contained(list, text)) return false;
  list.push_back(text.str());
  return true;
}

Collector::Set Collector::addRequirement(size_t profile, Requirement requirement, size_t row) {
  auto& list = data_.profiles[profile].requirements;
  const auto [entry, isNew] =
      requirements_.try_emplace({profile, requirement.competency}, list.size());
  if (isNew) {
    list.push_back(std::move(requirement));
    return Set::Taken;
  }
  Requirement& first = list[entry->second];
  const bool isSame = first.level == requirement.level &&
                      first.importance == requirement.importance &&
                      first.weight == requirement.weight &&
                      (requirement.because.empty() || first.because == requirement.because);
  if (isSame) return Set::Same;
  diagnostics_
      .report(requirement.span, diag::SheetContradiction,
              fmt::format("what `{}` requires", data_.profiles[profile].title.text),
              data_.competencies[requirement.competency].title.text, row + 1)
      .label(first.span, diag::ImportFirstHere);
  return Set::Differs;
}

}  // namespace cadre::import::sheet
