// The waist: what a framework says once names are resolved and types checked. Takes nothing but
// what ModelBuilder put in, gives tables in the order of declaration and typed ids between them.
// Frozen by type: a Model has no mutator. Knows no syntax and no diagnostics; emitters see this
// alone.
#pragma once

#include "source/span.h"
#include "support/arena.h"
#include "support/table.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>

#include <optional>
#include <string>

namespace cadre::model {

using llvm::ArrayRef;
using llvm::StringRef;

struct Framework;
struct Scale;
struct Level;
struct Kind;
struct Category;
struct Attribute;
struct Statement;
struct Competency;
struct Credential;
struct Resource;
struct Family;
struct Profile;
struct Rule;
struct Path;
struct Crosswalk;

using FrameworkId = Id<Framework>;
using ScaleId = Id<Scale>;
using LevelId = Id<Level>;
using KindId = Id<Kind>;
using CategoryId = Id<Category>;
using AttributeId = Id<Attribute>;
using StatementId = Id<Statement>;
using CompetencyId = Id<Competency>;
using CredentialId = Id<Credential>;
using ResourceId = Id<Resource>;
using FamilyId = Id<Family>;
using ProfileId = Id<Profile>;
using RuleId = Id<Rule>;
using PathId = Id<Path>;
using CrosswalkId = Id<Crosswalk>;

// ---- Texts -------------------------------------------------------------------------------------

/// A text in another language of the framework.
struct Translated {
  StringRef language;  ///< A BCP 47 tag, as the framework lists it.
  StringRef plain;
  StringRef markdown;  ///< Empty where the text has no markup.
  Span span = {};      ///< As Text::span.
};

/// What people read. `plain` are the words; where the source uses markup, `markdown` is the source.
struct Text {
  StringRef plain;
  StringRef markdown;   ///< Empty where the text has no markup.
  bool blocks = false;  ///< The markup may hold paragraphs and lists (markdown::Scope::Blocks).
  ArrayRef<Translated> translations;
  Span span = {};  ///< The words in the source: with the quotes, of a bullet without dash and label.

