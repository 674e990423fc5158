#include "emit/sql/dialect.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include "sql_runtime_files.h"

namespace cadre::emit::sql {

using relational::Role;
using relational::Succession;
using relational::Table;
using relational::TableId;
using relational::TableRows;
using relational::tables;

namespace {

// Several rows in one statement load three times faster than one; more than this gain nothing.
constexpr size_t rowsPerStatement = 500;
constexpr size_t bytesPerStatement = 256 * 1024;

/// Writes one script. `cadre_new_<table>` holds the rows to load, `cadre_write` the declarations
/// whose rows this script writes: the framework's own, and absent ones of other frameworks.
class SqliteScript {
public:
  explicit SqliteScript(const Rows& rows)
      : rows_(rows), own_(rows.frameworkId), version_(rows.version) {}

  llvm::Expected<std::string> write() && {
    out_.file(embedded::sql_runtime::find("sqlite.sql"));
    stage();
    out_ << "\n-- ---- Bring the tables up to date "
            "-------------------------------------------------------------\n\n";
    merge();
    dropStaging();
    out_ << "COMMIT;\n";
    return std::move(out_).take();
  }

private:
  // ---- Rows to load ----

  void stage() {
    out_
        << "\n-- ---- Rows ------------------------------------------------------------------"
           "-----------------\n\n"
           "DROP TABLE IF EXISTS temp.cadre_write;\n"
           "CREATE TEMP TABLE cadre_write (kind, id, PRIMARY KEY (kind, id)) WITHOUT ROWID;\n"
           "DROP TABLE IF EXISTS temp.cadre_succession;\n"
           "CREATE TEMP TABLE cadre_succession (kind, id, successor_id, PRIMARY KEY (kind, id));\n";
    TableRows successions(3);
    for (const Succession& each : rows_.successions) {
      successions.add(each.kind, each.id, each.successor);
    }
    insert("cadre_succession", "", successions);
    for (const Table& table : tables()) {
      out_ << "\nDROP TABLE IF EXISTS temp.cadre_new_" << table.name << ";\n";
      out_ << "CREATE TEMP TABLE cadre_new_" << table.name << " (";
      out_.list(table.columns) << ");\n";
      insert("cadre_new_", table.name, rows_[table.id]);
    }
  }

  void insert(Sql prefix, Sql name, const TableRows& rows) {
    for (size_t next = 0; next < rows.size();) {
      out_ << "INSERT INTO temp." << prefix << name << " VALUES\n";
      const size_t begin = out_.size();
      for (size_t count = 0; next < rows.size(); ++next, ++count) {
        if (count == rowsPerStatement || out_.size() - begin > bytesPerStatement) break;
        if (count != 0) out_ << ",\n";
        row(rows[next]);
      }
      out_ << ";\n";
    }
  }

  void row(ArrayRef<Value> values) {
    out_ << "(";
    for (const Value& value : values) {
      if (&value != values.begin()) out_ << ",";
      out_.value(value);
    }
    out_ << ")";
  }

  void dropStaging() {
    out_ << "DROP TABLE IF EXISTS temp.cadre_name;\nDROP TABLE IF EXISTS temp.cadre_step;\n"
            "DROP TABLE IF EXISTS temp.cadre_part;\nDROP TABLE IF EXISTS temp.cadre_end;\n"
            "DROP TABLE IF EXISTS temp.cadre_write;\nDROP TABLE IF EXISTS temp.cadre_succession;\n";
    for (const Table& table : tables()) {
      out_ << "DROP TABLE IF EXISTS temp.cadre_new_" << table.name << ";\n";
    }
  }

  // ---- The merge ----

  // A trigger keeps its cursors open until it ends, and SQLite goes through all open ones for each
  // that it opens: so each part is a trigger of its own.

  void merge() {
    part("check", "", [&] { check(); });
    part("choose", "", [&] { chooseDeclarations(); });
    for (const Table& table : tables()) {
      const bool mayGo = table.isKept() && table.id != TableId::Framework;
      if (mayGo) part("retire_", table.name, [&] { retire(table); });
    }
    for (const Table& table : llvm::reverse(tables())) {
      if (table.role == Role::Fact) part("remove_", table.name, [&] { removeFacts(table); });
    }
    part("make_room", "", [&] { makeRoomForLevels(); });
    for (const Table& table : tables()) part("fill_", table.name, [&] { fill(table); });
    part("succeed", "", [&] { setAllSuccessors(); });
    out_ << "INSERT INTO temp.cadre_part VALUES\n";
    for (const Part& each : parts_) {
      if (&each != parts_.begin()) out_ << ",\n";
      out_ << "  ('" << each.verb << each.table << "')";
    }
    out_ << ";\nINSERT INTO temp.cadre_end VALUES (1);\n\n";
  }

