// Rows that are wrong, and the constraint that refuses each.
#include "fixture.h"
#include "support/test.h"

using namespace cadre;
using namespace cadre::test;

namespace {

struct Loaded {
  Loaded() { REQUIRE(database.run(Sample().script()).empty()); }

  /// Runs a statement that must fail, gives why.
  std::string refused(const std::string& sql) {
    const std::string message = database.run(sql);
    INFO(sql);
    CHECK(!message.empty());
    return message;
  }
  Database database;
};

const std::string foreignKey = "FOREIGN KEY constraint failed";

}  // namespace

TEST_CASE("A right requirement is taken with the documented columns alone") {
  Loaded db;
  CHECK(db.database.run("DELETE FROM requirement").empty());
  const std::string insert =
      "INSERT INTO requirement (profile_id, competency_id, level_id, level_value, importance, "
      "weight) ";
  CHECK(
      db.database.run(insert + "VALUES ('acme.Senior', 'acme.Media', 'Adept', NULL, 'desired', 2)")
          .empty());
  CHECK(db.database.run(insert + "VALUES ('acme.Senior', 'acme.Price', NULL, 5, 'optional', NULL)")
            .empty());
  CHECK(db.database
            .run(insert + "VALUES ('acme.Senior', 'acme.Honesty', NULL, NULL, 'essential', NULL)")
            .empty());
}

TEST_CASE("A requirement names a level that its competency offers") {
  Loaded db;
  const std::string wrong = "requirement: the level does not fit the scale of the competency";
  REQUIRE(db.database.run("DELETE FROM requirement").empty());
  const auto level = [&](const std::string& competency, const std::string& id,
                         const std::string& value) {
    return db.refused(
        "INSERT INTO requirement (profile_id, competency_id, level_id, level_value, importance) "
        "VALUES ('acme.Senior', '" +
        competency + "', " + id + ", " + value + ", 'essential')");
  };
  CHECK(level("acme.Media", "'Guru'", "NULL") == wrong);
  CHECK(level("acme.Media", "'Master'", "NULL") == wrong);
  CHECK(level("acme.Media", "'Low'", "NULL") == wrong);
  CHECK(level("acme.Media", "'novice'", "NULL") == wrong);
  CHECK(level("acme.Media", "NULL", "NULL") == wrong);
  CHECK(level("acme.Media", "NULL", "1") == wrong);
  CHECK(level("acme.Price", "NULL", "5.1") == wrong);
  CHECK(level("acme.Price", "NULL", "-0.5") == wrong);
  CHECK(level("acme.Price", "NULL", "NULL") == wrong);
  CHECK(level("acme.Price", "'Adept'", "NULL") == wrong);
  CHECK(level("acme.Honesty", "'Adept'", "NULL") == wrong);
  CHECK(level("acme.Honesty", "NULL", "1") == wrong);
  level("acme.Media", "'Adept'", "1");
  level("acme.Nothing", "NULL", "NULL");
}

TEST_CASE("The level rules hold for updates, and without foreign keys") {
  Loaded db;
  REQUIRE(db.database.run("PRAGMA foreign_keys = OFF").empty());
  const std::string row = " WHERE profile_id = 'acme.Senior' AND competency_id = ";
  db.refused("UPDATE requirement SET level_id = 'Master'" + row + "'acme.Media'");
  db.refused("UPDATE requirement SET level_id = NULL" + row + "'acme.Media'");
  db.refused("UPDATE requirement SET level_value = 6" + row + "'acme.Price'");
}

TEST_CASE("A requirement is of a profile, once per competency, in one of three words") {
  Loaded db;
  const std::string insert =
      "INSERT INTO requirement (profile_id, competency_id, importance) VALUES ";
  CHECK(db.refused(insert + "('acme.Base', 'acme.Honesty', 'essential')") == foreignKey);
  CHECK(db.refused(insert + "('acme.Junior', 'acme.Honesty', 'essential')") ==
        "UNIQUE constraint failed: requirement.profile_id, requirement.competency_id");
  db.refused(insert + "('acme.Senior', 'acme.Honesty', 'nice')");
  db.refused(insert + "('acme.Senior', 'acme.Honesty', NULL)");
  db.refused("UPDATE requirement SET weight = 'heavy'");
}

