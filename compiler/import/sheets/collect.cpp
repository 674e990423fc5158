#include "import/sheets/collect.h"

#include "diag/kinds/import.h"
#include "import/foreign/numbers.h"
#include "support/suggest.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

using foreign::parseNumber;

namespace {

/// A text as a message shows it: the beginning of a long one.
std::string shown(StringRef text) {
  constexpr size_t most = 40;
  size_t at = 0;
  for (size_t number = 0; at < text.size(); ++number) {
    if (number == most) return fmt::format("`{}…`", text.take_front(at).rtrim());
    at += unicode::decode(text, at).length;
  }
  return fmt::format("`{}`", text);
}

/// What two requirements say otherwise, of one and of the other.
struct Sides {
  std::vector<std::string> here, before;

  bool add(StringRef what, StringRef one, StringRef other) {
    here.push_back(fmt::format("{} {}", what, shown(one)));
    before.push_back(fmt::format("{} {}", what, shown(other)));
    return true;
  }
};

/// Fills in what `first` does not say. True where both say it, and not the same.
bool complete(std::string& first, const std::string& value, StringRef what, Sides& sides) {
  if (value.empty() || first == value) return false;
  if (!first.empty()) return sides.add(what, value, first);
  first = value;
  return false;
}

bool isSameNumber(StringRef one, StringRef other) {
  const auto number = parseNumber(one);
  return number && number == parseNumber(other);
}

}  // namespace

template <class Thing>
size_t Collector::add(std::vector<Thing>& things, Index& index, const Said& title) {
  index.byTitle[fold(title.text)].push_back(things.size());
  Thing thing;
  thing.title = title;
  things.push_back(std::move(thing));
  return things.size() - 1;
}

/// The thing of a row without a code. `SIZE_MAX` where there is none yet, nothing where several
/// have the title (reported).
template <class Thing>
std::optional<size_t> Collector::findByTitle(const std::vector<Thing>& things, const Index& index,
                                             const Said& title, StringRef plural) {
  if (const auto same = index.byTitle.find(fold(title.text)); same != index.byTitle.end()) {
    if (same->second.size() == 1) return same->second.front();
    diagnostics_
        .report(title.span, diag::SheetSameTitle, plural, title.text, "no code here says which")
        .label(things[same->second.front()].title.span, diag::ImportFirstHere);
    return {};
  }
  const std::string words = oneLine(title.text);
  if (const auto found = index.byCode.find(fold(words)); found != index.byCode.end())
    return found->second;
  // `Teamwork (W4)`: the title and the code.
  const auto open = words.rfind(" (");
  if (open != std::string::npos && words.back() == ')') {
    const auto found = index.byCode.find(fold(words.substr(open + 2, words.size() - open - 3)));
    if (found != index.byCode.end() &&
        fold(things[found->second].title.text) == fold(words.substr(0, open)))
      return found->second;
  }
  return SIZE_MAX;
}

/// Two titles with one code are two things: the second has no code.
template <class Thing>
size_t Collector::keepApart(std::vector<Thing>& things, Index& index, const Who& who, size_t owner,
                            size_t row) {
  const std::string title = fold(who.title.text);
  const auto [entry, isNew] = index.apart.try_emplace({fold(who.code.text), title}, 0);
  if (!isNew) return entry->second;
  diagnostics_
      .report(who.code.span, diag::SheetSameCode, who.title.text, oneLine(who.code.text),
              things[owner].title.text, row + 1)
      .label(things[owner].title.span, diag::ImportFirstHere);
  const auto same = index.byTitle.find(title);
  const bool isKnown = same != index.byTitle.end() && same->second.size() == 1;
  entry->second = isKnown ? same->second.front() : add(things, index, who.title);
  return entry->second;
}

