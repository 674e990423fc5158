#include "emit/readable/readable.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/Support/ErrorHandling.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace cadre::emit::readable {

namespace {

template <class Group>
std::string trail(const Model& model, Id<Group> id) {
  std::string out = titleOf(model[id]).str();
  for (auto at = model[id].parent; at; at = model[at].parent) {
    out = titleOf(model[at]).str() + " › " + out;
  }
  return out;
}

FamilyId rootOf(const Model& model, FamilyId id) {
  while (model[id].parent) id = model[id].parent;
  return id;
}

std::string ruleWords(const Model& model, const Rule& rule) {
  std::string out = "every profile";
  for (const auto [i, family] : llvm::enumerate(rule.families)) {
    out += (i == 0 ? " in " : ", ") + titleOf(model[family]).str();
  }
  return out;
}

}  // namespace

// ---- Words

StringRef titleOf(const Declaration& declaration) {
  if (!declaration.title.isEmpty()) return declaration.title.plain;
  const StringRef name = declaration.name.empty() ? declaration.key : declaration.name;
  const StringRef last = name.rsplit('.').second;
  return last.empty() ? name : last;
}

std::string trailOf(const Model& model, FamilyId id) { return trail(model, id); }
std::string trailOf(const Model& model, CategoryId id) { return trail(model, id); }

std::string kindWords(const Publication& publication, const Competency& competency) {
  const Model& model = publication.model();
  const bool hasOwn = publication.contains(competency.kind);
  const Kind& kind = hasOwn ? model[competency.kind] : model.builtinKind(competency);
  if (kind.framework) return titleOf(kind).str();
  return kind.key.take_front().upper() + kind.key.drop_front().str();
}

StringRef importanceWords(Importance importance) {
  switch (importance) {
    case Importance::Essential: return "Essential";
    case Importance::Desired: return "Desired";
    case Importance::Optional: return "Optional";
  }
  llvm_unreachable("every importance has words");
}

StringRef sortWords(StatementSort sort) {
  switch (sort) {
    case StatementSort::Knowledge: return "Knowledge";
    case StatementSort::Skill: return "Skills";
    case StatementSort::Ability: return "Abilities";
    case StatementSort::Task: return "Tasks";
  }
  llvm_unreachable("every sort has words");
}

StringRef relationWords(Relation relation) {
  switch (relation) {
    case Relation::Exact: return "Exact match";
    case Relation::Close: return "Close match";
    case Relation::Broad: return "Broader match";
    case Relation::Narrow: return "Narrower match";
    case Relation::Related: return "Related match";
  }
  llvm_unreachable("every relation has words");
}

std::string periodWords(uint32_t months) {
  const bool isYears = months % 12 == 0;
  const uint32_t count = isYears ? months / 12 : months;
  return std::to_string(count) + (isYears ? " year" : " month") + (count == 1 ? "" : "s");
}

std::string attributeWords(const Attribute& attribute, const AttributeValue& value) {
  switch (attribute.type) {
    case AttributeType::Number: return formatNumber(value.number);
    case AttributeType::Boolean: return value.boolean ? "yes" : "no";
    case AttributeType::Text:
    case AttributeType::Date:
    case AttributeType::Url:
    case AttributeType::OneOf: return value.text.str();
  }
  llvm_unreachable("every type has words");
}

std::string originWords(const Model& model, const Origin& origin) {
  switch (origin.kind) {
    case OriginKind::Rule: return ruleWords(model, model[origin.rule]);
    case OriginKind::Base: return titleOf(model[origin.profile]).str();
    case OriginKind::Own: return "own";
    case OriginKind::Lowers: return "lowered";
  }
  llvm_unreachable("every origin has words");
}

// ---- Order

std::vector<Chapter> chapters(const Publication& publication) {
  const Model& model = publication.model();
  std::vector<Chapter> out;
  std::vector<size_t> places(model.tables().families.size());
  for (const FamilyId id : publication.ids<Family>()) {
    if (model[id].parent) continue;
    places[id.index()] = out.size();
    out.push_back({id, {}});
  }
  out.push_back({});
  for (const ProfileId id : publication.ids<Profile>()) {
    const FamilyId family = model[id].family;
    const bool hasOne = publication.contains(family);
    out[hasOne ? places[rootOf(model, family).index()] : out.size() - 1].profiles.push_back(id);
  }
  llvm::erase_if(out, [](const Chapter& chapter) { return chapter.profiles.empty(); });
  return out;
}

CategoryId firstCategory(const Publication& publication, CompetencyId id) {
  for (const CategoryId category : publication.model()[id].categories) {
    if (publication.contains(category)) return category;
  }
  return CategoryId::none();
}

