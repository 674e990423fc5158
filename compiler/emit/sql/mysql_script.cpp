#include "emit/sql/script.h"

namespace cadre::emit::sql {

using relational::getTable;
using relational::tables;

namespace {

/// MySQL commits at every CREATE: the schema comes first and can be repeated, then all rows in one
/// transaction. What a client does after an error must do no harm: a script that may not run makes
/// its session read-only, and a merge that fails somewhere ends with a rollback. There is nothing
/// in it that needs another delimiter: a trigger is one statement, which gives a row that must not
/// be a value that a check refuses.
class MysqlScript : public Script {
public:
  explicit MysqlScript(const Rows& rows) : Script(rows, Literals::Mysql) {}
  explicit MysqlScript(const Changes& changes) : Script(changes, Literals::Mysql) {}

private:
  Sql assessmentColumns() override {
    return R"(--     person_id     INT NOT NULL,
--     competency_id VARCHAR(381) NOT NULL,
--     level_id      VARCHAR(190),
--     level_value   DOUBLE,
)";
  }
  Sql assessmentTail() override {
    return " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
  }

  // The names of these checks are the messages that people see, 64 characters at most.
  void begin() override {
    introduce(
        "MariaDB 10.6 or newer and MySQL 8.0", {"mariadb hr < ", "mysql.sql", ""},
        changes_
            ? Sql(R"(-- All rows change in one transaction, or none does: whatever goes wrong, also in a client that goes on
-- after an error. Run it again after a failure. Rows of other frameworks and tables that are not
-- Cadre's are left alone.
--
-- How it works: the rows go into temporary tables first, which the merge at the end reads.
)")
            : Sql(R"(-- The tables are made first, if they are not there; then all rows change in one transaction, or
-- none does: whatever goes wrong, also in a client that goes on after an error. Run it again after
-- a failure. Rows of other frameworks and tables that are not Cadre's are left alone.
--
-- How it works: the rows go into temporary tables first, which the merge at the end reads.
)"));
    out_ << R"(
SET NAMES utf8mb4;
SET @cadre_sql_mode = @@SESSION.sql_mode, @cadre_foreign_key_checks = @@SESSION.foreign_key_checks,
  @cadre_autocommit = @@SESSION.autocommit, @cadre_safe_updates = @@SESSION.sql_safe_updates,
  @cadre_big_selects = @@SESSION.sql_big_selects,
  /*M! @cadre_checks = @@SESSION.check_constraint_checks, */
  @cadre_read_only = @@SESSION./*M! tx_read_only *//*!80000 transaction_read_only */;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  foreign_key_checks = 1, autocommit = 1, sql_safe_updates = 0,
  /*M! check_constraint_checks = 1, */ sql_big_selects = 1;
)";
    heading("May this script run here?");
    out_ << R"(DROP TEMPORARY TABLE IF EXISTS cadre_refusal, cadre_name;
CREATE TEMPORARY TABLE cadre_refusal (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  reason INT NOT NULL,
  CONSTRAINT `cadre: nothing was changed: MariaDB 10.6 or MySQL 8 is needed` CHECK (reason <> 1),
  CONSTRAINT `cadre: nothing was changed: other tables have the same names` CHECK (reason <> 2),
  CONSTRAINT `cadre: nothing was changed: a newer Cadre made this database` CHECK (reason <> 3),
  CONSTRAINT `cadre: nothing was changed: this is of an unknown format` CHECK (reason <> 4),
  CONSTRAINT `cadre: nothing was changed: an id is that of another framework` CHECK (reason <> 5),
  CONSTRAINT `cadre: nothing was changed: an earlier statement failed` CHECK (reason <> 6),
  CONSTRAINT `cadre: nothing was changed: another script is at work` CHECK (reason <> 7))";
    if (changes_)
      out_ << R"(,
  CONSTRAINT `cadre: nothing was changed: the older release is not here` CHECK (reason <> 8),
  CONSTRAINT `cadre: nothing was changed: another format: run the whole script` CHECK (reason <> 9))";
    out_ << R"(
);
CREATE TEMPORARY TABLE cadre_name (
  name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY
);
INSERT INTO cadre_name VALUES
)";
    const size_t names = allNames("('", "')");
    out_ << R"(;