  [[nodiscard]] bool isEmpty() const { return plain.empty(); }
  /// The translation into `language`, or null.
  [[nodiscard]] const Translated* find(StringRef language) const;
};

/// A line of a list: an indicator, a piece of evidence, an inline statement, ….
struct Bullet {
  StringRef key;    ///< The competency's key, `#`, and the label or a hash of the text.
  StringRef label;  ///< Empty without one.
  Text text;
  /// Translations by position that were made from another text: nothing shows them.
  ArrayRef<Translated> outdated = {};
};

// ---- What every declaration has ----------------------------------------------------------------

enum class DeclKind : uint8_t {
  Framework,
  Scale,
  Kind,
  Category,
  Attribute,
  Statement,
  Competency,
  Credential,
  Resource,
  Family,
  Profile,
  Rule,
  Path,
  Crosswalk,
};

/// The word that declares it, as identity uses it (`competency`, never `technical`).
[[nodiscard]] StringRef word(DeclKind kind);

enum class Status : uint8_t { Draft, Published, Retired };
[[nodiscard]] StringRef word(Status status);

enum class Importance : uint8_t { Essential, Desired, Optional };
[[nodiscard]] StringRef word(Importance importance);

enum class StatementSort : uint8_t { Knowledge, Skill, Ability, Task };
[[nodiscard]] StringRef word(StatementSort sort);

enum class Relation : uint8_t { Exact, Close, Broad, Narrow, Related };
[[nodiscard]] StringRef word(Relation relation);

/// `matches close esco "…"`
struct Match {
  Relation relation = Relation::Exact;
  StringRef scheme;
  StringRef target;
  Span span = {};  ///< The target in the source, with its quotes.
};

/// `allow RULE because "…"`
struct Allow {
  StringRef rule;
  Text because;
  Span span;
};

/// `allow CHANGE at "2.2.0" because "…"`: a change that may come with that release.
struct AllowedChange {
  StringRef change;
  StringRef version;
  Text because;
  Span span;
};

struct Deprecation {
  StringRef since;
  Text because;
  StringRef successor;  ///< The key of what to use instead; empty without.
  Span span = {};       ///< The line.
};

/// Where the source says what declarations can say of themselves; nowhere where it does not.
struct Places {
  Span id;  ///< `id "…"`: the text. Elsewhere the key follows from the name.
  Span status;
  Span since;
  Span reviewed;
};

/// The value of an attribute. Which member counts follows from the attribute's type.
struct AttributeValue {
  AttributeId attribute;
  StringRef text;  ///< text, date, url, one of: as written.
  double number = 0;
  bool boolean = false;
};

struct Declaration {
  FrameworkId framework;  ///< The one that declares it.
  StringRef key;          ///< What downstream systems hold on to: `id` in every output.
  StringRef name;         ///< As declared, qualified within its package.
  Text title;
  Text about;
  StringRef code;
  ArrayRef<StringRef> keywords;
  Status status = Status::Published;  ///< Effective: the framework's unless it says its own.
  StringRef since;
  const Deprecation* deprecated = nullptr;
  ArrayRef<StringRef> replaces;  ///< Keys.
  ArrayRef<StringRef> was;       ///< Old names, newest first, qualified within the package.
  StringRef reviewed;            ///< `2026-03-01`
  ArrayRef<Match> matches;
  ArrayRef<AttributeValue> attributes;  ///< Effective: a profile's include inherited ones.
  ArrayRef<Allow> allows;
  ArrayRef<AllowedChange> allowedChanges;  ///< Of the repository, not of what it publishes.
  Span span;  ///< Its name in the source.
  Places places;
};

// ---- Frameworks, scales ------------------------------------------------------------------------

/// What the source of a package calls another one that it uses: its id, or an alias.
struct Use {
  StringRef name;
  FrameworkId framework;
  bool withRules = false;  ///< The other's rules reach this one's profiles.
};

struct Framework : Declaration {
  StringRef version;
  StringRef language;
  ArrayRef<StringRef> translations;
  StringRef publisher;
  StringRef license;
  StringRef uri;
  ScaleId defaultScale;
  ArrayRef<Use> uses;  ///< In the order of the source; an alias has a row of its own.
};

enum class ScaleKind : uint8_t { Ordinal, Numeric };

struct Scale : Declaration {
  ScaleKind kind = ScaleKind::Ordinal;
  bool cumulative = false;
  ArrayRef<LevelId> levels;  ///< Ordinal: lowest first.
  double low = 0;            ///< Numeric: the range, both ends included.
  double high = 0;
};

/// A level of an ordinal scale. Levels are identified within their scale, by name.
struct Level {
  ScaleId scale;
  StringRef name;
  uint32_t ordinal = 1;  ///< From 1, the lowest.
  Text title;
  Text about;
  ArrayRef<Bullet> descriptors;
  Span span;
};

/// A point on a scale: a level of an ordinal one, a number of a numeric one, or nothing for a
/// competency without a scale. Comparable within one scale.
struct LevelValue {
  LevelId level;
  std::optional<double> number;

