// The relational output: takes a publication, gives an SQL script for each dialect, or a SQLite
// database. Needs no database and touches no disk.
#pragma once

#include "emit/emitter.h"

namespace cadre::emit {

/// Writes `sql/<dialect>.sql`: the schema and the rows, safe to run again and over older releases.
/// Since an older release of which all is known also `sql/changes/<dialect>.sql`, which brings that
/// one to this one.
llvm::Error emitSql(const model::Publication& publication, Sink& sink, const Options& options);

/// Writes `framework.sqlite`: what `sql/sqlite.sql` makes of an empty database, byte for byte the
/// same with any version of SQLite that lays out its pages alike.
llvm::Error emitSqlite(const model::Publication& publication, Sink& sink, const Options& options);

}  // namespace cadre::emit