void sortForReading(const Publication& publication, std::vector<CompetencyId>& ids) {
  // An id of none is the greatest: what has no category comes last.
  const auto place = [&](CompetencyId id) {
    return std::tuple(publication.model()[id].kind, firstCategory(publication, id), id);
  };
  llvm::sort(ids, [&](CompetencyId a, CompetencyId b) { return place(a) < place(b); });
}

// ---- Levels

const CompetencyLevel* findAnchor(const Competency& competency, double value) {
  const CompetencyLevel* found = nullptr;
  for (const CompetencyLevel& anchor : competency.levels) {
    if (anchor.level.number && *anchor.level.number <= value) found = &anchor;
  }
  return found;
}

ArrayRef<Bullet> indicatorsAt(const Model& model, const Competency& competency,
                              const LevelValue& value) {
  if (value.isNone()) return competency.rubric.indicators;
  if (value.number) {
    const CompetencyLevel* anchor = findAnchor(competency, *value.number);
    return anchor ? anchor->rubric.indicators : ArrayRef<Bullet>();
  }
  const CompetencyLevel* level = model.findLevel(competency, value);
  const bool hasOwn = level && !level->rubric.indicators.empty();
  return hasOwn ? level->rubric.indicators : model[value.level].descriptors;
}

double placeOf(const Model& model, const Competency& competency, const LevelValue& value) {
  const auto share = [](double at, double low, double high) {
    return high > low ? std::clamp((at - low) / (high - low), 0.0, 1.0) : 1.0;
  };
  if (value.level) {
    const Level& level = model[value.level];
    return share(level.ordinal, 1, static_cast<double>(model[level.scale].levels.size()));
  }
  if (!value.number || !competency.scale) return 1;
  return share(*value.number, model[competency.scale].low, model[competency.scale].high);
}

namespace {

void addColumns(const Model& model, ScaleId id, const std::set<double>& anchors,
                std::vector<LevelColumn>& out) {
  for (const LevelId level : model[id].levels) {
    const LevelValue value{level, std::nullopt};
    out.push_back({id, value, model.display(value)});
  }
  for (const double anchor : anchors) {
    const std::string title = titleOf(model[id]).str() + " " + formatNumber(anchor);
    out.push_back({id, {{}, anchor}, title});
  }
}

}  // namespace

std::vector<LevelColumn> levelColumns(const Publication& publication, ArrayRef<StringRef> taken) {
  const Model& model = publication.model();
  const size_t scales = model.tables().scales.size();
  std::vector<bool> isUsed(scales);
  std::vector<std::set<double>> anchors(scales);
  for (const CompetencyId id : publication.ids<Competency>()) {
    const Competency& competency = model[id];
    if (!publication.contains(competency.scale)) continue;
    isUsed[competency.scale.index()] = true;
    for (const CompetencyLevel& level : competency.levels) {
      if (level.level.number) anchors[competency.scale.index()].insert(*level.level.number);
    }
  }
  std::vector<LevelColumn> out;
  for (const ScaleId id : publication.ids<Scale>()) {
    if (isUsed[id.index()]) addColumns(model, id, anchors[id.index()], out);
  }
  std::vector<StringRef> titles;
  std::vector<StringRef> suffixes;
  for (const LevelColumn& column : out) {
    titles.push_back(column.title);
    suffixes.push_back(titleOf(model[column.scale]));
  }
  std::vector<std::string> distinct = makeDistinct(titles, suffixes, taken);
  for (const auto [column, title] : llvm::zip(out, distinct)) column.title = std::move(title);
  return out;
}

std::vector<std::string> makeDistinct(ArrayRef<StringRef> titles, ArrayRef<StringRef> suffixes,
                                      ArrayRef<StringRef> taken) {
  llvm::StringMap<size_t> counts;
  for (const StringRef title : taken) ++counts[unicode::foldCase(title)];
  for (const StringRef title : titles) ++counts[unicode::foldCase(title)];
  std::vector<std::string> out;
  llvm::StringSet<> used;
  for (const auto [title, suffix] : llvm::zip(titles, suffixes)) {
    std::string distinct = title.str();
    if (counts.lookup(unicode::foldCase(title)) > 1) distinct += " (" + suffix.str() + ")";
    // Even a title with its suffix may be another's title.
    const std::string stem = distinct;
    for (size_t i = 2; !used.insert(unicode::foldCase(distinct)).second; ++i) {
      distinct = stem + " " + std::to_string(i);
    }
    out.push_back(std::move(distinct));
  }
  return out;
}

}  // namespace cadre::emit::readable