  [[nodiscard]] bool isNone() const { return !level && !number; }
  friend bool operator==(const LevelValue&, const LevelValue&) = default;
};

/// A kind of competency: the four built-in ones (technical, behavioural, leadership, general) come
/// first in their table, in this order, and belong to no framework; their key is the word.
struct Kind : Declaration {
  KindId like;  ///< The built-in kind it behaves like; none for a built-in one.
};

struct Category : Declaration {
  CategoryId parent;
};

enum class AttributeType : uint8_t { Text, Number, Boolean, Date, Url, OneOf };
/// `text`, `number`, `boolean`, `date`, `url`, `one-of`.
[[nodiscard]] StringRef word(AttributeType type);

struct Attribute : Declaration {
  AttributeType type = AttributeType::Text;
  ArrayRef<DeclKind> on;                 ///< Empty: any declaration.
  ArrayRef<StatementSort> onStatements;  ///< Where `on` holds Statement: which; empty: all.
  bool required = false;
  StringRef pattern;  ///< Text: a regular expression, or empty.
  std::optional<double> low;
  std::optional<double> high;
  ArrayRef<StringRef> values;  ///< OneOf.
};

/// What the attribute can stand on: what it names, or all that can have attributes.
[[nodiscard]] ArrayRef<DeclKind> targetsOf(const Attribute& attribute);
/// Of an attribute on statements: the sorts that it can stand on.
[[nodiscard]] ArrayRef<StatementSort> statementSortsOf(const Attribute& attribute);

// ---- Competencies ------------------------------------------------------------------------------

/// A shared statement; its text is `text`, its title is empty.
struct Statement : Declaration {
  StatementSort sort = StatementSort::Knowledge;
  Text text;
};

/// A statement where it is used: a shared one, or a bullet written in place.
struct StatementUse {
  StatementSort sort = StatementSort::Knowledge;
  StatementId shared;  ///< None: `bullet` is it.
  Bullet bullet;
};

struct CredentialUse {
  CredentialId credential;
  Importance importance = Importance::Essential;
};

/// What a competency says at one level, or (for a competency without a scale) at all.
struct Rubric {
  ArrayRef<Bullet> indicators;
  ArrayRef<Bullet> develop;
  ArrayRef<Bullet> evidence;
  ArrayRef<Bullet> interview;
};

/// A level that a competency defines, or an anchor on a numeric scale.
struct CompetencyLevel {
  LevelValue level;
  Text title;
  Text about;
  Rubric rubric;
  Span span;
};

struct Competency : Declaration {
  KindId kind;
  ArrayRef<CategoryId> categories;
  ArrayRef<CompetencyId> partOf;
  ScaleId scale;                      ///< None: it is simply had or not.
  ArrayRef<CompetencyLevel> levels;   ///< In scale order. Empty: every level of the scale.
  Rubric rubric;                      ///< Said of the competency as a whole.
  ArrayRef<StatementUse> statements;  ///< In source order.
  ArrayRef<CredentialUse> credentials;
};

struct Credential : Declaration {
  StringRef issuer;
  uint32_t renewsEveryMonths = 0;  ///< 0: it does not expire.
  StringRef url;
};

struct Development {
  CompetencyId competency;
  LevelValue level;
};

struct Resource : Declaration {
  StringRef type;
  StringRef url;
  ArrayRef<Development> develops;
};

// ---- Profiles ----------------------------------------------------------------------------------

struct Family : Declaration {
  FamilyId parent;
};

enum class OriginKind : uint8_t { Rule, Base, Own, Lowers };
/// `rule`, `base`, `own`, `lowers`.
[[nodiscard]] StringRef word(OriginKind kind);

/// A line that puts a competency into a profile, or changes it there.
struct Origin {
  OriginKind kind = OriginKind::Own;
  ProfileId profile;                     ///< The profile whose line it is; none for a rule.
  RuleId rule;                           ///< The rule whose line it is; none otherwise.
  LevelValue level;                      ///< As that line says; none where it says none.
  std::optional<Importance> importance;  ///< As in effect through that line.
  std::optional<double> weight;
  Text because;
  Span span;
};

/// A weight and a reason, each with the line that says it.
struct Given {
  std::optional<double> weight;
  Span weightLine;
  Text because;
  Span becauseLine;

