// Scripts that run over what an earlier one left, and several frameworks in one database.
#include "fixture.h"
#include "support/test.h"

using namespace cadre;
using namespace cadre::test;

namespace {

/// A database with release 1.0.0 and tables of a downstream system that point at it.
struct Deployed {
  Deployed() {
    REQUIRE(database.run(Sample().script()).empty());
    REQUIRE(
        database
            .run("CREATE TABLE person (id INTEGER PRIMARY KEY, profile_id REFERENCES profile (id));"
                 "CREATE TABLE assessment (person_id REFERENCES person (id),"
                 "  competency_id REFERENCES competency (id), level_id, level_value,"
                 "  FOREIGN KEY (competency_id, level_id)"
                 "    REFERENCES competency_level (competency_id, level_id));"
                 "CREATE TABLE seen (indicator_id REFERENCES indicator (id));"
                 "INSERT INTO person VALUES (1, 'acme.Junior'), (2, 'acme.Senior');"
                 "INSERT INTO assessment VALUES (1, 'acme.Media', 'Novice', NULL),"
                 "  (2, 'acme.Media', 'Adept', NULL), (2, 'acme.Price', NULL, 4);"
                 "INSERT INTO seen SELECT id FROM indicator;")
            .empty());
    downstream = theirs();
  }

  std::string theirs() {
    return database.rows("SELECT * FROM person") + database.rows("SELECT * FROM assessment") +
           database.rows("SELECT * FROM seen");
  }
  void load(Sample& sample) {
    const std::string message = database.run(sample.script());
    CHECK(message == "");
    CHECK(database.rows("PRAGMA foreign_key_check") == "");
    CHECK(theirs() == downstream);
  }
  std::string operator()(const std::string& sql) { return database.rows(sql); }

  Database database;
  std::string downstream;
};

}  // namespace

TEST_CASE("Running a script twice changes nothing") {
  Deployed db;
  const std::string before = db.database.dump();
  const std::string changes = db("SELECT total_changes()");
  REQUIRE(db.database
              .run("CREATE TABLE log (row); CREATE TRIGGER spy AFTER UPDATE ON profile "
                   "BEGIN INSERT INTO log VALUES (OLD.id); END;")
              .empty());
  Sample same;
  db.load(same);
  CHECK(db("SELECT * FROM log") == "");
  REQUIRE(db.database.run("DROP TRIGGER spy; DROP TABLE log;").empty());
  CHECK(db.database.dump() == before);
}

TEST_CASE("Rows are updated in place") {
  Deployed db;
  Sample next("1.1.0");
  next.tables().profiles[next.senior].title = next.plain("Old Hand");
  next.tables().profiles[next.senior].name = "Principal";
  next.tables().profiles[next.senior].was = next.list<StringRef>({"Senior"});
  next.tables().profiles[next.senior].family = next.field;
  db.load(next);
  CHECK(db("SELECT id, name, title, family_id, retired_in FROM profile WHERE id = 'acme.Senior'") ==
        "acme.Senior|Principal|Old Hand|acme.Field|");
  CHECK(db("SELECT name FROM former_name WHERE id = 'acme.Senior'") == "Senior");
  CHECK(db("SELECT version FROM framework WHERE id = 'acme'") == "1.1.0");
}

TEST_CASE("A requirement that a profile no longer has goes, with its origins") {
  Deployed db;
  Sample next("1.1.0");
  auto& requirements = next.tables().profiles[next.senior].requirements;
  requirements = requirements.drop_back();
  db.load(next);
  CHECK(db("SELECT competency_id FROM requirement WHERE profile_id = 'acme.Senior'") ==
        "acme.Media");
  CHECK(db("SELECT competency_id FROM requirement_origin WHERE profile_id = 'acme.Senior'") ==
        "acme.Media");
}

TEST_CASE("What is no longer published is retired, keeps its facts, and can come back") {
  Deployed db;
  Sample next("1.1.0");
  next.tables().profiles[next.senior].status = model::Status::Draft;
  next.tables().competencies[next.media].levels =
      next.tables().competencies[next.media].levels.drop_back();
  next.tables().profiles[next.senior].requirements = {};
  next.tables().resources[next.course].develops = {};
  db.load(next);
  CHECK(db("SELECT id, status, retired_in FROM profile") ==
        "acme.Junior|published|\nacme.Senior|retired|1.1.0");
  CHECK(db("SELECT competency_id FROM requirement WHERE profile_id = 'acme.Senior'") ==
        "acme.Media\nacme.Price");
  CHECK(db("SELECT level_id, retired_in FROM competency_level WHERE competency_id = 'acme.Media' "
           "ORDER BY position") == "Novice|\nAdept|1.1.0");
  CHECK(db("SELECT id, retired_in FROM indicator WHERE retired_in NOTNULL") ==
        "acme.Media#h1~2|1.1.0");
  CHECK(db("SELECT count(*) FROM path_step") == "0");

  Sample still("1.2.0");
  still.tables().profiles[still.senior].status = model::Status::Draft;
  db.load(still);
  CHECK(db("SELECT retired_in FROM profile WHERE id = 'acme.Senior'") == "1.1.0");

  Sample back("1.3.0");
  db.load(back);
  CHECK(db("SELECT id, status, retired_in FROM profile") ==
        "acme.Junior|published|\nacme.Senior|published|");
}

