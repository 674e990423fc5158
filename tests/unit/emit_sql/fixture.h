// A framework built by hand that says something in every place of the model, with texts that would
// hurt a careless writer of SQL; and a SQLite database in memory to load it into.
#pragma once

#include "emit/emitter.h"
#include "emit/sql/emit_sql.h"
#include "model/builder.h"
#include "model/publication.h"

#include <llvm/Support/Error.h>

#include <sqlite3.h>

#include <map>
#include <string>
#include <vector>

namespace cadre::test {

using llvm::StringRef;

/// Quotes, backslashes, SQL, an emoji, right-to-left text, line feeds, a carriage return.
inline constexpr const char* hostile =
    "Robert'); DROP TABLE profile;-- \"x\" \\' \\\\ 😀 שלום\n.quit\n;\nCOMMIT;\r\n"
    "/\ngo\n`$1 %s";

/// The files that the emitters make of a model: the script and the database.
std::map<std::string, std::string> emitted(model::ModelBuilder builder);

/// What a test may change before the model is frozen. All members name records of `tables()`.
struct Sample {
  explicit Sample(StringRef version = "1.0.0", StringRef framework = "acme");

  model::Tables& tables() { return builder.tables(); }
  StringRef text(const std::string& value) { return builder.arena().copy(value); }
  template <class T>
  llvm::ArrayRef<T> list(std::initializer_list<T> values) {
    return builder.arena().copy(llvm::ArrayRef<T>(values));
  }
  template <class Record>
  Record declared(StringRef name, StringRef title);
  model::Text plain(const std::string& value);
  model::Bullet bullet(StringRef key, StringRef label, const std::string& value);
  model::Requirement require(model::CompetencyId competency, model::LevelValue level,
                             model::OriginKind origin = model::OriginKind::Own);

  /// The script, and the database file, that are made of this. Ends the building.
  std::map<std::string, std::string> emit() { return emitted(std::move(builder)); }
  std::string script() { return emit()["sql/sqlite.sql"]; }

  model::ModelBuilder builder;
  model::FrameworkId own, core;
  model::ScaleId steps, points, shared;
  model::LevelId novice, adept, master, sharedLow, sharedHigh;
  model::KindId craft;
  model::CategoryId talk, press;
  model::FamilyId field, inner;
  model::AttributeId grade, hours, night;
  model::StatementId knowledge;
  model::CredentialId diploma;
  model::CompetencyId media, price, honesty, integrity;
  model::ResourceId course;
  model::ProfileId base, junior, senior;
  model::RuleId rule;
  model::PathId career;
  model::CrosswalkId walk;
};

class Database {
public:
  explicit Database(const std::string& path = ":memory:");
  ~Database() { sqlite3_close(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Runs statements up to the first that fails. Gives its message, or nothing.
  std::string run(const std::string& sql);
  /// Runs a script as the sqlite3 program does: statement by statement, going on after errors.
  /// Gives the messages.
  std::vector<std::string> runOn(const std::string& sql);
  /// The rows, values joined by `|`, NULL as nothing, rows joined by a line feed.
  std::string rows(const std::string& sql);
  /// All tables with all their rows, sorted: equal for databases of equal content.
  std::string dump();
  /// The database as a file.
  std::string bytes();
  void open(const std::string& bytes);

private:
  sqlite3* handle_ = nullptr;
};

template <class Record>
Record Sample::declared(StringRef name, StringRef title) {
  Record record;
  const model::Framework& framework = tables().frameworks[own];
  record.framework = own;
  record.name = name;
  record.key = text((framework.key + "." + name).str());
  record.title = plain(title.str());
  return record;
}

}  // namespace cadre::test
