#include "emit/sql/emit_sql.h"

#include "emit/sql/dialect.h"

#include <array>

namespace cadre::emit {

namespace sql {

ArrayRef<Dialect> dialects() {
  static constexpr std::array all = {
      Dialect{"sqlite", sqliteScript, sqliteChanges, sqlitePersonGap},
      Dialect{"postgresql", postgresqlScript, postgresqlChanges, postgresqlPersonGap},
      Dialect{"mysql", mysqlScript, mysqlChanges, mysqlPersonGap},
  };
  return all;
}

}  // namespace sql

llvm::Error emitSql(const model::Publication& publication, Sink& sink, const Options& options) {
  const relational::Rows rows = relational::collectRows(publication);
  const auto write = [&](const std::string& path, llvm::Expected<std::string> script) {
    return script ? sink.write(path, std::move(*script)) : script.takeError();
  };
  for (const sql::Dialect& dialect : sql::dialects()) {
    const std::string name = dialect.name.text().str() + ".sql";
    if (auto error = write("sql/" + name, dialect.write(rows))) return error;
    if (auto error = write("sql/person_gap/" + name, dialect.writePersonGap(rows))) return error;
  }
  if (!options.since || !options.since->before) return llvm::Error::success();
  const relational::Rows before = relational::collectRows(*options.since->before);
  const sql::Changes changes = sql::changesBetween(before, rows);
  for (const sql::Dialect& dialect : sql::dialects()) {
    const std::string path = "sql/changes/" + dialect.name.text().str() + ".sql";
    if (auto error = write(path, dialect.writeChanges(changes))) return error;
  }
  return llvm::Error::success();
}

}  // namespace cadre::emit