TEST_CASE("A declaration that says it is retired keeps the version that said so first") {
  Deployed db;
  for (const char* version : {"1.1.0", "1.2.0"}) {
    Sample next(version);
    next.tables().profiles[next.senior].status = model::Status::Retired;
    db.load(next);
    CHECK(db("SELECT retired_in FROM profile WHERE id = 'acme.Senior'") == "1.1.0");
  }
}

TEST_CASE("What is replaced stays, retired, and points at its successor") {
  Deployed db;
  for (const char* version : {"1.1.0", "1.2.0"}) {
    Sample next(version);
    next.tables().profiles[next.senior].status = model::Status::Draft;
    model::Profile lead = next.declared<model::Profile>("Lead", "Lead");
    if (version == std::string("1.1.0")) lead.replaces = next.list<StringRef>({"acme.Senior"});
    next.tables().profiles.add(lead);
    db.load(next);
    CHECK(db("SELECT retired_in, replaced_by FROM profile WHERE id = 'acme.Senior'") ==
          "1.1.0|acme.Lead");
  }
}

TEST_CASE("A scale's range can widen") {
  Deployed db;
  Sample next("2.0.0");
  next.tables().scales[next.points].high = 9;
  next.tables().profiles[next.senior].requirements =
      next.list({next.require(next.price, {{}, 8.5})});
  db.load(next);
  CHECK(db("SELECT level_value FROM requirement WHERE profile_id = 'acme.Senior'") == "8.5");
}

TEST_CASE("A level can come in between, and levels can change places") {
  Deployed db;
  Sample next("2.0.0");
  model::Level between;
  between.scale = next.steps;
  between.name = "Fluent";
  between.ordinal = 2;
  auto& t = next.tables();
  const model::LevelId fluent = t.levels.add(between);
  t.levels[next.adept].ordinal = 4;
  t.levels[next.master].ordinal = 3;
  t.scales[next.steps].levels = next.list({next.novice, fluent, next.master, next.adept});
  db.load(next);
  CHECK(db("SELECT id FROM level WHERE scale_id = 'acme.Steps' ORDER BY ordinal") ==
        "Novice\nFluent\nMaster\nAdept");
}

TEST_CASE("A competency can move to another scale") {
  Deployed db;
  Sample next("2.0.0");
  auto& t = next.tables();
  model::Level expert;
  const model::ScaleId ladder = t.scales.add(next.declared<model::Scale>("Ladder", "Ladder"));
  expert.scale = ladder;
  expert.name = "Adept";
  const model::LevelId top = t.levels.add(expert);
  t.scales[ladder].levels = next.list({top});
  t.competencies[next.media].scale = ladder;
  t.competencies[next.media].levels = {};
  t.profiles[next.junior].requirements = next.list({next.require(next.media, {top, {}})});
  t.profiles[next.senior].requirements = next.list({next.require(next.media, {top, {}})});
  t.resources[next.course].develops = {};
  t.competencies[next.price].scale = model::ScaleId::none();
  t.competencies[next.price].levels = {};
  db.load(next);
  CHECK(db("SELECT level_id, scale_id, retired_in FROM competency_level "
           "WHERE competency_id = 'acme.Media' ORDER BY level_id") ==
        "Adept|acme.Ladder|\nNovice|acme.Steps|2.0.0");
  CHECK(db("SELECT level_value, retired_in FROM competency_anchor") == "2.5|2.0.0");
}

TEST_CASE("An id can change from one kind of declaration to another") {
  Deployed db;
  Sample next("2.0.0");
  next.tables().profiles[next.senior].status = model::Status::Draft;
  model::Competency competency = next.declared<model::Competency>("Senior", "Seniority");
  competency.kind = model::KindId(0);
  competency.keywords = next.list<StringRef>({"age"});
  next.tables().competencies.add(competency);
  db.load(next);
  CHECK(db("SELECT retired_in FROM profile WHERE id = 'acme.Senior'") == "2.0.0");
  CHECK(db("SELECT kind FROM keyword WHERE text = 'age'") == "competency");
}