  /// Takes what it lacks itself.
  void fill(const Given& other);
};

/// What is asked of a competency so far, while line by line is worked in.
struct Demand {
  LevelValue level;
  Importance importance = Importance::Essential;
  Span span;            ///< The line that decided the level.
  Span importanceSpan;  ///< The line that decided the importance.
  Given own;            ///< By the profile's own line.
  Given decided;        ///< By what decided the level: a rule, a base, or a line of the profile.
  Given first;          ///< By the first in order that gives one.

  /// Works in what comes next in order: the higher level and the stronger importance win; of what
  /// says the same, the first. `isHigher`: the level of `next` is above the one so far.
  void add(const Demand& next, bool isHigher);
  /// Weight and reason in effect: the own line comes first, then what decided the level, then the
  /// first in order that says one.
  [[nodiscard]] Given given() const;
};

/// What a profile requires in effect, with all lines that had a part in it, in order.
struct Requirement {
  CompetencyId competency;
  LevelValue level;
  Importance importance = Importance::Essential;
  std::optional<double> weight;
  Text because;
  ArrayRef<Origin> origins;
  Span span;         ///< The line that decided the level.
  Span weightLine;   ///< The line that gives the weight; none without one.
  Span becauseLine;  ///< The line that gives the reason; none without one.
  /// Where rules have a part in it: what all else asks for, or null where nothing else does.
  const Demand* withoutRules = nullptr;

  /// Takes over level, importance, weight and reason, with their lines.
  void settle(const Demand& demand);
};

/// What a rule's line asks for.
[[nodiscard]] Demand demandOf(const Origin& ruleLine);

/// `drops X because "…"`
struct Drop {
  CompetencyId competency;
  Text because;
  Span span;
};

struct Profile : Declaration {
  bool isAbstract = false;
  ArrayRef<ProfileId> bases;
  FamilyId family;                     ///< Effective; none without.
  ArrayRef<Requirement> requirements;  ///< Effective.
  ArrayRef<Drop> drops;
  ArrayRef<StatementUse> statements;    ///< Effective: inherited ones first.
  ArrayRef<CredentialUse> credentials;  ///< Effective: inherited ones first.
};

/// `every profile in … except … { … }`. Its key is the framework's, `.every-profile-` and its
/// number.
struct Rule : Declaration {
  ArrayRef<FamilyId> families;  ///< Empty: of all profiles.
  ArrayRef<ProfileId> exceptions;
  ArrayRef<Requirement> requirements;  ///< Each with no origin.
};

struct Path : Declaration {
  ArrayRef<ArrayRef<ProfileId>> chains;  ///< Each line of the source, two profiles or more.
};

struct Crosswalk : Declaration {
  struct Pair {
    LevelValue from;
    LevelValue to;
  };
  ScaleId from;
  ScaleId to;
  ArrayRef<Pair> pairs;  ///< In the order of the left scale.
};

// ---- The model ---------------------------------------------------------------------------------

/// The tables. Framework 0 is the package that was compiled; the others are those it uses.
struct Tables {
  Table<Framework> frameworks;
  Table<Scale> scales;
  Table<Level> levels;
  Table<Kind> kinds;
  Table<Category> categories;
  Table<Attribute> attributes;
  Table<Statement> statements;
  Table<Competency> competencies;
  Table<Credential> credentials;
  Table<Resource> resources;
  Table<Family> families;
  Table<Profile> profiles;
  Table<Rule> rules;
  Table<Path> paths;
  Table<Crosswalk> crosswalks;
};

class Model {
public:
  Model(Model&&) = default;
  Model& operator=(Model&&) = default;

  [[nodiscard]] const Tables& tables() const { return tables_; }
  /// The framework that was compiled.
  [[nodiscard]] const Framework& framework() const { return tables_.frameworks[FrameworkId(0)]; }
  /// Declared by another package than the compiled one (built-in kinds are not).
  [[nodiscard]] bool isExternal(const Declaration& declaration) const {
    return declaration.framework.isValid() && declaration.framework.index() != 0;
  }