SET @cadre_reason = CASE
  WHEN coalesce(GET_LOCK(CONCAT('cadre ', MD5(DATABASE())), 300), 0) = 0 THEN 7
  WHEN (SELECT count(*) FROM cadre_name) <> )";
    out_.value(names) << R"( THEN 6
  WHEN VERSION() + 0 < 8 THEN 1
  WHEN VERSION() + 0 >= 10 AND VERSION() + 0 < 10.6 AND VERSION() NOT LIKE '10.__.%' THEN 1
)";
    out_
        << (changes_
                ? Sql(R"(  WHEN (SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE()
        AND table_type = 'BASE TABLE' AND table_name IN ('cadre_format', 'framework', 'profile')) < 3 THEN 8
)")
                : Sql(R"(  WHEN EXISTS (SELECT 1 FROM information_schema.tables JOIN cadre_name
               ON name = CONVERT(table_name USING utf8mb4) COLLATE utf8mb4_bin
               WHERE table_schema = DATABASE())
    AND NOT EXISTS (SELECT 1 FROM information_schema.columns AS made
                    JOIN information_schema.tables AS holder
                      ON holder.table_schema = made.table_schema
                      AND holder.table_name = made.table_name AND table_type = 'BASE TABLE'
                    WHERE made.table_schema = DATABASE() AND made.table_name = 'cadre_format'
                      AND column_name = 'version') THEN 2
)"));
    out_ << R"(  ELSE 0 END;
)";
    refuse();
  }

  void refuse() {
    out_ << "INSERT INTO cadre_refusal (reason) VALUES (@cadre_reason);\n"
            "SET SESSION /*M! tx_read_only *//*!80000 transaction_read_only */ = @cadre_reason <> "
            "0;\n";
  }

  void checkRelease() override {
    out_ << R"(SET @cadre_reason = CASE
  WHEN @cadre_reason <> 0 THEN @cadre_reason
  WHEN EXISTS (SELECT 1 FROM cadre_format WHERE version > 2) THEN 3
  WHEN NOT (SELECT group_concat(version) FROM cadre_format) <=> '2' THEN 9
  WHEN NOT )";
    static_assert(relational::formatVersion == 2);
    holdsRelease([&] { out_.value(own_); }, [&] { out_.value(changes_->versionBefore); },
                 [&] { out_.value(version_); });
    out_ << " THEN 8\n  ELSE 0 END;\n";
    refuse();
  }

  void checkFormat() override {
    out_ << R"(SET @cadre_reason = CASE
  WHEN @cadre_reason <> 0 THEN @cadre_reason
  WHEN EXISTS (SELECT 1 FROM cadre_format WHERE version > 2) THEN 3
  WHEN EXISTS (SELECT 1 FROM cadre_format WHERE version NOT IN (1, 2)) THEN 4
  WHEN (SELECT count(*) FROM cadre_format) > 1 THEN 4
  ELSE 0 END;
)";
    static_assert(relational::formatVersion == 2);
    refuse();
  }

  // ---- The schema ----

  Sql typeOf(const Column& column) override {
    switch (column.type) {
      case Type::Id: return "VARCHAR(381)";
      case Type::PartId: return "VARCHAR(600)";
      case Type::Name: return "VARCHAR(190)";
      case Type::Word: return "VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin";
      case Type::Language: return "VARCHAR(85)";
      case Type::Text: return "MEDIUMTEXT";
      case Type::Integer: return "INT";
      case Type::Real: return "DOUBLE";
      case Type::Boolean: return "BOOLEAN";
      case Type::Date: return "DATE";
    }
    return "";
  }

  // A default of a long text must be an expression.
  Sql defaultOf(const Column& column) override {
    return column.type == Type::Text && column.fallback == Sql("''") ? Sql("('')")
                                                                     : column.fallback;
  }

  void columnCheck(const Column& column) override {
    if (column.type == Type::Boolean) out_ << " CHECK (" << column.name << " IN (0, 1))";
  }

  void beforeChecks(const Column& column) override {
    out_ << " COMMENT ";
    out_.value(column.comment);
  }

  // A check on a column of a key that follows updates is refused: a guard keeps those equal.
  void foreignKey(const ForeignKey& key) override {
    if (!key.followsUpdates) return Script::foreignKey(key);
    Script::foreignKey({{key.columns.front()}, key.table, {key.target.front()}});
  }
  void foreignKeyTail(const ForeignKey& key) override {
    if (key.goesWithTarget) out_ << " ON DELETE CASCADE";
  }

  void tableConstraints(const Table& table) override {
    for (const Guard& guard : guards()) {
      if (guard.table != table.id || table.name != getTable(guard.table).name) continue;
      out_ << ",\n  CONSTRAINT " << guard.name << " CHECK (" << guard.spoiled << " <> "
           << guard.spoil << ")";
    }
    for (const Index& index : table.indexes) {
      if (index.isUniqueWhereLive) {
        const Sql last = index.columns.back();
        out_ << ",\n  live_" << last << " INT AS (CASE WHEN retired_in IS NULL THEN " << last
             << " END) STORED COMMENT '" << last << " of rows that are not retired'";
      }
      out_ << ",\n  " << (index.isUniqueWhereLive ? Sql("UNIQUE ") : Sql("")) << "KEY "
           << index.name << " (";
      for (const Sql& column : index.columns) {
        if (&column != index.columns.begin()) out_ << ", ";
        if (index.isUniqueWhereLive && column == index.columns.back()) out_ << "live_";
        out_ << column;
        const auto* definition =
            llvm::find_if(table.definition, [&](const Column& it) { return it.name == column; });
        if (definition->type == Type::Text) out_ << "(190)";
      }
      out_ << ")";
    }
  }

  void closeTable(const Table& table) override {
    out_ << ") ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4\n"
            "  /*M! COLLATE utf8mb4_nopad_bin *//*!80017 COLLATE utf8mb4_0900_bin */\n  COMMENT ";
    out_.value(table.comment) << ";\n";
  }

  void createIndex(const Table&, const Index&) override {}

  void beforeTable(const Table& table) override {
    if (refersForward(table)) out_ << "SET SESSION foreign_key_checks = 0;\n";
  }
  void afterTable(const Table& table) override {
    if (refersForward(table)) out_ << "SET SESSION foreign_key_checks = 1;\n";
  }

  void createGuard(const Guard& guard) override {
    const auto trigger = [&](Sql suffix, Sql event) {
      // MariaDB replaces it at once: a table is never without.
      out_ << "/*!80000 DROP TRIGGER IF EXISTS " << guard.name << suffix
           << " */;\nCREATE /*M! OR REPLACE */ TRIGGER " << guard.name << suffix << " BEFORE "
           << event << " ON " << getTable(guard.table).name << " FOR EACH ROW\n  SET NEW."
           << guard.spoiled << " = IF(";
      if (!guard.where.isEmpty()) out_ << "(" << guard.where << ") AND ";
      if (event == Sql("UPDATE") && !guard.columns.empty()) {
        out_ << "NOT (";
        for (const Sql& column : guard.columns) {
          if (&column != guard.columns.begin()) out_ << " AND ";
          out_ << "NEW." << column << " <=> OLD." << column;
        }
        out_ << ") AND ";
      }
      out_ << "(";
      const auto [before, after] = guard.holds.text().split("{is date}");
      out_.file(before);
      if (!after.empty()) {
        out_ << "NEW.text = DATE_FORMAT(STR_TO_DATE(NEW.text, '%Y-%m-%d'), '%Y-%m-%d')\n"
                "      AND RIGHT(NEW.text, 2) <= DAY(LAST_DAY(CONCAT(LEFT(NEW.text, 8), '01')))";
      }
      out_.file(after) << ") IS NOT TRUE,\n    " << guard.spoil << ", NEW." << guard.spoiled
                       << ");\n";
    };
    if (guard.when != Guard::When::Update) trigger("_insert", "INSERT");
    if (guard.when != Guard::When::Insert) trigger("_update", "UPDATE");
    out_ << "\n";
  }

  void createView(const View& view) override {
    out_.file(view.commentLines) << "CREATE OR REPLACE SQL SECURITY INVOKER VIEW ";
    out_.file(view.name) << " AS\n";
    out_.file(view.select) << ";\n\n";
  }

  // ---- Rows and merge ----

  void dropTemporary(Sql prefix, Sql name) override {
    out_ << "DROP TEMPORARY TABLE IF EXISTS " << prefix << name << ";\n";
  }
  Sql temporaryTail() override {
    return " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4"
           " /*M! COLLATE utf8mb4_nopad_bin *//*!80017 COLLATE utf8mb4_0900_bin */";
  }

  void distinct(Sql leftTable, Sql left, Sql rightTable, Sql right) override {
    out_ << "NOT (" << leftTable << "." << left << " <=> " << rightTable << "." << right << ")";
  }

  Sql andGoesOn() override { return " AND @cadre_ok"; }
  void afterStatement() override { out_ << "SET @cadre_ok = @cadre_ok AND ROW_COUNT() >= 0;\n"; }

  void beginMerge() override {
    out_ << "SET @cadre_reason = CASE\n"
            "  WHEN @cadre_reason <> 0 THEN @cadre_reason\n";
    if (changes_) {
      out_ << "  WHEN (SELECT count(*) FROM cadre_gone) <> ";
      out_.value(changes_->gone.size()) << " THEN 6\n  WHEN (SELECT count(*) FROM cadre_shift) <> ";
      out_.value(changes_->shifts.size()) << " THEN 6\n";
    }
    for (const Table* table : staged_) {
      out_ << "  WHEN (SELECT count(*) FROM cadre_new_" << table->name << ") <> ";
      out_.value(rows_[table->id].size()) << " THEN 6\n";
    }
    for (const Table* table : staged_) {
      if (table->role != Role::Declaration) continue;
      out_ << "  WHEN EXISTS (";
      selectForeignIds(*table, [&] { out_.value(own_); });
      out_ << ") THEN 5\n";
    }
    out_ << "  ELSE 0 END;\n";
    refuse();
    // After a deadlock the server rolls back, and would commit statement by statement from then on.
    out_ << "SET @cadre_ok = @cadre_reason = 0;\nSET SESSION autocommit = 0;\n\n";
  }

  void updateFrom(Sql table, llvm::function_ref<void()> assignments, Sql prefix, Sql source,
                  llvm::function_ref<void()> match, llvm::function_ref<void()> rest) override {
    statement([&] {
      out_ << "UPDATE " << table << " JOIN " << prefix << source << " AS new ON ";
      match();
      out_ << "\n  SET " << table << ".";
      assignments();
      out_ << "\n  WHERE ";
      rest();
      out_ << andGoesOn();
    });
  }

  /// Columns that refer to rows of this table or of later ones: keys are checked row by row, so
  /// they come when all rows are there.
  static llvm::SmallVector<Sql, 16> lateColumns(const Table& table) {
    llvm::SmallVector<Sql, 16> out;
    for (const Column& column : table.definition) {
      const bool isSelf = column.refersTo == table.name && column.name != Sql("framework_id");
      if (!column.isKey && column.isFilled && (isSelf || refersForward(table, column))) {
        out.push_back(column.name);
      }
    }
    return out;
  }

  void upsert(const Table& table) override {
    const auto late = lateColumns(table);
    const auto isEarly = [&](Sql column) { return !llvm::is_contained(late, column); };
    llvm::SmallVector<Sql, 16> columns;
    llvm::copy_if(table.columns, std::back_inserter(columns), isEarly);
    statement([&] {
      insertInto(table, columns);
      whereWritten(table, "new.");
      out_ << "\n    AND NOT EXISTS (SELECT 1 FROM " << table.name << " AS old WHERE ";
      sameKey(table, "old", "new");
      out_ << ")" << andGoesOn();
    });
    llvm::SmallVector<Sql, 16> others;
    llvm::copy_if(changeable(table), std::back_inserter(others), isEarly);
    if (!others.empty()) update(table, others, table.isKept());
  }

  void update(const Table& table, ArrayRef<Sql> columns, bool setsRetired) {
    statement([&] {
      out_ << "UPDATE " << table.name << " JOIN cadre_new_" << table.name << " AS new ON ";
      sameKey(table, table.name, "new");
      out_ << "\n  SET ";
      for (const Sql& column : columns) {
        if (&column != columns.begin()) out_ << ", ";
        out_ << table.name << "." << column << " = new." << column;
      }
      if (setsRetired) {
        out_ << ",\n    " << table.name << ".retired_in = ";
        retiredAfter(table, "new");
      }
      out_ << "\n";
      whereWritten(table, "new.");
      out_ << "\n    AND (";
      if (setsRetired) {
        changed(table, columns, "new");
      } else {
        anyDistinct(table, columns, "new");
      }
      out_ << ")" << andGoesOn();
    });
  }

  /// The sort of a shared statement stands beside each use of it.
  void afterFill(const Table& table) override {
    for (const Table& user : tables()) {
      for (const ForeignKey& key : user.foreignKeys) {
        if (!key.followsUpdates || key.table != table.name) continue;
        statement([&] {
          out_ << "UPDATE " << user.name << " JOIN " << table.name << " ON " << table.name << "."
               << key.target.front() << " = " << user.name << "." << key.columns.front()
               << "\n  SET " << user.name << "." << key.columns.back() << " = " << table.name << "."
               << key.target.back() << "\n  WHERE " << user.name << "." << key.columns.back()
               << " <> " << table.name << "." << key.target.back() << andGoesOn();
        });
      }
    }
  }

  void beforeSuccessors() override {
    for (const Table* table : staged_) {
      const auto late = lateColumns(*table);
      if (!late.empty()) update(*table, late, false);
    }
  }

  void endMerge() override {
    out_ << R"(
SET @cadre_end = IF(@cadre_ok, 'COMMIT', 'DO 0');
PREPARE cadre_end FROM @cadre_end;
EXECUTE cadre_end;
DEALLOCATE PREPARE cadre_end;
ROLLBACK;
INSERT INTO cadre_refusal (reason) VALUES (IF(@cadre_ok OR @cadre_reason <> 0, 0, 6));
SET SESSION sql_mode = @cadre_sql_mode, foreign_key_checks = @cadre_foreign_key_checks,
  autocommit = @cadre_autocommit, sql_safe_updates = @cadre_safe_updates,
  sql_big_selects = @cadre_big_selects, /*M! check_constraint_checks = @cadre_checks, */
  /*M! tx_read_only *//*!80000 transaction_read_only */ = @cadre_read_only;
DO RELEASE_LOCK(CONCAT('cadre ', MD5(DATABASE())));
)";
    for (const Sql name : {Sql("cadre_refusal"), Sql("cadre_name"), Sql("cadre_write"),
                           Sql("cadre_succession"), Sql("cadre_told")}) {
      dropTemporary(name, "");
    }
    if (changes_) {
      dropTemporary("cadre_gone", "");
      dropTemporary("cadre_shift", "");
    }
    for (const Table* table : staged_) dropTemporary("cadre_new_", table->name);
  }
};

}  // namespace

llvm::Expected<std::string> mysqlScript(const Rows& rows) { return MysqlScript(rows).write(); }

llvm::Expected<std::string> mysqlChanges(const Changes& changes) {
  return MysqlScript(changes).write();
}

llvm::Expected<std::string> mysqlPersonGap(const Rows& rows) {
  return MysqlScript(rows).writePersonGap();
}

}  // namespace cadre::emit::sql
