#include "emit/sql/script.h"

namespace cadre::emit::sql {

using relational::ownTables;

namespace {

/// All or nothing also in clients that go on after an error: the merge is one statement (an
/// insertion into `cadre_part` with triggers), and the end undoes everything unless it succeeded.
/// A trigger keeps its cursors open until it ends, and SQLite goes through all open ones for each
/// that it opens: so each step is a trigger of its own.
class SqliteScript : public Script {
public:
  explicit SqliteScript(const Rows& rows) : Script(rows, Literals::Sqlite) {}
  explicit SqliteScript(const Changes& changes) : Script(changes, Literals::Sqlite) {}

private:
  Sql assessmentColumns() override {
    return R"(--     person_id     INTEGER NOT NULL,
--     competency_id TEXT NOT NULL,
--     level_id      TEXT,
--     level_value   REAL,
)";
  }

  void begin() override {
    introduce(
        "SQLite 3.37 or newer", {"sqlite3 hr.db < ", "sqlite.sql", ""},
        R"(-- All or nothing: whatever goes wrong, also in a client that goes on after an error, the database
-- stays as it was. Rows of other frameworks and tables that are not Cadre's are left alone.
--
-- How it works: the rows go into temporary tables first; one statement (an insertion with triggers)
-- then brings the tables up to date; the end of the script undoes everything unless that succeeded.
)");
    out_ << R"(
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;

-- A row without the one that it refers to: whoever commits before the end is refused.
DROP TABLE IF EXISTS temp.cadre_open;
CREATE TEMP TABLE cadre_open (
  id     INTEGER NOT NULL PRIMARY KEY,
  closed INTEGER NOT NULL REFERENCES cadre_open (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO temp.cadre_open VALUES (1, 2);
)";
    heading("May this script run here?");
    out_ << R"(DROP TABLE IF EXISTS temp.cadre_name;
CREATE TEMP TABLE cadre_name (name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE);
INSERT INTO temp.cadre_name VALUES
)";
    const size_t names = allNames("('", "')");
    out_ << ";\n";
    out_ << R"(
DROP TABLE IF EXISTS temp.cadre_step;
CREATE TEMP TABLE cadre_step (step INTEGER NOT NULL PRIMARY KEY);
CREATE TEMP TRIGGER cadre_step_schema BEFORE INSERT ON cadre_step WHEN NEW.step = 1
BEGIN
  SELECT RAISE(ABORT, 'cadre: nothing was changed: an earlier statement failed')
  WHERE (SELECT count(*) FROM cadre_name) <> )";
    out_.value(names) << R"(;
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: run this script outside of a transaction')
  WHERE NOT EXISTS (SELECT 1 FROM pragma_foreign_keys WHERE foreign_keys = 1);
  -- Without a transaction its row above was refused at once: BEGIN failed, as the database was locked.
  SELECT RAISE(ABORT, 'cadre: no row was changed: no transaction is open')
  WHERE NOT EXISTS (SELECT 1 FROM cadre_open);
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: a temporary table has the name of a table of Cadre')
  WHERE EXISTS (SELECT 1 FROM cadre_name JOIN sqlite_temp_schema USING (name));
)";
    // Without their tables no later statement could tell why it fails.
    out_
        << (changes_
                ? Sql(R"(  SELECT RAISE(ABORT, 'cadre: nothing was changed: there is no framework in this database')
  WHERE (SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('cadre_format', 'framework', 'profile')) < 3;
)")
                : Sql(R"(  SELECT RAISE(ABORT,
    'cadre: nothing was changed: other tables of this database have the same names')
  WHERE EXISTS (SELECT 1 FROM cadre_name JOIN sqlite_schema USING (name))
    AND NOT EXISTS (SELECT 1 FROM pragma_table_info('cadre_format', 'main') AS info
                    JOIN sqlite_schema AS made ON made.name = 'cadre_format'
                    WHERE made.type = 'table' AND info.name = 'version');
)"));
    out_ << R"(END;

-- The end of the script inserts its rows here, in one statement: the parts of the merge.
DROP TABLE IF EXISTS temp.cadre_part;
CREATE TEMP TABLE cadre_part (part TEXT NOT NULL PRIMARY KEY);
DROP TABLE IF EXISTS temp.cadre_end;
CREATE TEMP TABLE cadre_end (done INTEGER NOT NULL);
CREATE TEMP TRIGGER cadre_end_undo BEFORE INSERT ON cadre_end
BEGIN
  SELECT RAISE(ROLLBACK, 'cadre: nothing was changed: see the errors above')
  WHERE NOT EXISTS (SELECT 1 FROM cadre_part WHERE part = 'done');
  DELETE FROM cadre_open;
END;

INSERT INTO temp.cadre_step VALUES (1);
)";
  }

  void checkRelease() override {
    out_ << R"(CREATE TEMP TRIGGER cadre_step_release BEFORE INSERT ON cadre_step WHEN NEW.step = 2
BEGIN
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: a newer version of Cadre made this database')
  WHERE EXISTS (SELECT 1 FROM cadre_format WHERE version > 2);
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: this database is of another format: run the script of all rows')
  WHERE (SELECT group_concat(version) FROM cadre_format) IS NOT '2';
  SELECT RAISE(ABORT, )";
    static_assert(relational::formatVersion == 2);
    const std::string message = "cadre: nothing was changed: this database does not hold " +
                                own_.text().str() + " " + changes_->versionBefore.str() +
                                ": run the script of all rows";
    out_.value(StringRef(message)) << ")\n  WHERE NOT ";
    holdsRelease([&] { out_.value(own_); }, [&] { out_.value(changes_->versionBefore); },
                 [&] { out_.value(version_); });
    out_ << ";\nEND;\nINSERT INTO temp.cadre_step VALUES (2);\n";
  }

  void checkFormat() override {
    out_ << R"(CREATE TEMP TRIGGER cadre_step_format BEFORE INSERT ON cadre_step WHEN NEW.step = 2
BEGIN
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: a newer version of Cadre made this database')
  WHERE EXISTS (SELECT 1 FROM cadre_format WHERE version > 2);
  SELECT RAISE(ABORT,
    'cadre: nothing was changed: this database is of an unknown format')
  WHERE EXISTS (SELECT 1 FROM cadre_format WHERE coalesce(version NOT IN (1, 2), 1))
    OR (SELECT count(*) FROM cadre_format) > 1;
END;
INSERT INTO temp.cadre_step VALUES (2);
)";
    static_assert(relational::formatVersion == 2);
  }

  // ---- The schema ----

  Sql tablePrefix() override { return "main."; }

  Sql typeOf(const Column& column) override {
    switch (column.type) {
      case Type::Integer:
      case Type::Boolean: return "INTEGER";
      case Type::Real: return "REAL";
      default: return "TEXT";
    }
  }

  void columnCheck(const Column& column) override {
    if (column.type == Type::Boolean) out_ << " CHECK (" << column.name << " IN (0, 1))";
    if (column.type == Type::Date) {
      out_ << " CHECK (" << column.name << " IS date(" << column.name << ", '+0 days'))";
    }
  }

  // What stands inside of the statement is what `.schema` shows.
  void tableComment(const Table& table) override { out_ << "  -- " << table.comment; }
  void endColumn(const Column& column) override { out_ << ",  -- " << column.comment; }

  void closeTable(const Table& table) override {
    out_ << ") STRICT" << (table.key.size() > 1 ? Sql(", WITHOUT ROWID") : Sql("")) << ";\n";
  }

  void foreignKeyTail(const ForeignKey& key) override {
    if (key.followsUpdates) out_ << " ON UPDATE CASCADE";
    if (key.goesWithTarget) out_ << " ON DELETE CASCADE";
  }

  void createGuard(const Guard& guard) override {
    if (guard.isForMysql) return;
    const auto trigger = [&](Sql suffix, Sql event, ArrayRef<Sql> columns) {
      out_ << "CREATE TRIGGER IF NOT EXISTS main." << guard.name << suffix << " BEFORE " << event;
      if (!columns.empty()) {
        out_ << " OF ";
        out_.list(columns);
      }
      out_ << " ON " << relational::getTable(guard.table).name << "\n";
      if (!guard.where.isEmpty()) out_ << "WHEN " << guard.where << "\n";
      out_ << "BEGIN\n  SELECT RAISE(ABORT, '" << guard.message << "')\n  WHERE (";
      const auto [before, after] = guard.holds.text().split("{is date}");
      out_.file(before);
      if (!after.empty()) out_ << "NEW.text IS date(NEW.text, '+0 days')";
      out_.file(after) << ") IS NOT TRUE;\nEND;\n";
    };
    if (guard.when != Guard::When::Update) trigger("_insert", "INSERT", {});
    if (guard.when != Guard::When::Insert) trigger("_update", "UPDATE", guard.columns);
    out_ << "\n";
  }

  void createView(const View& view) override {
    out_ << "CREATE VIEW IF NOT EXISTS main.";
    out_.file(view.name) << " AS\n";
    out_.file(view.commentLines).file(view.select) << ";\n\n";
  }

  void createPersonGap() override {
    out_ << R"(BEGIN;
DROP TABLE IF EXISTS temp.cadre_end;
CREATE TEMP TABLE cadre_end (done INTEGER NOT NULL);
CREATE TEMP TRIGGER cadre_end_undo BEFORE INSERT ON cadre_end
BEGIN
  SELECT RAISE(ROLLBACK, 'cadre: nothing was changed: there is no table assessment with these columns')
  WHERE (SELECT count(*) FROM pragma_table_info('assessment')
         WHERE name IN ('person_id', 'competency_id', 'level_id', 'level_value')) < 4;
END;

)";
    createView(personGap());
    out_ << "INSERT INTO temp.cadre_end VALUES (1);\nDROP TABLE IF EXISTS "
            "temp.cadre_end;\nCOMMIT;\n";
  }

  // ---- Rows and merge ----

  bool stagesKeys() override { return false; }
  Sql temporaryTable() override { return "CREATE TEMP TABLE "; }
  void dropTemporary(Sql prefix, Sql name) override {
    out_ << "DROP TABLE IF EXISTS temp." << prefix << name << ";\n";
  }

  void distinct(Sql leftTable, Sql left, Sql rightTable, Sql right) override {
    out_ << leftTable << "." << left << " IS NOT " << rightTable << "." << right;
  }

  void step(Sql verb, Sql table, llvm::function_ref<void()> body) override {
    out_ << "CREATE TEMP TRIGGER cadre_" << verb << table << " AFTER INSERT ON cadre_part\n"
         << "WHEN NEW.part = '" << verb << table << "'\nBEGIN\n";
    body();
    out_ << "END;\n\n";
    steps_.push_back({verb, table});
  }

  void beginMerge() override {}

  void endMerge() override {
    out_ << "INSERT INTO temp.cadre_part VALUES\n";
    for (const auto& [verb, table] : steps_) {
      if (verb != steps_.front().first || table != steps_.front().second) out_ << ",\n";
      out_ << "  ('" << verb << table << "')";
    }
    // A trigger of somebody else's may fail and keep what came before it: then this row is missing.
    out_ << ",\n  ('done');\nINSERT INTO temp.cadre_end VALUES (1);\n\n";
    for (const Sql name :
         {Sql("cadre_open"), Sql("cadre_name"), Sql("cadre_step"), Sql("cadre_part"),
          Sql("cadre_end"), Sql("cadre_write"), Sql("cadre_succession"), Sql("cadre_told")}) {
      dropTemporary(name, "");
    }
    if (changes_) {
      dropTemporary("cadre_gone", "");
      dropTemporary("cadre_shift", "");
    }
    for (const Table* table : staged_) dropTemporary("cadre_new_", table->name);
    out_ << "COMMIT;\n";
  }

  /// Whether all statements before this one did what they should, and no id is somebody else's.
  void refuseForeignIds() override {
    out_ << "  SELECT RAISE(ABORT, 'cadre: nothing was changed: an earlier statement failed')\n"
            "  WHERE (SELECT count(*) FROM cadre_step) <> 2\n"
            "    OR (SELECT count(*) FROM cadre_succession) <> ";
    out_.value(rows_.successions.size());
    if (changes_) {
      out_ << "\n    OR (SELECT count(*) FROM cadre_gone) <> ";
      out_.value(changes_->gone.size()) << "\n    OR (SELECT count(*) FROM cadre_shift) <> ";
      out_.value(changes_->shifts.size());
    }
    for (const Table* table : staged_) {
      out_ << "\n    OR (SELECT count(*) FROM cadre_new_" << table->name << ") <> ";
      out_.value(rows_[table->id].size());
    }
    out_ << ";\n";
    for (const Table* table : staged_) {
      if (table->role != Role::Declaration) continue;
      out_ << "  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table " << table->name
           << " belongs to another framework')\n"
              "  WHERE EXISTS (";
      selectForeignIds(*table, [&] { out_.value(own_); });
      out_ << ");\n";
    }
  }

  /// The steps of the merge, in the order in which they run.
  llvm::SmallVector<std::pair<Sql, Sql>, 0> steps_;
};

}  // namespace

llvm::Expected<std::pair<std::string, std::string>> sqliteSchema(const Rows& rows) {
  return SqliteScript(rows).writeSchema();
}

llvm::Expected<std::string> sqliteScript(const Rows& rows) { return SqliteScript(rows).write(); }

llvm::Expected<std::string> sqliteChanges(const Changes& changes) {
  return SqliteScript(changes).write();
}

llvm::Expected<std::string> sqlitePersonGap(const Rows& rows) {
  return SqliteScript(rows).writePersonGap();
}

}  // namespace cadre::emit::sql
