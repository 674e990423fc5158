// When a script must not run, or breaks off, it changes nothing, whatever the client does then.
#include "fixture.h"
#include "support/test.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace cadre;
using namespace cadre::test;

namespace {

const char* const foreignTables =
    "CREATE TABLE Profile (number INTEGER PRIMARY KEY, name TEXT); INSERT INTO Profile VALUES (7, "
    "'x');"
    "CREATE TABLE other (a);";

/// Runs the script in both manners; nothing may change. Gives the first message.
std::string refused(Database& db, const std::string& script) {
  const std::string before = db.bytes();
  const std::string message = db.run(script);
  db.run("ROLLBACK");
  CHECK(!message.empty());
  CHECK(db.bytes() == before);
  const std::vector<std::string> messages = db.runOn(script);
  CHECK(!messages.empty());
  CHECK(db.run("BEGIN; ROLLBACK;") == "");
  CHECK(db.bytes() == before);
  CHECK((messages.empty() || messages.front() == message));
  return message;
}

}  // namespace

TEST_CASE("Running on statement by statement does the same as running at once") {
  Database one, other;
  const std::string script = Sample().script();
  REQUIRE(one.run(script) == "");
  CHECK(other.runOn(script).empty());
  CHECK(one.dump() == other.dump());
}

TEST_CASE("Foreign tables with the same names are refused, however they are spelt") {
  Database db;
  REQUIRE(db.run(foreignTables) == "");
  CHECK(refused(db, Sample().script()) ==
        "cadre: nothing was changed: other tables of this database have the same names");
  CHECK(db.rows("SELECT * FROM Profile") == "7|x");
}

TEST_CASE("Foreign views and indexes with the same names are refused") {
  for (const char* foreign : {"CREATE VIEW path AS SELECT 1 AS id",
                              "CREATE TABLE t (a); CREATE INDEX level_by_ordinal ON t (a)",
                              "CREATE TABLE cadre_format (name TEXT)",
                              "CREATE VIEW cadre_format AS SELECT 1 AS version"}) {
    Database db;
    INFO(foreign);
    REQUIRE(db.run(foreign) == "");
    refused(db, Sample().script());
  }
}

TEST_CASE("Another format is refused") {
  for (const char* version : {"3", "0"}) {
    Database db;
    REQUIRE(db.run(Sample().script()) == "");
    REQUIRE(db.run(std::string("UPDATE cadre_format SET version = ") + version) == "");
    const std::string message = refused(db, Sample("1.1.0").script());
    CHECK(message.find("cadre: nothing was changed: ") == 0);
    CHECK(db.rows("SELECT version FROM framework WHERE id = 'acme'") == "1.0.0");
  }
}

TEST_CASE("A newer schema of the same names is refused, with the tables of the older one missing") {
  Database db;
  REQUIRE(
      db.run(
          "CREATE TABLE cadre_format (version INTEGER NOT NULL PRIMARY KEY);"
          "INSERT INTO cadre_format VALUES (3); CREATE TABLE competency (id TEXT PRIMARY KEY);") ==
      "");
  refused(db, Sample().script());
}

TEST_CASE("A temporary table that hides one of ours is refused") {
  Database db;
  REQUIRE(db.run("CREATE TEMP TABLE requirement (a)") == "");
  refused(db, Sample().script());
}

TEST_CASE("An id of another framework is refused") {
  Database db;
  REQUIRE(db.run(Sample().script()) == "");
  Sample thief("1.0.0", "beta");
  thief.tables().profiles[thief.senior].key = "acme.Senior";
  CHECK(refused(db, thief.script()) ==
        "cadre: nothing was changed: an id in table profile belongs to another framework");
}

TEST_CASE("What a downstream system forbids leaves all as it was") {
  Database db;
  REQUIRE(db.run(Sample().script()) == "");
  REQUIRE(
      db.run(
          "CREATE TABLE watched (profile_id, competency_id, FOREIGN KEY (profile_id, competency_id)"
          " REFERENCES requirement (profile_id, competency_id));"
          "INSERT INTO watched VALUES ('acme.Senior', 'acme.Price')") == "");
  Sample next("1.1.0");
  auto& requirements = next.tables().profiles[next.senior].requirements;
  requirements = requirements.drop_back();
  CHECK(refused(db, next.script()) == "FOREIGN KEY constraint failed");
}

