#include "model/model.h"

#include "model/builder.h"

#include <llvm/Support/ErrorHandling.h>

#include <fmt/format.h>

namespace cadre::model {

const Translated* Text::find(StringRef language) const {
  for (const Translated& translated : translations) {
    if (translated.language == language) return &translated;
  }
  return nullptr;
}

StringRef word(DeclKind kind) {
  switch (kind) {
    case DeclKind::Framework: return "framework";
    case DeclKind::Scale: return "scale";
    case DeclKind::Kind: return "kind";
    case DeclKind::Category: return "category";
    case DeclKind::Attribute: return "attribute";
    case DeclKind::Statement: return "statement";
    case DeclKind::Competency: return "competency";
    case DeclKind::Credential: return "credential";
    case DeclKind::Resource: return "resource";
    case DeclKind::Family: return "family";
    case DeclKind::Profile: return "profile";
    case DeclKind::Rule: return "rule";
    case DeclKind::Path: return "path";
    case DeclKind::Crosswalk: return "crosswalk";
  }
  llvm_unreachable("every kind has a word");
}

StringRef word(Status status) {
  switch (status) {
    case Status::Draft: return "draft";
    case Status::Published: return "published";
    case Status::Retired: return "retired";
  }
  llvm_unreachable("every status has a word");
}

StringRef word(Importance importance) {
  switch (importance) {
    case Importance::Essential: return "essential";
    case Importance::Desired: return "desired";
    case Importance::Optional: return "optional";
  }
  llvm_unreachable("every importance has a word");
}

StringRef word(StatementSort sort) {
  switch (sort) {
    case StatementSort::Knowledge: return "knowledge";
    case StatementSort::Skill: return "skill";
    case StatementSort::Ability: return "ability";
    case StatementSort::Task: return "task";
  }
  llvm_unreachable("every sort has a word");
}

StringRef word(Relation relation) {
  switch (relation) {
    case Relation::Exact: return "exact";
    case Relation::Close: return "close";
    case Relation::Broad: return "broad";
    case Relation::Narrow: return "narrow";
    case Relation::Related: return "related";
  }
  llvm_unreachable("every relation has a word");
}

StringRef word(AttributeType type) {
  switch (type) {
    case AttributeType::Text: return "text";
    case AttributeType::Number: return "number";
    case AttributeType::Boolean: return "boolean";
    case AttributeType::Date: return "date";
    case AttributeType::Url: return "url";
    case AttributeType::OneOf: return "one-of";
  }
  llvm_unreachable("every type has a word");
}

StringRef word(OriginKind kind) {
  switch (kind) {
    case OriginKind::Rule: return "rule";
    case OriginKind::Base: return "base";
    case OriginKind::Own: return "own";
    case OriginKind::Lowers: return "lowers";
  }
  llvm_unreachable("every origin has a word");
}

std::string formatNumber(double value) { return fmt::format("{}", value); }

ArrayRef<DeclKind> targetsOf(const Attribute& attribute) {
  static constexpr DeclKind all[] = {
      DeclKind::Framework, DeclKind::Kind,       DeclKind::Attribute, DeclKind::Scale,
      DeclKind::Category,  DeclKind::Family,     DeclKind::Statement, DeclKind::Credential,
      DeclKind::Resource,  DeclKind::Competency, DeclKind::Profile,   DeclKind::Path,
      DeclKind::Crosswalk};
  return attribute.on.empty() ? ArrayRef(all) : attribute.on;
}

ArrayRef<StatementSort> statementSortsOf(const Attribute& attribute) {
  static constexpr StatementSort all[] = {StatementSort::Knowledge, StatementSort::Skill,
                                          StatementSort::Ability, StatementSort::Task};
  return attribute.onStatements.empty() ? ArrayRef(all) : attribute.onStatements;
}

std::string Model::qualifiedName(const Declaration& declaration) const {
  if (!isExternal(declaration)) return declaration.name.str();
  return (*this)[declaration.framework].key.str() + "." + declaration.name.str();
}

void Given::fill(const Given& other) {
  if (!weight) {
    weight = other.weight;
    weightLine = other.weightLine;
  }
  if (!because.isEmpty()) return;
  because = other.because;
  becauseLine = other.becauseLine;
}

void Demand::add(const Demand& next, bool isHigher) {
  if (isHigher) {
    level = next.level;
    span = next.span;
    decided = next.decided;
  }
  if (next.importance < importance) {
    importance = next.importance;
    importanceSpan = next.importanceSpan;
  }
  own = next.own;
  first.fill(next.first);
}

Given Demand::given() const {
  Given out = own;
  out.fill(decided);
  out.fill(first);
  return out;
}

void Requirement::settle(const Demand& demand) {
  const Given given = demand.given();
  level = demand.level;
  importance = demand.importance;
  weight = given.weight;
  because = given.because;
  span = demand.span;
  weightLine = weight ? given.weightLine : Span();
  becauseLine = because.isEmpty() ? Span() : given.becauseLine;
}

Demand demandOf(const Origin& ruleLine) {
  Demand out;
  out.level = ruleLine.level;
  out.importance = ruleLine.importance.value_or(Importance::Essential);
  out.span = out.importanceSpan = ruleLine.span;
  out.decided = {ruleLine.weight, ruleLine.span, ruleLine.because, ruleLine.span};
  out.first = out.decided;
  return out;
}

double Model::rank(const LevelValue& value) const {
  if (value.number) return *value.number;
  return value.level ? (*this)[value.level].ordinal : 0;
}

std::string Model::display(const LevelValue& value) const {
  if (value.number) return formatNumber(*value.number);
  if (!value.level) return {};
  const Level& level = (*this)[value.level];
  return (level.title.isEmpty() ? level.name : level.title.plain).str();
}

const Kind& Model::builtinKind(const Competency& competency) const {
  const Kind& kind = (*this)[competency.kind];
  if (kind.like) return (*this)[kind.like];
  if (!kind.framework) return kind;
  constexpr KindId general(3);
  return (*this)[general];
}

llvm::SmallVector<LevelId, 8> Model::offeredLevels(const Competency& competency) const {
  llvm::SmallVector<LevelId, 8> out;
  if (!competency.scale) return out;
  for (const CompetencyLevel& level : competency.levels) {
    if (level.level.level) out.push_back(level.level.level);
  }
  if (out.empty())
    out.append((*this)[competency.scale].levels.begin(), (*this)[competency.scale].levels.end());
  return out;
}

const CompetencyLevel* Model::findLevel(const Competency& competency,
                                        const LevelValue& value) const {
  for (const CompetencyLevel& level : competency.levels) {
    if (level.level == value) return &level;
  }
  return nullptr;
}

bool Model::isWithin(FamilyId family, FamilyId ancestor) const {
  for (; family; family = (*this)[family].parent) {
    if (family == ancestor) return true;
  }
  return false;
}

ModelBuilder::ModelBuilder() {
  for (const StringRef name : {"technical", "behavioural", "leadership", "general"}) {
    Kind kind;
    kind.key = kind.name = name;
    tables_.kinds.add(kind);
  }
}

Model ModelBuilder::freeze() && {
  assert(!tables_.frameworks.empty());
  return {std::move(tables_), std::move(arena_)};
}

}  // namespace cadre::model
