#include "emit/sql/emit_sql.h"

#include "emit/sql/dialect.h"

#include <array>

namespace cadre::emit {

namespace sql {

ArrayRef<Dialect> dialects() {
  static constexpr std::array all = {Dialect{"sqlite.sql", sqliteScript},
                                     Dialect{"postgresql.sql", postgresqlScript},
                                     Dialect{"mysql.sql", mysqlScript}};
  return all;
}

}  // namespace sql

llvm::Error emitSql(const model::Publication& publication, Sink& sink, const Options&) {
  const relational::Rows rows = relational::collectRows(publication);
  for (const sql::Dialect& dialect : sql::dialects()) {
    auto script = dialect.write(rows);
    if (!script) return script.takeError();
    if (auto error = sink.write("sql/" + dialect.fileName.text().str(), std::move(*script)))
      return error;
  }
  return llvm::Error::success();
}

}  // namespace cadre::emit
