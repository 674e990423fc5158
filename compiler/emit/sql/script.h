// A script that makes and fills the tables, whatever the dialect: takes rows, gives SQL text. The
// schema, the staging of rows and the order of the merge are here; each dialect adds how it says
// them, how it begins and ends, and how it refuses. Private to the folder.
//
// The rows go into temporary tables first (`cadre_new_<table>`). `cadre_write` holds the
// declarations whose rows the script writes: the framework's own, and absent ones of other
// frameworks. The merge then brings the tables up to date.
//
// A script of changes alone makes no tables. It holds the rows of the declarations that changed,
// what is gone and what moved, and has steps for the tables alone that this touches; what those
// steps say is the same.
//
// The members are spread over script_schema.cpp, script_rows.cpp and script_merge.cpp.
#pragma once

#include "emit/sql/changes.h"
#include "emit/sql/dialect.h"
#include "emit/sql/guards.h"
#include "emit/sql/views.h"

#include <llvm/ADT/STLFunctionalExtras.h>

namespace cadre::emit::sql {

using relational::Column;
using relational::ForeignKey;
using relational::Index;
using relational::Role;
using relational::Table;
using relational::TableId;
using relational::TableRows;
using relational::Type;

class Script {
public:
  Script(const Rows& rows, Literals literals)
      : rows_(rows), own_(rows.frameworkId), version_(rows.version), out_(literals) {
    for (const Table& table : relational::tables()) staged_.push_back(&table);
  }
  Script(const Changes& changes, Literals literals)
      : rows_(changes.rows),
        own_(rows_.frameworkId),
        version_(rows_.version),
        out_(literals),
        changes_(&changes) {
    for (const Table& table : relational::tables()) {
      if (changes.touch(table.id)) staged_.push_back(&table);
    }
  }
  virtual ~Script() = default;
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;

  llvm::Expected<std::string> write() &&;
  /// The view on a person's gap, in a script of its own.
  llvm::Expected<std::string> writePersonGap() &&;
  /// The schema alone: the tables, and what is better made when they have been filled.
  llvm::Expected<std::pair<std::string, std::string>> writeSchema() &&;

protected:
  // ---- What a dialect says ----

  /// The words for a table of assessments, as an example: its columns and what follows them.
  virtual Sql assessmentColumns() = 0;
  virtual Sql assessmentTail() { return ""; }

  /// All up to the schema: who may run this, what is refused.
  virtual void begin() = 0;
  /// Refuses databases of another format. `cadre_format` is there.
  virtual void checkFormat() = 0;
  /// Refuses databases that hold neither the release that the changes are made to nor the one that
  /// they lead to.
  virtual void checkRelease() = 0;
  /// Between the staged rows and the merge.
  virtual void beginMerge() = 0;
  virtual void endMerge() = 0;
  virtual Sql typeOf(const Column& column) = 0;
  /// How a value is compared where null equals null: false if both are the same.
  virtual void distinct(Sql leftTable, Sql left, Sql rightTable, Sql right) = 0;
  virtual void createGuard(const Guard& guard) = 0;
  virtual void createView(const View& view) = 0;
  /// Makes personGap() where the table that it reads is there, and says so where it is not.
  virtual void createPersonGap();

  // Where one or two differ; the defaults are those of PostgreSQL.

  /// Inserts the staged rows that the script writes, and updates those that are there.
  virtual void upsert(const Table& table);
  /// `UPDATE table SET assignments FROM source AS new WHERE match AND rest`.
  virtual void updateFrom(Sql table, llvm::function_ref<void()> assignments, Sql prefix, Sql source,
                          llvm::function_ref<void()> match, llvm::function_ref<void()> rest);
  virtual Sql tablePrefix() { return ""; }
  virtual Sql temporaryTable() { return "CREATE TEMPORARY TABLE "; }
  virtual void dropTemporary(Sql prefix, Sql name) = 0;
  virtual Sql temporaryTail() { return ""; }
  virtual Sql defaultOf(const Column& column) { return column.fallback; }
  virtual void columnCheck(const Column&) {}
  virtual void beforeChecks(const Column&) {}
  virtual void endColumn(const Column&) { out_ << ","; }
  virtual void tableComment(const Table&) {}
  virtual void foreignKey(const ForeignKey& key);
  virtual void foreignKeyTail(const ForeignKey&) {}
  virtual void tableConstraints(const Table&) {}
  virtual void closeTable(const Table&) { out_ << ");\n"; }
  virtual void beforeTable(const Table&) {}
  virtual void afterTable(const Table&) {}
  /// Whether a table may refer to one that is made later.
  virtual bool mayReferForward() { return true; }
  virtual void addForwardKey(const Table&, const Column&) {}
  virtual void createIndex(const Table& table, const Index& index);
  virtual bool stagesKeys() { return true; }
  /// The end of a condition of the merge.
  virtual Sql andGoesOn() { return ""; }
  /// After a statement of the merge.
  virtual void afterStatement() {}
  virtual void refuseForeignIds() {}
  /// A step of the merge; some dialects put a frame around it.
  virtual void step(Sql verb, Sql table, llvm::function_ref<void()> body);
  virtual void afterFill(const Table&) {}
  virtual void beforeSuccessors() {}

