#include "emit/sql/script.h"

namespace cadre::emit::sql {

using relational::getTable;

namespace {

/// One transaction, schema and all: after an error the server takes nothing but its end, and makes
/// a rollback of the final COMMIT. So a script that was refused changes nothing in any client.
class PostgresqlScript : public Script {
public:
  explicit PostgresqlScript(const Rows& rows) : Script(rows, Literals::Postgresql) {}
  explicit PostgresqlScript(const Changes& changes) : Script(changes, Literals::Postgresql) {}

private:
  Sql assessmentColumns() override {
    return R"(--     person_id     integer NOT NULL,
--     competency_id text NOT NULL,
--     level_id      text,
--     level_value   double precision,
)";
  }

  void begin() override {
    introduce("PostgreSQL 13 or newer", {"psql -f ", "postgresql.sql", " hr"},
              R"(-- The tables are in the current schema, the first of search_path.
-- All or nothing: whatever goes wrong, also in a client that goes on after an error, the database
-- stays as it was. Rows of other frameworks and tables that are not Cadre's are left alone.
--
-- How it works: the rows go into temporary tables first, which the merge at the end reads.
)");
    out_ << R"(
BEGIN;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL standard_conforming_strings = on;
SET LOCAL client_min_messages = warning;

-- One script after the other; and nothing is committed before the end of this one, by clients
-- either that put a transaction of their own around it.
DROP TABLE IF EXISTS pg_temp.cadre_end;
CREATE TEMPORARY TABLE cadre_end (done boolean NOT NULL) ON COMMIT DROP;
CREATE OR REPLACE FUNCTION pg_temp.cadre_end() RETURNS trigger LANGUAGE plpgsql AS $cadre$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM cadre_end WHERE done) THEN
    RAISE EXCEPTION 'cadre: nothing was changed: the script did not come to its end';
  END IF;
  RETURN NULL;
END
$cadre$;
CREATE CONSTRAINT TRIGGER cadre_end AFTER INSERT ON cadre_end DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION pg_temp.cadre_end();
INSERT INTO cadre_end VALUES (false);
DO $cadre$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('cadre ' || coalesce(current_schema(), ''), 0));
END
$cadre$;
)";
    heading("May this script run here?");
    out_ << R"(DROP TABLE IF EXISTS pg_temp.cadre_name;
CREATE TEMPORARY TABLE cadre_name (name text PRIMARY KEY) ON COMMIT DROP;
INSERT INTO cadre_name VALUES
)";
    allNames("('", "')");
    out_ << R"(;

DO $cadre$
BEGIN
  IF current_setting('server_version_num')::integer < 130000 THEN
    RAISE EXCEPTION 'cadre: nothing was changed: PostgreSQL 13 or newer is needed';
  END IF;
  IF current_schema() IS NULL THEN
    RAISE EXCEPTION 'cadre: nothing was changed: no schema of search_path exists';
  END IF;
  IF EXISTS (SELECT 1 FROM pg_class JOIN cadre_name ON name = relname
             WHERE relnamespace = pg_my_temp_schema()) THEN
    RAISE EXCEPTION 'cadre: nothing was changed: a temporary table has the name of a table of Cadre';
  END IF;
)";
    out_
        << (changes_
                ? Sql(R"(  IF (SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname IN ('cadre_format', 'framework', 'profile')
      AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())) < 3 THEN
    RAISE EXCEPTION 'cadre: nothing was changed: there is no framework in this schema';
  END IF;
)")
                : Sql(R"(  IF EXISTS (SELECT 1 FROM pg_class JOIN cadre_name ON name = relname
             WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()))
    AND NOT EXISTS (SELECT 1 FROM pg_class
                    JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'version'
                    WHERE relname = 'cadre_format' AND relkind = 'r' AND relnamespace =
                      (SELECT oid FROM pg_namespace WHERE nspname = current_schema())) THEN
    RAISE EXCEPTION 'cadre: nothing was changed: other tables of this schema have the same names';
  END IF;
)"));
    out_ << R"(END
