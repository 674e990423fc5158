#include "emit/sql/dialect.h"
#include "emit/sql/emit_sql.h"

#include <llvm/ADT/ScopeExit.h>
#include <llvm/Support/Endian.h>

#include <sqlite3.h>

namespace cadre::emit {

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

/// The file that `script` makes of an empty database. Nothing touches a disk.
llvm::Expected<std::string> databaseOf(const std::string& script) {
  sqlite3* database = nullptr;
  const int opened = sqlite3_open_v2(
      ":memory:", &database,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX,
      nullptr);
  const auto close = llvm::make_scope_exit([&] { sqlite3_close(database); });
  if (opened != SQLITE_OK) return failure(sqlite3_errstr(opened));
  if (auto error = execute(database,
                           "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE;"
                           "PRAGMA encoding = 'UTF-8'; PRAGMA temp_store = MEMORY;"
                           "PRAGMA cell_size_check = OFF; PRAGMA secure_delete = OFF;")) {
    return error;
  }
  if (auto error = execute(database, script.c_str())) return error;
  if (auto error = execute(database, "VACUUM;")) return error;
  return serialise(database);
}

}  // namespace

llvm::Error emitSqlite(const model::Publication& publication, Sink& sink, const Options&) {
  auto script = sql::sqliteScript(relational::collectRows(publication));
  if (!script) return script.takeError();
  auto bytes = databaseOf(*script);
  if (!bytes) return bytes.takeError();
  return sink.write("framework.sqlite", std::move(*bytes));
}

}  // namespace cadre::emit