TEST_CASE("An origin belongs to its requirement and says where it is from") {
  Loaded db;
  const std::string insert =
      "INSERT INTO requirement_origin (profile_id, competency_id, position, kind, rule_id, "
      "level_id, level_value) VALUES ";
  CHECK(db.refused(insert + "('acme.Senior', 'acme.Honesty', 1, 'own', NULL, NULL, NULL)") ==
        foreignKey);
  CHECK(db.refused(insert + "('acme.Senior', 'acme.Media', 2, 'own', NULL, 'Master', NULL)") ==
        foreignKey);
  db.refused(insert + "('acme.Senior', 'acme.Media', 2, 'rule', NULL, NULL, NULL)");
  db.refused(insert +
             "('acme.Senior', 'acme.Media', 2, 'own', 'acme.every-profile-1', NULL, NULL)");
  db.refused(insert + "('acme.Senior', 'acme.Media', 2, 'guess', NULL, NULL, NULL)");
  db.refused(insert + "('acme.Senior', 'acme.Price', 2, 'own', NULL, NULL, 9)");
}

TEST_CASE("A scale is ordinal or has a range") {
  Loaded db;
  const std::string insert =
      "INSERT INTO scale (id, framework_id, name, title, kind, minimum, maximum) VALUES ('x', "
      "'acme', 'x', 'x', ";
  db.refused(insert + "'nominal', NULL, NULL)");
  db.refused(insert + "'numeric', NULL, NULL)");
  db.refused(insert + "'numeric', 5, 1)");
  db.refused(insert + "'ordinal', 0, 1)");
  db.refused("UPDATE scale SET kind = 'numeric', minimum = 0, maximum = 1 WHERE id = 'acme.Steps'");
}

TEST_CASE("A level is of an ordinal scale and has a place of its own") {
  Loaded db;
  const std::string insert =
      "INSERT INTO level (scale_id, id, framework_id, title, ordinal) VALUES ";
  db.refused(insert + "('acme.Points', 'L', 'acme', 'L', 1)");
  CHECK(db.refused(insert + "('acme.Steps', 'L', 'acme', 'L', 2)") ==
        "UNIQUE constraint failed: level.scale_id, level.ordinal");
  db.refused(insert + "('acme.Steps', 'Adept', 'acme', 'L', 9)");
  db.refused(insert + "('acme.Steps', 'L', 'acme', 'L', 0)");
  db.refused(insert + "('acme.None', 'L', 'acme', 'L', 1)");
}

TEST_CASE("A competency offers levels of its own scale") {
  Loaded db;
  const std::string insert =
      "INSERT INTO competency_level (competency_id, level_id, scale_id) VALUES ";
  CHECK(db.refused(insert + "('acme.Media', 'Low', 'acme.Steps')") == foreignKey);
  db.refused(insert + "('acme.Media', 'Low', 'core.Shared')");
  db.refused(insert + "('acme.Honesty', 'Adept', 'acme.Steps')");
  db.refused("UPDATE competency SET scale_id = 'acme.Points' WHERE id = 'acme.Media'");
  db.refused("UPDATE competency SET scale_id = 'acme.None' WHERE id = 'acme.Honesty'");
  db.refused("INSERT INTO competency_anchor (competency_id, level_value) VALUES ('acme.Price', 7)");
  db.refused("INSERT INTO competency_anchor (competency_id, level_value) VALUES ('acme.Media', 1)");
}

TEST_CASE("An indicator stands where its competency has a place for it") {
  Loaded db;
  const std::string insert =
      "INSERT INTO indicator (id, framework_id, competency_id, level_id, level_value, position, "
      "text) "
      "VALUES ('x', 'acme', ";
  db.refused(insert + "'acme.Media', 'Master', NULL, 1, 'x')");
  db.refused(insert + "'acme.Media', NULL, NULL, 1, 'x')");
  CHECK(db.refused(insert + "'acme.Price', NULL, 3, 1, 'x')") == foreignKey);
  db.refused(insert + "'acme.Price', NULL, 9, 1, 'x')");
  db.refused(insert + "'acme.Honesty', 'Novice', NULL, 1, 'x')");
  db.refused(insert + "'acme.Honesty', NULL, NULL, 1, '')");
  db.refused("UPDATE indicator SET id = 'acme.Media#h1' WHERE id = 'acme.Media#M1'");
}