$cadre$;
)";
  }

  void checkRelease() override {
    out_ << R"(
DROP TABLE IF EXISTS pg_temp.cadre_release;
CREATE TEMPORARY TABLE cadre_release (id text, before text, after text) ON COMMIT DROP;
INSERT INTO cadre_release VALUES ()";
    out_.value(own_) << ", ";
    out_.value(changes_->versionBefore) << ", ";
    out_.value(version_) << R"();
DO $cadre$
BEGIN
  IF EXISTS (SELECT 1 FROM cadre_format WHERE version > 2) THEN
    RAISE EXCEPTION 'cadre: nothing was changed: a newer version of Cadre made this database';
  END IF;
  IF (SELECT string_agg(version::text, ',') FROM cadre_format) IS DISTINCT FROM '2' THEN
    RAISE EXCEPTION 'cadre: nothing was changed: this database is of another format: run the script of all rows';
  END IF;
  IF NOT )";
    static_assert(relational::formatVersion == 2);
    holdsRelease([&] { out_ << "(SELECT id FROM cadre_release)"; },
                 [&] { out_ << "(SELECT before FROM cadre_release)"; },
                 [&] { out_ << "(SELECT after FROM cadre_release)"; });
    out_ << R"( THEN
    RAISE EXCEPTION 'cadre: nothing was changed: this database does not hold % %: run the script of all rows',
      (SELECT id FROM cadre_release), (SELECT before FROM cadre_release);
  END IF;
