// The tables that a framework is published as, in an order in which nothing refers forward: their
// columns, keys and constraints, and how a newer release treats the rows of an older one. The one
// place that knows all this: schemas, scripts, database files and documents follow.
#pragma once

#include "emit/relational/value.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

namespace cadre::emit::relational {

/// What becomes of a row that a newer release no longer has, and of one of another framework.
enum class Role : uint8_t {
  /// Has an id of its own: kept and marked retired; another framework's is added if absent.
  Declaration,
  /// Belongs to a declaration, but others point at it: as a declaration.
  Point,
  /// Kept and marked retired like a point, but added only together with its declaration.
  Detail,
  /// A fact about a declaration: goes when the declaration, still there, no longer says so.
  Fact,
};

enum class TableId : uint8_t {
  Framework,
  FrameworkLanguage,
  FrameworkUse,
  Scale,
  Level,
  LevelDescriptor,
  Kind,
  Category,
  Family,
  Attribute,
  AttributeTarget,
  AttributeStatementSort,
  AttributeChoice,
  Statement,
  Credential,
  Competency,
  CompetencyLevel,
  CompetencyAnchor,
  Indicator,
  CompetencyCategory,
  CompetencyPartOf,
  CompetencyText,
  CompetencyStatement,
  CompetencyCredential,
  Resource,
  ResourceDevelopment,
  Profile,
  ProfileBase,
  ProfileDrop,
  ProfileStatement,
  ProfileCredential,
  Rule,
  RuleFamily,
  RuleException,
  RuleRequirement,
  Requirement,
  RequirementOrigin,
  Path,
  PathStep,
  Crosswalk,
  CrosswalkPair,
  Keyword,
  Correspondence,
  FormerName,
  Replacement,
  Deprecation,
  Allowance,
  AttributeValue,
  Translation,
};

/// What a column holds. The limits are those of the language, in code points.
enum class Type : uint8_t {
  Id,        ///< The key of a declaration: at most 381.
  PartId,    ///< The key of a declaration or of a part of one (an indicator): at most 600.
  Name,      ///< Of a level, or a choice of an attribute: at most 190.
  Word,      ///< One of a fixed set, ASCII: at most 20.
  Language,  ///< A BCP 47 tag: at most 85.
  Text,      ///< Any text.
  Integer,
  Real,
  Boolean,
  Date,  ///< `2026-03-01`
};

struct Column {
  Word name = {};
  Type type = Type::Text;
  Word comment = {};
  bool isKey = false;         ///< Part of the primary key, and so never null.
  bool isRequired = false;    ///< Never null.
  bool isFilled = true;       ///< Rows give it a value; else it follows from the rest.
  bool mayBeEmpty = true;     ///< A text: '' is allowed.
  Word refersTo = {};         ///< The table whose `id` it holds.
  ArrayRef<Word> words = {};  ///< If any: the only values.
  Word condition = {};        ///< A condition on the value, as SQL that all systems take.
  Word fallback = {};         ///< What it is where nothing is said, as SQL.
};

/// `columns` are, if none of them is null, the `target` of a row of `table`.
struct ForeignKey {
  llvm::SmallVector<Word, 3> columns;
  Word table;
  llvm::SmallVector<Word, 3> target;
  bool followsUpdates = false;  ///< The columns change with those that they refer to.
  bool goesWithTarget = false;  ///< The row goes when the one that it refers to goes.
};

struct Index {
  Word name;
  llvm::SmallVector<Word, 4> columns;
  bool isUniqueWhereLive = false;  ///< Unique among rows that are not retired.
  Word where;                      ///< The rows that are worth it; those that lack it do no harm.
};

struct Table {
  TableId id;
  Word name;
  Role role;
  /// The kind of declaration that the row is or belongs to, as `identity.kind` says it. Empty: the
  /// row says it itself, in the columns `kind` and `id`.
  Word kind;
  Word comment;
  llvm::SmallVector<Column, 0> definition;  ///< All columns; those of the key first.
  llvm::SmallVector<ForeignKey, 0> foreignKeys;
  llvm::SmallVector<Word, 0> conditions;  ///< On the row, as SQL that all systems take.
  llvm::SmallVector<llvm::SmallVector<Word, 2>, 0> uniques;
  llvm::SmallVector<Index, 0> indexes;

  llvm::SmallVector<Word, 4> key;
  llvm::SmallVector<Word, 16> columns;  ///< Those that rows fill; those of the key first.

  [[nodiscard]] bool isKept() const { return role != Role::Fact; }
  [[nodiscard]] bool has(Word column) const { return llvm::is_contained(columns, column); }
  /// The column that names the declaration which the row is or belongs to.
  [[nodiscard]] Word root() const {
    if (kind.isEmpty()) return "id";
    return role == Role::Detail ? "competency_id" : key.front();
  }
};

/// All tables, by TableId.
[[nodiscard]] ArrayRef<Table> tables();
[[nodiscard]] const Table& getTable(TableId id);

/// The version of all these tables. It goes up when a table is added, or its meaning changes.
/// Columns are never added to a table that a release has made: SQLite has no way to say "unless it
/// is there" in a script, so what comes later stands in a table of its own.
inline constexpr int formatVersion = 2;

/// `cadre_format`, `identity`: tables that rows do not fill.
[[nodiscard]] ArrayRef<Table> ownTables();

}  // namespace cadre::emit::relational
