#include "emit/sql/emit_sql.h"

#include "emit/sql/dialect.h"

#include <array>

namespace cadre::emit {

namespace sql {

ArrayRef<Dialect> dialects() {
  static constexpr std::array all = {
      Dialect{"sqlite", sqliteScript, sqlitePersonGap},
      Dialect{"postgresql", postgresqlScript, postgresqlPersonGap},
      Dialect{"mysql", mysqlScript, mysqlPersonGap},
  };
  return all;
}

}  // namespace sql

llvm::Error emitSql(const model::Publication& publication, Sink& sink, const Options&) {
  const relational::Rows rows = relational::collectRows(publication);
  const auto write = [&](const std::string& path, llvm::Expected<std::string> script) {
    return script ? sink.write(path, std::move(*script)) : script.takeError();
  };
  for (const sql::Dialect& dialect : sql::dialects()) {
    const std::string name = dialect.name.text().str() + ".sql";
    if (auto error = write("sql/" + name, dialect.write(rows))) return error;
    if (auto error = write("sql/person_gap/" + name, dialect.writePersonGap(rows))) return error;
  }
  return llvm::Error::success();
}

}  // namespace cadre::emit