TEST_CASE("A statement that fails in the middle undoes all, in clients that go on too") {
  std::string script = Sample().script();
  const size_t row = script.find("INSERT INTO cadre_new_competency ");
  script.replace(row, 6, "UPSERT");
  Database db;
  refused(db, script);
  Database loaded;
  REQUIRE(loaded.run(Sample().script()) == "");
  refused(loaded, script);
}

TEST_CASE("A script that was cut off changes nothing") {
  const std::string script = Sample("1.1.0").script();
  const std::string end = "COMMIT;\n";
  Database db;
  REQUIRE(db.run(Sample().script()) == "");
  const std::string before = db.dump();
  for (size_t size = 0; size + end.size() < script.size(); size += script.size() / 60) {
    db.runOn(script.substr(0, size));
    db.run("ROLLBACK");
    CHECK(db.dump() == before);
  }
  CHECK(db.runOn(script).empty());
  CHECK(db.rows("SELECT version FROM framework WHERE id = 'acme'") == "1.1.0");
}

TEST_CASE("A script that was cut off cannot be committed") {
  const std::string script = Sample("1.1.0").script();
  Database db;
  REQUIRE(db.run(Sample().script()) == "");
  const std::string before = db.dump();
  const size_t end = script.find("INSERT INTO temp.cadre_end VALUES");
  for (size_t size = 0; size < end; size += end / 40) {
    db.runOn(script.substr(0, size));
    db.run("COMMIT");
    db.run("ROLLBACK");
    CHECK(db.dump() == before);
  }
}

TEST_CASE("A trigger that fails and keeps what came before it undoes all") {
  for (const char* table : {"framework", "competency", "requirement", "profile_statement"}) {
    INFO(table);
    Database db;
    REQUIRE(db.run(Sample().script()) == "");
    REQUIRE(db.run(std::string("CREATE TRIGGER keeper BEFORE INSERT ON ") + table +
                   " BEGIN SELECT RAISE(FAIL, 'no'); END") == "");
    const std::string before = db.dump();
    CHECK(!db.runOn(Sample("1.1.0").script()).empty());
    db.run("ROLLBACK");
    CHECK(db.dump() == before);
  }
}

TEST_CASE("Foreign keys must be enforced") {
  Database db;
  REQUIRE(db.run("PRAGMA foreign_keys = OFF; BEGIN") == "");
  const auto messages = db.runOn(Sample().script());
  REQUIRE(messages.size() > 2);
  CHECK(messages[1] == "cadre: nothing was changed: run this script outside of a transaction");
  CHECK(db.rows("SELECT count(*) FROM sqlite_schema") == "0");
}

TEST_CASE("The sqlite3 program loads the script from its input, and refuses alike") {
  if (std::system("sqlite3 -version > /dev/null 2>&1") != 0) return;
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("cadre_sql_" + std::to_string(std::rand()));
  fs::create_directories(folder);
  const auto path = [&](const char* name) { return (folder / name).string(); };
  const auto load = [&](const char* database) {
    return std::system(
        ("sqlite3 " + path(database) + " < " + path("script.sql") + " 2> " + path("messages"))
            .c_str());
  };
  const std::string script = Sample().script();
  std::ofstream(path("script.sql"), std::ios::binary) << script;
  Database expected;
  REQUIRE(expected.run(script) == "");

  CHECK(load("new.db") == 0);
  CHECK(load("new.db") == 0);
  CHECK(Database(path("new.db")).dump() == expected.dump());

  CHECK(Database(path("foreign.db")).run(foreignTables) == "");
  const auto bytes = [&] {
    std::ifstream in(path("foreign.db"), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string before = bytes();
  CHECK(load("foreign.db") != 0);
  CHECK(bytes() == before);
  fs::remove_all(folder);
}
