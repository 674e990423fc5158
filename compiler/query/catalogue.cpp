#include "query/catalogue.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ErrorHandling.h>

#include <fmt/format.h>

#include <concepts>

namespace cadre::query {

using model::AttributeType;
using model::Importance;
using model::LevelValue;
using model::OriginKind;
using model::ScaleKind;
using model::StatementSort;
using model::Status;

// ---- Words -------------------------------------------------------------------------------------

namespace {

StringRef word(ScaleKind kind) { return kind == ScaleKind::Ordinal ? "ordinal" : "numeric"; }

}  // namespace

ArrayRef<StringRef> wordsOf(WordSet set) {
  static const StringRef status[] = {word(Status::Draft), word(Status::Published),
                                     word(Status::Retired)};
  static const StringRef importance[] = {word(Importance::Essential), word(Importance::Desired),
                                         word(Importance::Optional)};
  static const StringRef scale[] = {word(ScaleKind::Ordinal), word(ScaleKind::Numeric)};
  static const StringRef attribute[] = {word(AttributeType::Text),    word(AttributeType::Number),
                                        word(AttributeType::Boolean), word(AttributeType::Date),
                                        word(AttributeType::Url),     word(AttributeType::OneOf)};
  static const StringRef sort[] = {word(StatementSort::Knowledge), word(StatementSort::Skill),
                                   word(StatementSort::Ability), word(StatementSort::Task)};
  static const StringRef origin[] = {word(OriginKind::Rule), word(OriginKind::Base),
                                     word(OriginKind::Own), word(OriginKind::Lowers)};
  switch (set) {
    case WordSet::None: return {};
    case WordSet::Status: return status;
    case WordSet::Importance: return importance;
    case WordSet::ScaleType: return scale;
    case WordSet::AttributeType: return attribute;
    case WordSet::StatementSort: return sort;
    case WordSet::OriginType: return origin;
  }
  llvm_unreachable("every set has words");
}

// ---- How values are read -----------------------------------------------------------------------

namespace {

/// A word of a set, with its place there.
struct WordValue {
  StringRef text;
  unsigned place;
};
template <class Enum>
WordValue wordOf(Enum value) {
  return {word(value), static_cast<unsigned>(value)};
}
std::optional<WordValue> wordOf(std::optional<Importance> value) {
  return value ? std::optional(wordOf(*value)) : std::nullopt;
}

template <class Record>
const Record& as(const void* record) {
  return *static_cast<const Record*>(record);
}

void put(const View&, Values& out, StringRef text) {
  if (text.empty()) return;
  out.emplace_back().text = text;
}
void put(const View&, Values& out, const model::Text& text) {
  if (text.isEmpty()) return;
  Value& value = out.emplace_back();
  value.text = text.plain;
  value.source = &text;
}
void put(const View& view, Values& out, const model::Text* text) { put(view, out, *text); }
void put(const View&, Values& out, WordValue word) {
  Value& value = out.emplace_back();
  value.text = word.text;
  value.number = word.place;
}
void put(const View& view, Values& out, std::optional<WordValue> word) {
  if (word) put(view, out, *word);
}
void put(const View&, Values& out, double number) { out.emplace_back().number = number; }
void put(const View&, Values& out, std::same_as<bool> auto boolean) {
  out.emplace_back().number = boolean ? 1 : 0;
}
void put(const View&, Values& out, std::optional<double> number) {
  if (number) out.emplace_back().number = *number;
}
void put(const View&, Values& out, const LevelOfScale& level) {
  if (!level.value.isNone()) out.emplace_back().level = level;
}
void put(const View&, Values& out, const Row& row) {
  if (row) out.emplace_back().row = row;
}
void put(const View& view, Values& out, model::LevelId level) {
  put(view, out, LevelOfScale(view.model[level].scale, {level, {}}));
}
template <class Record>
void put(const View& view, Values& out, Id<Record> id) {
  put(view, out, view.rowOf(id));
}
template <class List>
requires requires(const List& list) {
  list.begin();
  list.size();
} &&(!std::is_convertible_v<List, StringRef>)void put(const View& view, Values& out,
                                                      const List& list) {
  for (const auto& element : list) put(view, out, element);
}

template <class T>
using Some = llvm::SmallVector<T, 8>;

StringRef deprecatedSince(const model::Declaration& it) {
  return it.deprecated ? it.deprecated->since : StringRef();
}
StringRef successorOf(const model::Declaration& it) {
  return it.deprecated ? it.deprecated->successor : StringRef();
}

Some<StringRef> matchesOf(const View& view, const model::Declaration& it) {
  Some<StringRef> out;
  for (const model::Match& match : it.matches) {
    out.push_back(view.arena().copy(
        llvm::join_items(' ', word(match.relation), match.scheme, match.target)));
  }
  return out;
}

Some<StringRef> allowsOf(const View&, const model::Declaration& it) {
  Some<StringRef> out;
  for (const model::Allow& allow : it.allows) out.push_back(allow.rule);
  return out;
}

/// Each framework once, though an alias has a row of its own.
Some<model::FrameworkId> usesOf(const View&, const model::Framework& it) {
  Some<model::FrameworkId> out;
  for (const model::Use& use : it.uses) {
    if (!llvm::is_contained(out, use.framework)) out.push_back(use.framework);
  }
  return out;
}

std::optional<double> lowOf(const model::Scale& it) {
  return it.kind == ScaleKind::Numeric ? std::optional(it.low) : std::nullopt;
}
std::optional<double> highOf(const model::Scale& it) {
  return it.kind == ScaleKind::Numeric ? std::optional(it.high) : std::nullopt;
}

Some<const model::Text*> textsOf(const View&, ArrayRef<model::Bullet> bullets) {
  Some<const model::Text*> out;
  for (const model::Bullet& bullet : bullets) out.push_back(&bullet.text);
  return out;
}

Some<StringRef> targetsOf(const View&, const model::Attribute& it) {
  Some<StringRef> out;
  for (const model::DeclKind kind : model::targetsOf(it)) {
    if (kind != model::DeclKind::Statement) {
      out.push_back(word(kind));
      continue;
    }
    for (const StatementSort sort : model::statementSortsOf(it)) out.push_back(word(sort));
  }
  return out;
}

LevelOfScale levelOn(const View& view, model::CompetencyId competency, const LevelValue& level) {
  return {view.model[competency].scale, level};
}

Some<LevelOfScale> offered(const View& view, const model::Competency& it) {
  Some<LevelOfScale> out;
  for (const model::LevelId level : view.model.offeredLevels(it))
    out.emplace_back(it.scale, LevelValue{level, {}});
  // On a numeric scale these are the numbers that the competency says something of.
  if (!out.empty()) return out;
  for (const model::CompetencyLevel& level : it.levels) out.emplace_back(it.scale, level.level);
  return out;
}

Row competencyOf(const Row& bullet) {
  Row row;
  row.source = SourceId::Competency;
  row.record = bullet.owner;
  return row;
}

LevelOfScale levelOfBullet(const View&, const Row& bullet) {
  if (!bullet.beyond) return {};
  return {as<model::Competency>(bullet.owner).scale,
          as<model::CompetencyLevel>(bullet.beyond).level};
}

Some<model::StatementId> sharedOf(ArrayRef<model::StatementUse> uses) {
  Some<model::StatementId> out;
  for (const model::StatementUse& use : uses) {
    if (use.shared) out.push_back(use.shared);
  }
  return out;
}

Some<const model::Text*> statementsOf(const View& view, ArrayRef<model::StatementUse> uses,
                                      StatementSort sort) {
  Some<const model::Text*> out;
  for (const model::StatementUse& use : uses) {
    if (use.sort != sort) continue;
    out.push_back(use.shared ? &view.model[use.shared].text : &use.bullet.text);
  }
  return out;
}

Some<model::CredentialId> credentialsOf(ArrayRef<model::CredentialUse> uses) {
  Some<model::CredentialId> out;
  for (const model::CredentialUse& use : uses) out.push_back(use.credential);
  return out;
}

std::optional<double> renewal(const model::Credential& it) {
  return it.renewsEveryMonths ? std::optional<double>(it.renewsEveryMonths) : std::nullopt;
}

Some<model::CompetencyId> developedBy(const model::Resource& it) {
  Some<model::CompetencyId> out;
  for (const model::Development& one : it.develops) out.push_back(one.competency);
  return out;
}

/// Each before those that it extends, and once.
Some<model::ProfileId> ancestorsOf(const View& view, const model::Profile& it) {
  Some<model::ProfileId> out(it.bases.begin(), it.bases.end());
  llvm::DenseSet<uint32_t> known;
  for (const model::ProfileId base : it.bases) known.insert(base.index());
  for (size_t i = 0; i < out.size(); ++i) {
    for (const model::ProfileId base : view.model[out[i]].bases) {
      if (known.insert(base.index()).second) out.push_back(base);
    }
  }
  return out;
}

Some<model::CompetencyId> requiredBy(const model::Profile& it) {
  Some<model::CompetencyId> out;
  for (const model::Requirement& one : it.requirements) out.push_back(one.competency);
  return out;
}

Some<model::CompetencyId> droppedBy(const model::Profile& it) {
  Some<model::CompetencyId> out;
  for (const model::Drop& one : it.drops) out.push_back(one.competency);
  return out;
}

/// The owner, where it is of that source.
Row ownerIf(const Row& row, SourceId source) {
  Row owner;
  if (row.ownerSource != source) return owner;
  owner.source = source;
  owner.record = row.owner;
  return owner;
}

Row requiringProfile(const Row& origin) { return ownerIf(origin, SourceId::Profile); }
model::CompetencyId requiredCompetency(const Row& origin) {
  return as<model::Requirement>(origin.beyond).competency;
}
LevelOfScale levelOfOrigin(const View& view, const Row& row, const model::Origin& it) {
  return levelOn(view, requiredCompetency(row), it.level);
}

Some<model::ProfileId> profilesOf(const model::Path& it) {
  Some<model::ProfileId> out;
  for (const ArrayRef<model::ProfileId> chain : it.chains) {
    for (const model::ProfileId profile : chain) {
      if (!llvm::is_contained(out, profile)) out.push_back(profile);
    }
  }
  return out;
}

// A step stands where its first profile does, with the other behind it.
model::ProfileId stepFrom(const Row& step) { return as<model::ProfileId>(step.record); }
model::ProfileId stepTo(const Row& step) {
  return static_cast<const model::ProfileId*>(step.record)[1];
}

// ---- The tables --------------------------------------------------------------------------------

constexpr FieldType text{Type::Text};
constexpr FieldType texts{Type::Text, true};
constexpr FieldType prose{Type::Text, false, true};
constexpr FieldType proses{Type::Text, true, true};
constexpr FieldType number{Type::Number};
constexpr FieldType boolean{Type::Boolean};
constexpr FieldType date{Type::Date};
constexpr FieldType version{Type::Version};
constexpr FieldType level{Type::Level};
constexpr FieldType levels{Type::Level, true};
constexpr FieldType words(WordSet set) { return {Type::Word, false, false, set}; }
constexpr FieldType one(SourceId source) {
  return {Type::Row, false, false, WordSet::None, source};
}
constexpr FieldType many(SourceId source) {
  return {Type::Row, true, false, WordSet::None, source};
}

// How the record of a source is got at.
template <SourceId>
struct RecordOf;
#define RECORD(source, type)                                                                 \
  template <>                                                                                \
  struct RecordOf<SourceId::source> {                                                        \
    static const type& get(const Row& row) { return *static_cast<const type*>(row.record); } \
  };
RECORD(Framework, model::Framework)
RECORD(Scale, model::Scale)
RECORD(Level, model::Level)
RECORD(Kind, model::Kind)
RECORD(Category, model::Category)
RECORD(Attribute, model::Attribute)
RECORD(Statement, model::Statement)
RECORD(Competency, model::Competency)
RECORD(Indicator, model::Bullet)
RECORD(Credential, model::Credential)
RECORD(Resource, model::Resource)
RECORD(Family, model::Family)
RECORD(Profile, model::Profile)
RECORD(Requirement, model::Requirement)
RECORD(Origin, model::Origin)
RECORD(Rule, model::Rule)
RECORD(Path, model::Path)
RECORD(Step, model::ProfileId)
RECORD(Crosswalk, model::Crosswalk)
#undef RECORD
template <>
struct RecordOf<SourceId::Declaration> {
  static const model::Declaration& get(const Row& row) { return *declarationOf(row); }
};

constexpr SourceRow sourceTable[] = {
#define SOURCE(id, name, columns) {SourceId::id, name, columns},
#include "query/fields.def"
};

constexpr SourceWord wordTable[] = {
#define WORD(word, source, variant, help) {word, SourceId::source, variant, help},
#include "query/fields.def"
};

const FieldRow fieldTable[] = {
#define FIELD(source, name, type, value, help)                               \
  {SourceId::source, name, type,                                             \
   [](const View& view, const Row& row, Values& out) {                       \
     [[maybe_unused]] const auto& it = RecordOf<SourceId::source>::get(row); \
     put(view, out, value);                                                  \
   },                                                                        \
   help},
#include "query/fields.def"
};

}  // namespace

const SourceRow& rowOf(SourceId source) {
  assert(source != SourceId::Declaration);
  return sourceTable[static_cast<size_t>(source)];
}

ArrayRef<SourceWord> sourceWords() { return wordTable; }

const SourceWord* findSource(StringRef word) {
  const auto* found =
      llvm::find_if(wordTable, [&](const SourceWord& row) { return row.word == word; });
  return found == std::end(wordTable) ? nullptr : found;
}

ArrayRef<FieldRow> allFields() { return fieldTable; }

std::vector<const FieldRow*> fieldsOf(SourceId source) {
  std::vector<const FieldRow*> out;
  for (const FieldRow& row : fieldTable) {
    if (row.source == source) out.push_back(&row);
  }
  if (!isDeclaration(source)) return out;
  for (const FieldRow& row : fieldTable) {
    const auto isSame = [&](const FieldRow* own) { return own->name == row.name; };
    if (row.source == SourceId::Declaration && llvm::none_of(out, isSame)) out.push_back(&row);
  }
  return out;
}

const FieldRow* findField(SourceId source, StringRef name) {
  const FieldRow* common = nullptr;
  for (const FieldRow& row : fieldTable) {
    if (row.name != name) continue;
    if (row.source == source) return &row;
    if (row.source == SourceId::Declaration && isDeclaration(source)) common = &row;
  }
  return common;
}

// ---- What types are called ---------------------------------------------------------------------

namespace {

std::string withArticle(const std::string& noun) {
  const bool isVowel = llvm::StringRef("aeiou").contains(noun.front());
  return (isVowel ? "an " : "a ") + noun;
}

std::string noun(const FieldType& type) {
  switch (type.type) {
    case Type::Text: return "text";
    case Type::Number: return "number";
    case Type::Boolean: return "boolean";
    case Type::Date: return "date";
    case Type::Version: return "version";
    case Type::Word: return "word";
    case Type::OneOf:
      return fmt::format("value of the attribute `{}`", std::string(type.oneOf->name));
    case Type::Level: return "level";
    case Type::Row: return std::string(rowOf(type.source).name);
  }
  llvm_unreachable("every type has a noun");
}

std::string plural(const std::string& noun) {
  if (llvm::StringRef(noun).ends_with("y")) return noun.substr(0, noun.size() - 1) + "ies";
  return noun + "s";
}

}  // namespace

std::string describe(const FieldType& type) {
  return type.isList ? "a list of " + plural(noun(type)) : withArticle(noun(type));
}

}  // namespace cadre::query