  // ---- What all share ----

  void heading(Sql title);
  /// How a client is called: what stands before the script, the script, what stands behind it.
  struct Call {
    Sql before;
    Sql script;
    Sql behind;
  };
  /// The head of the script: what it is, where it can run, and what `promise` says.
  void introduce(Sql system, Call call, Sql promise);
  /// A condition that is true where the release is there, in either version.
  void holdsRelease(llvm::function_ref<void()> own, llvm::function_ref<void()> before,
                    llvm::function_ref<void()> after);
  /// Whether the table that the column refers to is made later.
  static bool refersForward(const Table& table, const Column& column);
  static bool refersForward(const Table& table);
  void createTables();
  /// Indexes, guards and views.
  void completeTables();
  void createTable(const Table& table);
  void stage();
  void createStaging(Sql prefix, Sql name, ArrayRef<Column> definition);
  void insert(Sql prefix, Sql name, ArrayRef<Column> definition, const TableRows& rows);
  void stageOrigins();
  void merge();
  /// One statement of the merge: what `body` writes, and its end.
  void statement(llvm::function_ref<void()> body);
  /// `WHERE` up to the declaration of a row being one that this script writes.
  void whereWritten(const Table& table, Sql qualifier, Sql word = " IN ");
  /// `(key) NOT IN (SELECT key FROM new)`; of what can be retired, only what is the framework's
  /// own.
  void andNotStaged(const Table& table);
  /// `left.key = right.key AND …`
  void sameKey(const Table& table, Sql left, Sql right);
  /// The columns beside the key that a merge may change.
  llvm::SmallVector<Sql, 16> changeable(const Table& table);
  /// Whether the staged row says something else than the one that is there.
  void changed(const Table& table, ArrayRef<Sql> columns, Sql staged);
  /// The same of some columns alone.
  void anyDistinct(const Table& table, ArrayRef<Sql> columns, Sql staged);
  void retiredAfter(const Table& table, Sql staged);
  /// `SELECT` of staged rows of the framework whose id is that of a live row of another one; `own`
  /// writes the framework.
  void selectForeignIds(const Table& table, llvm::function_ref<void()> own);
  void insertInto(const Table& table, ArrayRef<Sql> columns);
  /// `'a', 'b', …`: the names of all that the schema makes (of changes alone: the tables), on lines
  /// of their own. Gives how many there are.
  size_t allNames(Sql before, Sql after);

  const Rows& rows_;
  Value own_;
  Value version_;
  Writer out_;
  const Changes* changes_ = nullptr;  ///< Null for a script of all rows.
  /// The tables that rows are staged for, in their order.
  llvm::SmallVector<const Table*, 0> staged_;

  [[nodiscard]] bool isStaged(TableId id) const { return !changes_ || changes_->touch(id); }

private:
  void stageChanges();
  void shift();
  void onlyTouched(const Table& table);
  void chooseDeclarations();
  void retire(const Table& table);
  void removeFacts(const Table& table);
  void clear(const Table& table);
  void makeRoomForLevels();
  void liftMovedLevels();
  void retireOffersOfFormerScales();
  void removePairsOfFormerScales();
  void fill(const Table& table);
  void addAbsentLevels(const Table& table);
  void addAbsentOffers(const Table& table);
  void whereAbsent(const Table& table);
  void setSuccessors(const Table& table);
  void setFormat();
};

}  // namespace cadre::emit::sql
