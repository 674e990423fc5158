// The tables that a framework is published as, in an order in which nothing refers forward: their columns, their
// keys, and how a newer release treats the rows of an older one. The one place that knows all this;
// the schemas in runtime/sql say it again in SQL, and a test compares the two.
#pragma once

#include "emit/relational/value.h"

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
#define TABLE(id, ...) id,
#include "emit/relational/tables.def"
#undef TABLE
};

struct Table {
  TableId id;
  Word name;
  Role role;
  /// The kind of declaration that the row is or belongs to, as `identity.kind` says it. Empty: the
  /// row says it itself, in the columns `kind` and `id`.
  Word kind;
  llvm::SmallVector<Word, 4> key;
  llvm::SmallVector<Word, 16> columns;  ///< Those of the key first.

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

}  // namespace cadre::emit::relational
