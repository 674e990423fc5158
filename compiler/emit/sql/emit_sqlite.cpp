#include "emit/sql/dialect.h"
#include "emit/sql/emit_sql.h"

#include <llvm/ADT/ScopeExit.h>
#include <llvm/Support/Endian.h>

#include <sqlite3.h>

#include <cmath>

namespace cadre::emit {

using namespace relational;

namespace {

llvm::Error failure(const std::string& message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), "SQLite: " + message);
}

llvm::Error execute(sqlite3* database, const char* script) {
  char* message = nullptr;
  if (sqlite3_exec(database, script, nullptr, nullptr, &message) == SQLITE_OK) {
    return llvm::Error::success();
  }
  const std::string text = message ? message : sqlite3_errmsg(database);
  sqlite3_free(message);
  return failure(text);
}

/// Sets the counters of changes and the version of the library, which say nothing about the
/// content, to fixed values. https://www.sqlite.org/fileformat2.html#the_database_header
void normaliseHeader(std::string& bytes) {
  constexpr size_t changeCounter = 24;
  constexpr size_t changeCounterOfVersion = 92;
  constexpr size_t libraryVersion = 96;
  llvm::support::endian::write32be(bytes.data() + changeCounter, 1);
  llvm::support::endian::write32be(bytes.data() + changeCounterOfVersion, 1);
  llvm::support::endian::write32be(bytes.data() + libraryVersion, 3'037'000);
}

llvm::Expected<std::string> serialise(sqlite3* database) {
  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(database, "main", &size, 0);
  if (!bytes) return failure("out of memory");
  std::string out(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
  sqlite3_free(bytes);
  normaliseHeader(out);
  return out;
}

/// Fills the tables of an empty database: rows are bound to prepared statements, so that nothing is
/// written as text and read again.
class Filler {
public:
  Filler(sqlite3* database, const Rows& rows) : database_(database), rows_(rows) {}

  llvm::Error fill() {
    for (const Table& table : tables()) {
      if (auto error = insertAll(table)) return error;
    }
    if (auto error = insertIdentities()) return error;
    return setSuccessors();
  }

private:
  llvm::Error insertAll(const Table& table) {
    return insert(table.name, table.columns, rows_[table.id]);
  }

  /// Every id in the order of its key, as a script inserts them.
  llvm::Error insertIdentities() {
    TableRows all(2);
    for (const Table& table : tables()) {
      const bool isIndicator = table.id == TableId::Indicator;
      if (table.role != Role::Declaration && !isIndicator) continue;
      const TableRows& rows = rows_[table.id];
      const Word kind = isIndicator ? table.name : table.kind;
      for (size_t i = 0; i < rows.size(); ++i) all.add(kind, rows[i][0].text());
    }
    const TableRows& bases = rows_[TableId::ProfileBase];
    for (size_t i = 0; i < bases.size(); ++i) all.add("profile", bases[i][1].text());
    all.sortByKey(2);
    return insert("identity", {"kind", "id"}, all);
  }

  llvm::Error insert(Word table, ArrayRef<Word> columns, const TableRows& rows) {
    if (rows.size() == 0) return llvm::Error::success();
    sql::Writer text;
    text << "INSERT INTO " << table << " (";
    text.list(columns) << ") VALUES (?";
    for (size_t i = 1; i < columns.size(); ++i) text << ", ?";
    text << ")";
    return run(text, [&](const auto& step) -> llvm::Error {
      for (size_t i = 0; i < rows.size(); ++i) {
        if (auto error = step(rows[i])) return error;
      }
      return llvm::Error::success();
    });
  }

  llvm::Error setSuccessors() {
    for (const Table& table : tables()) {
      if (table.role != Role::Declaration) continue;
      sql::Writer update;
      update << "UPDATE " << table.name << " SET replaced_by = ? WHERE id = ? AND framework_id = ?";
      const auto all = [&](const auto& step) -> llvm::Error {
        for (const Succession& each : rows_.successions) {
          if (each.kind != table.kind) continue;
          if (auto error = step({Value(each.successor), Value(each.id), Value(rows_.frameworkId)}))
            return error;
        }
        return llvm::Error::success();
      };
      if (auto error = run(update, all)) return error;
    }
    return llvm::Error::success();
  }

  /// Prepares a statement and hands `use` a function that runs it with values.
  template <class Use>
  llvm::Error run(sql::Writer& text, Use use) {
    auto query = std::move(text).take();
    if (!query) return query.takeError();
    sqlite3_stmt* statement = nullptr;
    const auto finalize = llvm::make_scope_exit([&] { sqlite3_finalize(statement); });
    if (sqlite3_prepare_v2(database_, query->c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      return failure(sqlite3_errmsg(database_));
    }
    return use([&](ArrayRef<Value> values) -> llvm::Error {
      for (size_t i = 0; i < values.size(); ++i) {
        if (auto error = bind(statement, static_cast<int>(i) + 1, values[i])) return error;
      }
      if (sqlite3_step(statement) != SQLITE_DONE) return failure(sqlite3_errmsg(database_));
      sqlite3_reset(statement);
      return llvm::Error::success();
    });
  }

  llvm::Error bind(sqlite3_stmt* statement, int place, const Value& value) {
    switch (value.type()) {
      case Value::Type::Null: sqlite3_bind_null(statement, place); break;
      case Value::Type::Integer: sqlite3_bind_int64(statement, place, value.integer()); break;
      case Value::Type::Real:
        if (!std::isfinite(value.real())) return failure("a number is too large");
        sqlite3_bind_double(statement, place, value.real());
        break;
      case Value::Type::Text: {
        const StringRef text = value.text();
        if (text.contains('\0')) return failure("a text holds U+0000, which SQL cannot hold");
        sqlite3_bind_text64(statement, place, text.data() ? text.data() : "", text.size(),
                            SQLITE_STATIC, SQLITE_UTF8);
        break;
      }
    }
    return llvm::Error::success();
  }

  sqlite3* database_;
  const Rows& rows_;
};

/// The database file. Nothing touches a disk.
llvm::Expected<std::string> databaseOf(const Rows& rows) {
  auto schema = sql::sqliteSchema(rows);
  if (!schema) return schema.takeError();
  sqlite3* database = nullptr;
  const int opened = sqlite3_open_v2(
      ":memory:", &database,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX,
      nullptr);
  const auto close = llvm::make_scope_exit([&] { sqlite3_close(database); });
  if (opened != SQLITE_OK) return failure(sqlite3_errstr(opened));
  // Keys were checked when the framework was; rows come in an order that checks could not follow.
  if (auto error = execute(database,
                           "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE;"
                           "PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = OFF;"
                           "PRAGMA cell_size_check = OFF; PRAGMA secure_delete = OFF; BEGIN")) {
    return error;
  }
  if (auto error = execute(database, schema->first.c_str())) return error;
  if (auto error = Filler(database, rows).fill()) return error;
  const std::string format =
      "INSERT INTO cadre_format VALUES (" + std::to_string(formatVersion) + ");";
  if (auto error = execute(database, format.c_str())) return error;
  if (auto error = execute(database, schema->second.c_str())) return error;
  if (auto error = execute(database, "COMMIT")) return error;
  return serialise(database);
}

}  // namespace

llvm::Error emitSqlite(const model::Publication& publication, Sink& sink, const Options&) {
  auto bytes = databaseOf(collectRows(publication));
  if (!bytes) return bytes.takeError();
  return sink.write("framework.sqlite", std::move(*bytes));
}

}  // namespace cadre::emit
