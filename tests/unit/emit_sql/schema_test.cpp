// What the script makes of the tables that the emitter knows.
#include "emit/relational/tables.h"
#include "fixture.h"
#include "support/test.h"

#include <algorithm>

using namespace cadre;
using namespace cadre::test;

TEST_CASE("Every table has the columns and the primary key that the emitter fills") {
  Database database;
  REQUIRE(database.run(Sample().script()).empty());
  for (const emit::relational::Table& table : emit::relational::tables()) {
    const std::string name = table.name.text().str();
    INFO(name);
    std::string columns, key;
    for (const emit::relational::Word column : table.columns) columns += column.text().str() + "\n";
    for (const emit::relational::Word column : table.key) key += column.text().str() + "\n";
    const std::string info = "FROM pragma_table_info('" + name + "')";
    std::string filled = database.rows(
        "SELECT name " + info + " WHERE name NOT IN ('replaced_by', 'base_kind') ORDER BY name");
    std::vector<std::string> sorted;
    for (const emit::relational::Word column : table.columns) sorted.push_back(column.text().str());
    std::sort(sorted.begin(), sorted.end());
    std::string expected;
    for (const std::string& column : sorted) expected += (expected.empty() ? "" : "\n") + column;
    CHECK(filled == expected);
    CHECK(database.rows("SELECT name " + info + " WHERE pk > 0 ORDER BY pk") + "\n" == key);
  }
}

TEST_CASE("Every row with an id says whose it is and whether it is retired") {
  Database database;
  REQUIRE(database.run(Sample().script()).empty());
  CHECK(database
            .rows("SELECT name FROM sqlite_schema AS made WHERE type = 'table' AND name NOT IN "
                  "(SELECT 'identity') AND EXISTS (SELECT 1 FROM pragma_table_info(made.name) "
                  "WHERE name = 'id') AND NOT EXISTS (SELECT 1 FROM pragma_table_info(made.name) "
                  "WHERE name = 'kind' AND pk > 0) AND 3 > (SELECT count(*) FROM "
                  "pragma_table_info(made.name) WHERE name IN "
                  "('framework_id', 'retired_in', 'replaced_by'))")
            .empty());
}

TEST_CASE("The script knows the names of all that it makes") {
  const std::string script = Sample().script();
  const std::string prelude = script.substr(0, script.find("-- ---- Rows"));
  Database database;
  REQUIRE(database.run(prelude).empty());
  CHECK(database
            .rows("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND name NOT IN "
                  "(SELECT name FROM temp.cadre_name)")
            .empty());
}

TEST_CASE("Tables are strict") {
  Database database;
  REQUIRE(database.run(Sample().script()).empty());
  CHECK(database
            .rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND "
                  "NOT strict AND "
                  "name NOT LIKE 'sqlite_%'")
            .empty());
}