  /// The name of a competency or profile, unlike for all packages: what other packages declare has
  /// their id before it. (What this one declares holds no dot.)
  [[nodiscard]] std::string qualifiedName(const Declaration& declaration) const;

  const Framework& operator[](FrameworkId id) const { return tables_.frameworks[id]; }
  const Scale& operator[](ScaleId id) const { return tables_.scales[id]; }
  const Level& operator[](LevelId id) const { return tables_.levels[id]; }
  const Kind& operator[](KindId id) const { return tables_.kinds[id]; }
  const Category& operator[](CategoryId id) const { return tables_.categories[id]; }
  const Attribute& operator[](AttributeId id) const { return tables_.attributes[id]; }
  const Statement& operator[](StatementId id) const { return tables_.statements[id]; }
  const Competency& operator[](CompetencyId id) const { return tables_.competencies[id]; }
  const Credential& operator[](CredentialId id) const { return tables_.credentials[id]; }
  const Resource& operator[](ResourceId id) const { return tables_.resources[id]; }
  const Family& operator[](FamilyId id) const { return tables_.families[id]; }
  const Profile& operator[](ProfileId id) const { return tables_.profiles[id]; }
  const Rule& operator[](RuleId id) const { return tables_.rules[id]; }
  const Path& operator[](PathId id) const { return tables_.paths[id]; }
  const Crosswalk& operator[](CrosswalkId id) const { return tables_.crosswalks[id]; }

  /// Where the value lies on its scale: the ordinal, the number, or 0 for none. Higher is more.
  [[nodiscard]] double rank(const LevelValue& value) const;
  /// The words for the value: the level's title (its name without one), the number, or nothing.
  [[nodiscard]] std::string display(const LevelValue& value) const;
  /// The kind that decides how the competency counts: a built-in one.
  [[nodiscard]] const Kind& builtinKind(const Competency& competency) const;
  /// The levels that the competency offers, lowest first: those it defines, else all of its scale.
  /// Empty on a numeric scale and without one.
  [[nodiscard]] llvm::SmallVector<LevelId, 8> offeredLevels(const Competency& competency) const;
  /// What the competency says of exactly this level, or null.
  [[nodiscard]] const CompetencyLevel* findLevel(const Competency& competency,
                                                 const LevelValue& value) const;
  /// True when `family` is `ancestor` or lies inside it.
  [[nodiscard]] bool isWithin(FamilyId family, FamilyId ancestor) const;

private:
  friend class ModelBuilder;
  Model(Tables tables, Arena arena) : tables_(std::move(tables)), arena_(std::move(arena)) {}

  Tables tables_;
  Arena arena_;
};

/// Calls `visit(declaration, word)` for each record of each table, where `word` is that of its table, as
/// `statement`.
template <class Visit>
void forEachDeclaration(const Model& model, Visit visit) {
  const Tables& tables = model.tables();
  const auto each = [&](const auto& table, DeclKind kind) {
    for (const Declaration& record : table) visit(record, word(kind));
  };
  each(tables.frameworks, DeclKind::Framework);
  each(tables.scales, DeclKind::Scale);
  each(tables.kinds, DeclKind::Kind);
  each(tables.categories, DeclKind::Category);
  each(tables.attributes, DeclKind::Attribute);
  each(tables.statements, DeclKind::Statement);
  each(tables.competencies, DeclKind::Competency);
  each(tables.credentials, DeclKind::Credential);
  each(tables.resources, DeclKind::Resource);
  each(tables.families, DeclKind::Family);
  each(tables.profiles, DeclKind::Profile);
  each(tables.rules, DeclKind::Rule);
  each(tables.paths, DeclKind::Path);
  each(tables.crosswalks, DeclKind::Crosswalk);
}

/// The shortest decimal that reads back as `value`: `4.12`, `4`.
[[nodiscard]] std::string formatNumber(double value);

}  // namespace cadre::model