TEST_CASE("Two frameworks share names and a dependency, in either order") {
  std::string content[2];
  for (const bool swapped : {false, true}) {
    Database db;
    const std::string first = Sample("1.0.0", swapped ? "beta" : "acme").script();
    const std::string second = Sample("1.0.0", swapped ? "acme" : "beta").script();
    REQUIRE(db.run(first) == "");
    const std::string acmeBefore = db.rows("SELECT * FROM requirement");
    REQUIRE(db.run(second) == "");
    REQUIRE(db.run(first) == "");
    CHECK(db.rows("PRAGMA foreign_key_check") == "");
    CHECK(db.rows("SELECT count(*) FROM competency WHERE retired_in IS NULL") == "7");
    content[swapped ? 1 : 0] = db.dump();
  }
  CHECK(content[0] == content[1]);
}

namespace {

/// The dependency's own script. `levels` are those of its shared scale, lowest first.
std::string coreScript(StringRef version, const std::vector<const char*>& levels, StringRef title) {
  model::ModelBuilder builder;
  auto& t = builder.tables();
  model::Framework framework;
  framework.framework = model::FrameworkId(0);
  framework.key = framework.name = "core";
  framework.title.plain = "Core";
  framework.version = version;
  t.frameworks.add(framework);
  model::Scale scale;
  scale.framework = framework.framework;
  scale.name = "Shared";
  scale.key = "core.Shared";
  const model::ScaleId shared = t.scales.add(scale);
  std::vector<model::LevelId> ids;
  for (const char* name : levels) {
    model::Level level;
    level.scale = shared;
    level.name = name;
    level.ordinal = static_cast<uint32_t>(ids.size() + 1);
    ids.push_back(t.levels.add(level));
  }
  t.scales[shared].levels = ids;
  model::Competency integrity;
  integrity.framework = framework.framework;
  integrity.name = "Integrity";
  integrity.key = "core.Integrity";
  integrity.title.plain = title;
  integrity.kind = model::KindId(3);
  integrity.scale = shared;
  t.competencies.add(integrity);
  return emitted(std::move(builder))["sql/sqlite.sql"];
}

}  // namespace

TEST_CASE("A dependency's own script and those that use it come in any order") {
  Deployed db;
  const std::string acme = Sample().script();
  REQUIRE(db.database.run(coreScript("1.1.0", {"Low", "High"}, "Honour")) == "");
  CHECK(db("SELECT title FROM competency WHERE id = 'core.Integrity'") == "Honour");
  REQUIRE(db.database.run(acme) == "");
  CHECK(db("SELECT title FROM competency WHERE id = 'core.Integrity'") == "Honour");
  CHECK(db("SELECT version FROM framework WHERE id = 'core'") == "1.1.0");

  // A level that acme requires is dropped: the row stays, and acme's script still runs.
  REQUIRE(db.database.run(coreScript("2.0.0", {"Mid", "High"}, "Honour")) == "");
  CHECK(db("SELECT id, retired_in FROM level WHERE scale_id = 'core.Shared' ORDER BY id") ==
        "High|\nLow|2.0.0\nMid|");
  REQUIRE(db.database.run(acme) == "");
  CHECK(db("SELECT id, retired_in FROM level WHERE scale_id = 'core.Shared' ORDER BY id") ==
        "High|\nLow|2.0.0\nMid|");
  CHECK(db("PRAGMA foreign_key_check") == "");
}

TEST_CASE("A level that an older release of a dependency lacks is added") {
  Database db;
  REQUIRE(db.run(coreScript("0.9.0", {"Low"}, "Honour")) == "");
  Sample sample;
  sample.tables().profiles[sample.senior].requirements =
      sample.list({sample.require(sample.integrity, {sample.sharedHigh, {}})});
  REQUIRE(db.run(sample.script()) == "");
  CHECK(db.rows("SELECT level_id FROM requirement WHERE profile_id = 'acme.Senior'") == "High");
  CHECK(db.rows("SELECT version FROM framework WHERE id = 'core'") == "0.9.0");
  CHECK(db.rows("SELECT title FROM competency WHERE id = 'core.Integrity'") == "Honour");
}

TEST_CASE(
    "Rows that a dependent brought are taken over, and retired if their owner has no such row") {
  Database db;
  REQUIRE(db.run(Sample().script()) == "");
  REQUIRE(db.run(coreScript("1.0.0", {"Low"}, "Honour")) == "");
  CHECK(
      db.rows("SELECT id, retired_in FROM level WHERE scale_id = 'core.Shared' ORDER BY ordinal") ==
      "Low|\nHigh|1.0.0");
  CHECK(db.rows("SELECT level_id, retired_in FROM competency_level "
                "WHERE competency_id = 'core.Integrity' ORDER BY position") == "Low|\nHigh|1.0.0");
}
