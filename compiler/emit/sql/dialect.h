// What differs between database systems: a dialect takes rows and gives one script. To add one:
// its schema in runtime/sql/<name>.sql, a function like sqliteScript, a row in dialects().
#pragma once

#include "emit/relational/rows.h"
#include "emit/sql/sql_text.h"

namespace cadre::emit::sql {

using relational::Rows;

struct Dialect {
  Sql fileName;  ///< Of the script and of its schema in runtime/sql: `sqlite.sql`.
  llvm::Expected<std::string> (*write)(const Rows& rows);
};

/// For SQLite 3.37 or newer. One transaction, safe to run again, over an older release, and in
/// clients that go on after an error.
llvm::Expected<std::string> sqliteScript(const Rows& rows);

[[nodiscard]] ArrayRef<Dialect> dialects();

}  // namespace cadre::emit::sql