TEST_CASE("Trees, families and categories refer to what is there") {
  Loaded db;
  CHECK(db.refused("UPDATE category SET parent_id = 'acme.None' WHERE id = 'acme.Talk'") ==
        foreignKey);
  db.refused("UPDATE category SET parent_id = id");
  CHECK(db.refused("UPDATE profile SET family_id = 'acme.Talk'") == foreignKey);
  CHECK(db.refused("INSERT INTO competency_category (competency_id, category_id) VALUES "
                   "('acme.Honesty', 'acme.Field')") == foreignKey);
  CHECK(db.refused("UPDATE competency SET kind = 'Technical'") == foreignKey);
  db.refused(
      "INSERT INTO competency_part_of (competency_id, umbrella_id) VALUES ('acme.Media', "
      "'acme.Media')");
  CHECK(db.refused("INSERT INTO profile_base (profile_id, base_id, position) VALUES "
                   "('acme.Senior', 'acme.Nobody', 1)") == foreignKey);
}

TEST_CASE("A statement is shared or stands in place, and is of the sort that is said") {
  Loaded db;
  const std::string insert =
      "INSERT INTO profile_statement (profile_id, position, sort, statement_id, text) VALUES "
      "('acme.Senior', 1, ";
  CHECK(db.refused(insert + "'task', 'acme.K1', NULL)") == foreignKey);
  db.refused(insert + "'knowledge', 'acme.K1', 'x')");
  db.refused(insert + "'knowledge', NULL, NULL)");
  db.refused(insert + "'wish', NULL, 'x')");
}

TEST_CASE("A step leads to another profile, a pair to levels of its scales") {
  Loaded db;
  db.refused("INSERT INTO path_step VALUES ('acme.Career', 2, 1, 'acme.Junior', 'acme.Junior')");
  const std::string insert = "INSERT INTO crosswalk_pair VALUES ('acme.Walk', 9, ";
  db.refused(insert + "'acme.Steps', 'Low', NULL, 'acme.Points', NULL, 1)");
  db.refused(insert + "'acme.Steps', NULL, 1, 'acme.Points', NULL, 1)");
  db.refused(insert + "'acme.Steps', 'Adept', NULL, 'acme.Points', NULL, 6)");
  db.refused(insert + "'core.Shared', 'Low', NULL, 'acme.Points', NULL, 1)");
}

TEST_CASE("A resource develops a competency to a level that it offers") {
  Loaded db;
  const std::string insert = "INSERT INTO resource_development VALUES ('acme.Course', 9, ";
  CHECK(db.refused(insert + "'acme.Media', 'Master', NULL)") == foreignKey);
  db.refused(insert + "'acme.Price', NULL, 6)");
  db.refused(insert + "'acme.Honesty', NULL, 1)");
}

TEST_CASE("An attribute has a value of its type, where it can stand") {
  Loaded db;
  const std::string insert = "INSERT INTO attribute_value VALUES ('profile', 'acme.Senior', ";
  db.refused(insert + "'acme.grade', 'P9', NULL, NULL)");
  db.refused(insert + "'acme.hours', NULL, 3, NULL)");
  db.refused(insert + "'acme.hours', '4', NULL, NULL)");
  db.refused(insert + "'acme.night', NULL, NULL, 2)");
  db.refused(insert + "'acme.night', NULL, NULL, NULL)");
  db.refused(
      "INSERT INTO attribute_value VALUES ('competency', 'acme.Media', 'acme.grade', 'P1', NULL, "
      "NULL)");
  CHECK(db.database.run(insert + "'acme.hours', NULL, 4, NULL)").empty());
}

TEST_CASE("Words, life cycle and translations are of something that is there") {
  Loaded db;
  CHECK(db.refused("INSERT INTO keyword VALUES ('competency', 'acme.None', 1, 'x')") == foreignKey);
  CHECK(db.refused("INSERT INTO translation VALUES ('fr', 'profile', 'acme.Media', 'title', 0, "
                   "'x', NULL)") == foreignKey);
  db.refused("UPDATE correspondence SET relation = 'similar'");
  db.refused("UPDATE profile SET status = 'live'");
  db.refused("UPDATE profile SET reviewed = '2026-02-30'");
  CHECK(db.refused("UPDATE profile SET replaced_by = 'acme.Nobody'") == foreignKey);
  db.refused("UPDATE profile SET title = ''");
  CHECK(db.refused("DELETE FROM competency WHERE id = 'acme.Media'") == foreignKey);
}

TEST_CASE("Names are case- and accent-sensitive") {
  Loaded db;
  CHECK(db.database.rows("SELECT count(*) FROM competency WHERE id = 'acme.media'") == "0");
  CHECK(db.database
            .run("INSERT INTO competency (id, framework_id, name, kind, title) VALUES "
                 "('acme.media', 'acme', 'media', 'general', 'm'), ('acme.Média', 'acme', 'm', "
                 "'general', 'm')")
            .empty());
}