  void part(Sql verb, Sql table, llvm::function_ref<void()> body) {
    out_ << "CREATE TEMP TRIGGER cadre_" << verb << table << " AFTER INSERT ON cadre_part\n"
         << "WHEN NEW.part = '" << verb << table << "'\nBEGIN\n";
    body();
    out_ << "END;\n\n";
    parts_.push_back({verb, table});
  }

  void check() {
    checkStaging();
    for (const Table& table : tables()) {
      if (table.role == Role::Declaration) checkOwner(table);
    }
  }

  void fill(const Table& table) {
    upsert(table);
    if (table.id == TableId::Level) addAbsentLevels(table);
    if (table.id == TableId::CompetencyLevel) addAbsentOffers(table);
  }

  void setAllSuccessors() {
    for (const Table& table : tables()) {
      if (table.role == Role::Declaration) setSuccessors(table);
    }
    out_ << "  INSERT INTO cadre_format SELECT 1\n"
            "  WHERE NOT EXISTS (SELECT 1 FROM cadre_format);\n";
  }

  /// Whether all statements before this one did what they should.
  void checkStaging() {
    out_ << "  SELECT RAISE(ABORT, 'cadre: nothing was changed: an earlier statement failed')\n"
            "  WHERE (SELECT count(*) FROM cadre_step) <> 2\n"
            "    OR (SELECT count(*) FROM cadre_succession) <> ";
    out_.value(rows_.successions.size());
    for (const Table& table : tables()) {
      out_ << "\n    OR (SELECT count(*) FROM cadre_new_" << table.name << ") <> ";
      out_.value(rows_[table.id].size());
    }
    out_ << ";\n";
  }

  /// An id belongs to one framework for good.
  void checkOwner(const Table& table) {
    out_ << "  SELECT RAISE(ABORT, 'cadre: nothing was changed: an id in table " << table.name
         << " belongs to another framework')\n"
            "  WHERE EXISTS (SELECT 1 FROM cadre_new_"
         << table.name << " AS new JOIN " << table.name
         << " AS old ON old.id = new.id\n                WHERE new.framework_id = ";
    out_.value(own_) << " AND old.framework_id IS NOT new.framework_id);\n";
  }

  void chooseDeclarations() {
    for (const Table& table : tables()) {
      if (table.role != Role::Declaration) continue;
      out_ << "  INSERT INTO cadre_write SELECT '" << table.kind << "', id FROM cadre_new_"
           << table.name << " AS new\n  WHERE framework_id = ";
      out_.value(own_) << " OR NOT EXISTS (SELECT 1 FROM " << table.name
                       << " WHERE id = new.id);\n";
    }
    out_ << "  INSERT INTO cadre_write SELECT 'indicator', id FROM cadre_new_indicator\n"
            "  WHERE competency_id IN (SELECT id FROM cadre_write WHERE kind = 'competency');\n"
            "  INSERT INTO identity SELECT kind, id FROM cadre_write WHERE true ON CONFLICT DO "
            "NOTHING;\n"
            "  INSERT INTO identity SELECT 'profile', base_id FROM cadre_new_profile_base WHERE "
            "true\n"
            "  ON CONFLICT DO NOTHING;\n";
  }

  /// `WHERE` up to the declaration of a row being one that this script writes.
  void whereWritten(const Table& table, Sql word = "IN") {
    if (table.kind.isEmpty()) {
      out_ << "  WHERE (kind, id) IN (SELECT kind, id FROM cadre_write)";
      return;
    }
    out_ << "  WHERE " << table.root() << " " << word
         << " (SELECT id FROM cadre_write WHERE kind = '" << table.kind << "')";
  }

  void andNotLoaded(const Table& table) {
    out_ << "\n    AND (";
    out_.list(table.key) << ") NOT IN (SELECT ";
    out_.list(table.key) << " FROM cadre_new_" << table.name << ");\n";
  }

  void retire(const Table& table) {
    out_ << "  UPDATE " << table.name << " SET retired_in = ";
    out_.value(version_);
    if (table.has("status")) out_ << ", status = 'retired'";
    if (table.has("framework_id")) {
      out_ << "\n  WHERE framework_id = ";
      out_.value(own_);
    } else {
      out_ << "\n  WHERE competency_id IN (SELECT id FROM competency WHERE framework_id = ";
      out_.value(own_) << ")";
    }
    out_ << " AND retired_in IS NULL";
    andNotLoaded(table);
  }

  void removeFacts(const Table& table) {
    out_ << "  DELETE FROM " << table.name << "\n";
    whereWritten(table);
    andNotLoaded(table);
  }