END
$cadre$;
)";
  }

  void checkFormat() override {
    out_ << R"(
DO $cadre$
BEGIN
  IF EXISTS (SELECT 1 FROM cadre_format WHERE version > 2) THEN
    RAISE EXCEPTION 'cadre: nothing was changed: a newer version of Cadre made this database';
  END IF;
  IF EXISTS (SELECT 1 FROM cadre_format WHERE version NOT IN (1, 2))
    OR (SELECT count(*) FROM cadre_format) > 1 THEN
    RAISE EXCEPTION 'cadre: nothing was changed: this database is of an unknown format';
  END IF;
END
$cadre$;
)";
    static_assert(relational::formatVersion == 2);
  }

  // ---- The schema ----

  Sql typeOf(const Column& column) override {
    switch (column.type) {
      case Type::Integer: return "integer";
      case Type::Real: return "double precision";
      case Type::Boolean: return "boolean";
      case Type::Date: return "date";
      default: return "text";
    }
  }

  Sql defaultOf(const Column& column) override {
    if (column.type != Type::Boolean) return column.fallback;
    return column.fallback == Sql("0") ? Sql("false") : Sql("true");
  }

  // Checked at the end of the transaction while a script runs, at once otherwise.
  void foreignKeyTail(const ForeignKey& key) override {
    if (key.followsUpdates) out_ << " ON UPDATE CASCADE";
    if (key.goesWithTarget) out_ << " ON DELETE CASCADE";
    out_ << " DEFERRABLE";
  }

  bool mayReferForward() override { return false; }
  void addForwardKey(const Table& table, const Column& column) override {
    const auto name = [&] { out_ << table.name << "_" << column.name << "_fkey"; };
    out_ << "\nDO $cadre$\nBEGIN\n  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = '"
         << table.name << "'::regclass AND conname = '";
    name();
    out_ << "') THEN\n    ALTER TABLE " << table.name << " ADD CONSTRAINT ";
    name();
    out_ << "\n      FOREIGN KEY (" << column.name << ") REFERENCES " << column.refersTo
         << " (id) DEFERRABLE;\n  END IF;\nEND\n$cadre$;\n";
  }

  void afterTable(const Table& table) override {
    comment("TABLE ", table.name, "", table.comment);
    for (const Column& column : table.definition) {
      comment("COLUMN ", table.name, column.name, column.comment);
    }
  }

  void comment(Sql what, Sql table, Sql column, Sql words) {
    out_ << "COMMENT ON " << what << table << (column.isEmpty() ? Sql("") : Sql(".")) << column
         << " IS ";
    out_.value(words) << ";\n";
  }

  void createGuard(const Guard& guard) override {
    if (guard.isForMysql) return;
    const Sql table = getTable(guard.table).name;
    out_ << "CREATE OR REPLACE FUNCTION cadre_" << guard.name
         << "() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $cadre$\nBEGIN\n  "
            "IF (";
    const auto [before, after] = guard.holds.text().split("{is date}");
    out_.file(before);
    if (!after.empty()) {
      out_ << "NEW.text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND to_char(to_date(NEW.text, "
              "'YYYY-MM-DD'), 'YYYY-MM-DD') = NEW.text";
    }
    out_.file(after) << ") IS NOT TRUE THEN\n    RAISE EXCEPTION '" << guard.message
                     << "' USING ERRCODE = 'check_violation';\n  END IF;\n  RETURN NEW;\nEND\n"
                        "$cadre$;\nDROP TRIGGER IF EXISTS "
                     << guard.name << " ON " << table << ";\nCREATE TRIGGER " << guard.name
                     << " BEFORE ";
    if (guard.when != Guard::When::Update) out_ << "INSERT";
    if (guard.when == Guard::When::Both) out_ << " OR ";
    if (guard.when != Guard::When::Insert) {
      out_ << "UPDATE";
      if (!guard.columns.empty()) {
        out_ << " OF ";
        out_.list(guard.columns);
      }
    }
    out_ << " ON " << table << " FOR EACH ROW";
    if (!guard.where.isEmpty()) out_ << " WHEN (" << guard.where << ")";
    out_ << "\n  EXECUTE FUNCTION cadre_" << guard.name << "();\n\n";
  }

  void createView(const View& view) override {
    out_ << "CREATE OR REPLACE VIEW ";
    out_.file(view.name) << " AS\n";
    out_.file(view.select) << ";\nCOMMENT ON VIEW ";
    out_.file(view.name) << " IS ";
    const std::string comment = view.comment();
    out_.value(StringRef(comment)) << ";\n\n";
  }

  // ---- Rows and merge ----

  void dropTemporary(Sql prefix, Sql name) override {
    out_ << "DROP TABLE IF EXISTS pg_temp." << prefix << name << ";\n";
  }
  Sql temporaryTail() override { return " ON COMMIT DROP"; }

  void distinct(Sql leftTable, Sql left, Sql rightTable, Sql right) override {
    out_ << leftTable << "." << left << " IS DISTINCT FROM " << rightTable << "." << right;
  }

  void refuseForeignIds() override {
    out_ << "DO $cadre$\nBEGIN\n";
    for (const Table* table : staged_) {
      if (table->role != Role::Declaration) continue;
      out_ << "  IF EXISTS (";
      selectForeignIds(*table, [&] { out_ << "(SELECT id FROM cadre_own)"; });
      out_ << ") THEN\n    RAISE EXCEPTION 'cadre: nothing was changed: an id in table "
           << table->name << " belongs to another framework';\n  END IF;\n";
    }
    out_ << "END\n$cadre$;\n";
  }

  void beginMerge() override {
    out_ << "SET CONSTRAINTS ALL DEFERRED;\n"
            "DROP TABLE IF EXISTS pg_temp.cadre_own;\n"
            "CREATE TEMPORARY TABLE cadre_own (id text) ON COMMIT DROP;\nINSERT INTO cadre_own "
            "VALUES (";
    out_.value(own_) << ");\nANALYZE cadre_write;\n";
    for (const Table* table : staged_) {
      if (rows_[table->id].size() > 1000) out_ << "ANALYZE cadre_new_" << table->name << ";\n";
    }
  }

  void endMerge() override { out_ << "\nUPDATE cadre_end SET done = true;\nCOMMIT;\n"; }
};

}  // namespace

llvm::Expected<std::string> postgresqlScript(const Rows& rows) {
  return PostgresqlScript(rows).write();
}

llvm::Expected<std::string> postgresqlChanges(const Changes& changes) {
  return PostgresqlScript(changes).write();
}

llvm::Expected<std::string> postgresqlPersonGap(const Rows& rows) {
  return PostgresqlScript(rows).writePersonGap();
}

}  // namespace cadre::emit::sql