/// A code leads to its own thing; a title to the one thing that has it, unless codes keep two
/// apart.
template <class Thing>
std::optional<size_t> Collector::find(std::vector<Thing>& things, Index& index, const Who& who,
                                      StringRef plural, size_t row, bool& isNew) {
  isNew = false;
  const std::string title = fold(who.title.text);
  const std::string code = oneLine(who.code.text);
  if (code.empty()) {
    const auto found = findByTitle(things, index, who.title, plural);
    if (!found || *found != SIZE_MAX) return found;
    isNew = true;
    return add(things, index, who.title);
  }
  const std::string key = fold(code);
  if (const auto found = index.byCode.find(key); found != index.byCode.end()) {
    const bool isIt =
        title.empty() || fold(things[found->second].title.text) == title || title == key;
    return isIt ? found->second : keepApart(things, index, who, found->second, row);
  }
  if (title.empty()) return {};
  const auto same = index.byTitle.find(title);
  if (same != index.byTitle.end()) {
    const auto free =
        llvm::find_if(same->second, [&](size_t it) { return things[it].code.text.empty(); });
    if (free != same->second.end()) {
      things[*free].code = {code, who.code.span};
      index.byCode[key] = *free;
      return *free;
    }
    diagnostics_
        .report(who.title.span, diag::SheetSameTitle, plural, who.title.text,
                "their codes keep them apart")
        .label(things[same->second.front()].title.span, diag::ImportFirstHere);
  }
  isNew = true;
  const size_t own = add(things, index, who.title);
  things[own].code = {code, who.code.span};
  index.byCode[key] = own;
  return own;
}

std::optional<size_t> Collector::competency(const Who& who, bool mentioned, size_t row) {
  bool isNew = false;
  const auto found = find(data_.competencies, competencies_, who, "competencies", row, isNew);
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
  return find(data_.profiles, profiles_, who, "profiles", row, isNew);
}

Collector::Set Collector::set(Said& field, const Said& value, StringRef what, StringRef whose,
                              size_t row) {
  if (value.text.empty() || fold(field.text) == fold(value.text)) return Set::Same;
  if (field.text.empty()) {
    field = value;
    return Set::Taken;
  }
  diagnostics_
      .report(value.span, diag::SheetContradiction, fmt::format("{} of `{}`", what, whose),
              shown(value.text), shown(field.text), row + 1)
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
  diagnostics_
      .report(span, diag::SheetContradiction, fmt::format("the family of `{}`", it.title.text),
              shown(path.back()), shown(it.family.text), row + 1)
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

std::string Collector::levelTitle(StringRef level) const {
  for (const LevelInfo& it : map_.scale.levels) {
    if (it.name == level) return it.title;
  }
  return level.str();
}

Collector::Differences Collector::addRequirement(size_t profile, Requirement requirement,
                                                 size_t row) {
  auto& list = data_.profiles[profile].requirements;
  const auto [entry, isNew] =
      requirements_.try_emplace({profile, requirement.competency}, list.size());
  if (isNew) {
    list.push_back(std::move(requirement));
    return {};
  }
  Requirement& first = list[entry->second];
  Sides sides;
  Differences differs;
  if (first.level != requirement.level) {
    differs.level = sides.add("level", levelTitle(requirement.level), levelTitle(first.level));
  } else {
    differs.importance = complete(first.importance, requirement.importance, "importance", sides);
    if (!isSameNumber(first.weight, requirement.weight))
      differs.weight = complete(first.weight, requirement.weight, "weight", sides);
    differs.because = complete(first.because, requirement.because, "the reason", sides);
  }
  if (!differs.any()) return differs;
  diagnostics_
      .report(requirement.span, diag::SheetContradiction,
              fmt::format("what `{}` requires of `{}`", data_.profiles[profile].title.text,
                          data_.competencies[requirement.competency].title.text),
              fmt::format("{}", fmt::join(sides.here, ", ")),
              fmt::format("{}", fmt::join(sides.before, ", ")), row + 1)
      .label(first.span, diag::ImportFirstHere);
  return differs;
}

}  // namespace cadre::import::sheets