  /// Lets levels change places, and competencies their scale, without passing through a state
  /// that the constraints refuse.
  void makeRoomForLevels() {
    out_ << "  UPDATE level SET ordinal = ordinal + 1000000\n"
            "  WHERE framework_id = ";
    out_.value(own_)
        << " AND retired_in IS NULL AND (scale_id, id) IN (\n"
           "    SELECT new.scale_id, new.id FROM cadre_new_level AS new JOIN level AS old\n"
           "    ON old.scale_id = new.scale_id AND old.id = new.id WHERE old.ordinal <> "
           "new.ordinal);\n"
           "  UPDATE competency_level SET retired_in = ";
    out_.value(version_) << "\n  WHERE retired_in IS NULL AND competency_id IN (\n"
                            "    SELECT new.id FROM cadre_new_competency AS new JOIN competency AS "
                            "old ON old.id = new.id\n"
                            "    WHERE new.framework_id = ";
    out_.value(own_) << " AND old.scale_id IS NOT new.scale_id);\n";
  }

  void insertInto(const Table& table) {
    out_ << "  INSERT INTO " << table.name << " (";
    out_.list(table.columns) << ")\n  SELECT ";
    out_.list(table.columns) << " FROM cadre_new_" << table.name << " AS new\n";
  }

  void upsert(const Table& table) {
    insertInto(table);
    whereWritten(table);
    llvm::SmallVector<Sql, 16> others;
    for (const Sql column : table.columns) {
      if (!llvm::is_contained(table.key, column) && column != Sql("retired_in")) {
        others.push_back(column);
      }
    }
    out_ << "\n  ON CONFLICT (";
    out_.list(table.key) << ") DO ";
    if (others.empty()) {
      out_ << "NOTHING;\n";
      return;
    }
    out_ << "UPDATE SET ";
    for (const Sql& column : others) {
      if (&column != others.begin()) out_ << ", ";
      out_ << column << " = excluded." << column;
    }
    if (table.isKept()) {
      out_ << ",\n    retired_in = iif(excluded.retired_in IS NULL, NULL, "
              "coalesce(retired_in, excluded.retired_in))";
    }
    whereChanged(table, others);
  }

  /// Leaves rows as they are that say the same already: nothing downstream is woken for them.
  void whereChanged(const Table& table, ArrayRef<Sql> columns) {
    out_ << "\n  WHERE ";
    for (const Sql& column : columns) {
      if (&column != columns.begin()) out_ << " OR ";
      out_ << table.name << "." << column << " IS NOT excluded." << column;
    }
    if (table.isKept()) {
      out_ << "\n    OR (" << table.name << ".retired_in IS NULL) <> (excluded.retired_in IS NULL)";
    }
    out_ << ";\n";
  }

  // A dependency may be here in an older release, which lacks a level that this framework requires.

  void addAbsentLevels(const Table& table) {
    insertInto(table);
    whereWritten(table, "NOT IN");
    out_ << "\n    AND EXISTS (SELECT 1 FROM scale WHERE id = new.scale_id AND kind = 'ordinal')\n"
            "  ON CONFLICT DO NOTHING;\n";
  }

  void addAbsentOffers(const Table& table) {
    insertInto(table);
    whereWritten(table, "NOT IN");
    out_ << "\n    AND EXISTS (SELECT 1 FROM competency\n"
            "                WHERE id = new.competency_id AND scale_id = new.scale_id)\n"
            "    AND EXISTS (SELECT 1 FROM level WHERE scale_id = new.scale_id AND id = "
            "new.level_id)\n"
            "  ON CONFLICT DO NOTHING;\n";
  }

  /// Rows that are gone keep the successor that an earlier release named.
  void setSuccessors(const Table& table) {
    out_ << "  UPDATE " << table.name
         << " SET replaced_by =\n    (SELECT successor_id FROM cadre_succession AS new WHERE "
            "new.kind = '"
         << table.kind << "' AND new.id = " << table.name << ".id)\n  WHERE framework_id = ";
    out_.value(own_) << " AND id IN (SELECT id FROM cadre_succession WHERE kind = '" << table.kind
                     << "');\n  UPDATE " << table.name
                     << " SET replaced_by = NULL\n  WHERE framework_id = ";
    out_.value(own_) << " AND replaced_by IS NOT NULL AND id IN (SELECT id FROM cadre_new_"
                     << table.name
                     << ")\n    AND id NOT IN (SELECT id FROM cadre_succession WHERE kind = '"
                     << table.kind << "');\n";
  }

  /// A trigger of the merge, in the order in which they run.
  struct Part {
    Sql verb;
    Sql table;
  };

  const Rows& rows_;
  llvm::SmallVector<Part, 0> parts_;
  Value own_;
  Value version_;
  Writer out_;
};

}  // namespace

llvm::Expected<std::string> sqliteScript(const Rows& rows) { return SqliteScript(rows).write(); }

}  // namespace cadre::emit::sql
