// What differs between database systems: a dialect takes rows and gives one script. To add one: a
// class beside SqliteScript, a function like sqliteScript, a row in dialects().
#pragma once

#include "emit/relational/rows.h"
#include "emit/sql/changes.h"
#include "emit/sql/sql_text.h"

namespace cadre::emit::sql {

struct Dialect {
  Sql name;  ///< Of the script, without `.sql`.
  llvm::Expected<std::string> (*write)(const Rows& rows);
  /// A script that brings the older release to the newer one.
  llvm::Expected<std::string> (*writeChanges)(const Changes& changes);
  /// The script of the view on a person's gap.
  llvm::Expected<std::string> (*writePersonGap)(const Rows& rows);
};

/// For SQLite 3.37 or newer.
llvm::Expected<std::string> sqliteScript(const Rows& rows);
llvm::Expected<std::string> sqliteChanges(const Changes& changes);
llvm::Expected<std::string> sqlitePersonGap(const Rows& rows);
/// The statements that make the empty tables of that script, and those that complete them.
llvm::Expected<std::pair<std::string, std::string>> sqliteSchema(const Rows& rows);
/// For PostgreSQL 13 or newer.
llvm::Expected<std::string> postgresqlScript(const Rows& rows);
llvm::Expected<std::string> postgresqlChanges(const Changes& changes);
llvm::Expected<std::string> postgresqlPersonGap(const Rows& rows);
/// For MariaDB 10.6 or newer, and MySQL 8.0.
llvm::Expected<std::string> mysqlScript(const Rows& rows);
llvm::Expected<std::string> mysqlChanges(const Changes& changes);
llvm::Expected<std::string> mysqlPersonGap(const Rows& rows);

[[nodiscard]] ArrayRef<Dialect> dialects();

}  // namespace cadre::emit::sql
