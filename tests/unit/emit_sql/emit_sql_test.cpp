// What the script makes of an empty database.
#include "fixture.h"
#include "support/test.h"

using namespace cadre;
using namespace cadre::test;

namespace {

struct Loaded {
  Loaded() { REQUIRE(database.run(Sample().script()).empty()); }
  std::string operator()(const std::string& sql) { return database.rows(sql); }
  Database database;
};

}  // namespace

TEST_CASE("The script fills an empty database") {
  Loaded rows;
  CHECK(rows("PRAGMA foreign_key_check").empty());
  CHECK(rows("PRAGMA integrity_check") == "ok");
  CHECK(rows("SELECT version FROM cadre_format") == "2");
  CHECK(rows("SELECT count(*) FROM sqlite_temp_schema") == "0");
}

TEST_CASE("Texts arrive byte for byte") {
  Loaded rows;
  CHECK(rows("SELECT title FROM framework WHERE id = 'acme'") == hostile);
  CHECK(rows("SELECT title FROM profile WHERE id = 'acme.Junior'") == hostile);
  CHECK(rows("SELECT text FROM indicator WHERE id = 'acme.Media#M1'") == hostile);
}

TEST_CASE("Frameworks and scales") {
  Loaded rows;
  CHECK(rows("SELECT id, framework_id, version, default_scale_id FROM framework ORDER BY id") ==
        "acme|acme|1.0.0|acme.Steps\ncore|core|1.0.0|");
  CHECK(rows("SELECT language FROM framework_language ORDER BY position") == "fr\nar");
  CHECK(rows("SELECT id, name, kind, cumulative, minimum, maximum FROM scale ORDER BY id") ==
        "acme.Points|Points|numeric|0|0.0|5.0\nacme.Steps|Steps|ordinal|1||\n"
        "core.Shared|Shared|ordinal|0||");
  CHECK(rows("SELECT framework_id, id, title, ordinal FROM level ORDER BY scale_id, ordinal") ==
        "acme|Novice|The Novice|1\nacme|Adept|The Adept|2\nacme|Master|The Master|3\n"
        "core|Low|The Low|1\ncore|High|The High|2");
  CHECK(rows("SELECT * FROM level_descriptor") == "acme.Steps|1|Novice||Needs help.|");
  CHECK(rows("SELECT * FROM crosswalk_pair") ==
        "acme.Walk|1|acme.Steps|Novice||acme.Points||1.0\n"
        "acme.Walk|2|acme.Steps|Adept||acme.Points||2.5\n"
        "acme.Walk|3|acme.Steps|Master||acme.Points||5.0");
}

TEST_CASE("The vocabulary") {
  Loaded rows;
  CHECK(rows("SELECT id, framework_id, title, like_id FROM kind ORDER BY framework_id, position") ==
        "technical||Technical|\nbehavioural||Behavioural|\nleadership||Leadership|\n"
        "general||General|\nacme.craft|acme|Craft|technical");
  CHECK(rows("SELECT id, parent_id, title, position FROM category ORDER BY id") ==
        "acme.Talk||Talk|1\nacme.Talk.Press|acme.Talk|Press|2");
  CHECK(rows("SELECT id, parent_id FROM family ORDER BY id") ==
        "acme.Field|\nacme.Field.Inner|acme.Field");
  CHECK(rows("SELECT id, type, minimum, maximum FROM attribute ORDER BY id") ==
        "acme.grade|one-of||\nacme.hours|number|4.0|38.5\nacme.night|boolean||");
  CHECK(rows("SELECT value FROM attribute_choice ORDER BY position") == "P1\nP2");
  CHECK(rows("SELECT attribute_id, kind FROM attribute_target") ==
        "acme.grade|profile\nacme.hours|profile\nacme.night|competency\nacme.night|profile");
  CHECK(rows("SELECT kind, id, attribute_id, text, number, boolean FROM attribute_value") ==
        "competency|acme.Media|acme.night|||1\nprofile|acme.Junior|acme.grade|P1||\n"
        "profile|acme.Junior|acme.hours||24.5|");
  CHECK(rows("SELECT id, sort, text FROM statement") == "acme.K1|knowledge|Outlets.");
  CHECK(rows("SELECT id, renews_every_months FROM credential") == "acme.Diploma|36");
}

TEST_CASE("Competencies") {
  Loaded rows;
  CHECK(
      rows("SELECT id, framework_id, kind, scale_id, about, about_markdown FROM competency "
           "ORDER BY id") ==
      "acme.Honesty|acme|general|||\nacme.Media|acme|acme.craft|acme.Steps|It's *it*|It's **it**\n"
      "acme.Price|acme|technical|acme.Points||\ncore.Integrity|core|general|core.Shared||");
  CHECK(rows("SELECT competency_id, level_id, scale_id, title FROM competency_level "
             "ORDER BY competency_id, position") ==
        "acme.Media|Novice|acme.Steps|\nacme.Media|Adept|acme.Steps|Old hand\n"
        "core.Integrity|Low|core.Shared|\ncore.Integrity|High|core.Shared|");
  CHECK(rows("SELECT competency_id, level_value FROM competency_anchor") == "acme.Price|2.5");
  CHECK(rows("SELECT competency_id, category_id FROM competency_category ORDER BY position") ==
        "acme.Media|acme.Talk.Press\nacme.Media|acme.Talk");
  CHECK(rows("SELECT * FROM competency_part_of") == "acme.Honesty|acme.Media|1");
  CHECK(rows("SELECT sort, position, level_id, text FROM competency_text") ==
        "develop|1|Novice|Shadow two pitches.\ndevelop|2|Adept|Pitch alone.");
  CHECK(rows("SELECT position, sort, statement_id, label, text FROM competency_statement") ==
        "1|knowledge|acme.K1||\n2|task||T1|Answer calls.");
  CHECK(rows("SELECT credential_id, importance FROM competency_credential") ==
        "acme.Diploma|desired");
  CHECK(rows("SELECT competency_id, level_id FROM resource_development ORDER BY position") ==
        "acme.Media|Adept\nacme.Price|");
}

TEST_CASE("Indicators have a place and an id, the same text on two levels too") {
  Loaded rows;
  CHECK(rows("SELECT id, level_id, level_value, position, label FROM indicator ORDER BY id") ==
        "acme.Honesty#h|||1|\nacme.Media#M1|Novice||1|M1\nacme.Media#h1|Novice||2|\n"
        "acme.Media#h1~2|Adept||1|\nacme.Price#p1||2.5|1|");
}

TEST_CASE("Profiles and why they require what they do") {
  Loaded rows;
  CHECK(rows("SELECT id, name, family_id FROM profile ORDER BY id") ==
        "acme.Junior|Junior|acme.Field.Inner\nacme.Senior|Senior|");
  CHECK(rows("SELECT profile_id, base_id FROM profile_base") == "acme.Junior|acme.Base");
  CHECK(rows("SELECT competency_id, level_id, level_value, importance, weight, because "
             "FROM requirement WHERE profile_id = 'acme.Junior' ORDER BY position") ==
        "core.Integrity|Low||essential||\nacme.Media|Novice||essential|3.0|It's needed.\n"
        "acme.Price||2.5|essential||\nacme.Honesty|||essential||");
  CHECK(rows("SELECT competency_id, kind, from_profile_id, rule_id FROM requirement_origin "
             "WHERE profile_id = 'acme.Junior' ORDER BY competency_id, position") ==
        "acme.Honesty|own||\nacme.Media|base|acme.Base|\nacme.Media|own||\nacme.Price|own||\n"
        "core.Integrity|rule||acme.every-profile-1");
  CHECK(rows("SELECT competency_id, because FROM profile_drop") == "acme.Price|Not here.");
  CHECK(rows("SELECT sort, text FROM profile_statement") == "task|Answer calls.");
  CHECK(rows("SELECT rule_id, family_id FROM rule_family") == "acme.every-profile-1|acme.Field");
  CHECK(rows("SELECT competency_id, level_id FROM rule_requirement") == "core.Integrity|Low");
  CHECK(rows("SELECT * FROM path_step") == "acme.Career|1|1|acme.Junior|acme.Senior");
}

TEST_CASE("What any declaration can have") {
  Loaded rows;
  CHECK(rows("SELECT kind, id, text FROM keyword ORDER BY position") ==
        "competency|acme.Media|press\ncompetency|acme.Media|journalists");
  CHECK(rows("SELECT id, relation, scheme, target FROM correspondence") ==
        "acme.Media|close|esco|http://data.europa.eu/x");
  CHECK(rows("SELECT id, name FROM former_name") == "acme.Media|PressRelations");
  CHECK(rows("SELECT id, rule, because FROM allowance") == "acme.Media|vague-verb|Agreed.");
  CHECK(rows("SELECT language, kind, id, field, position, text, text_markdown FROM translation") ==
        "fr|competency|acme.Media|title|0|Médias|\n"
        "fr|indicator|acme.Media#M1|text|0|Rédige l'essentiel|Rédige *l'essentiel*");
}

TEST_CASE("What is deprecated or replaced points at its successor") {
  Sample sample;
  model::Deprecation old;
  old.since = "1.1";
  old.because = sample.plain("Merged.");
  old.successor = "acme.Media";
  sample.tables().competencies[sample.honesty].deprecated = &old;
  sample.tables().competencies[sample.media].replaces = sample.list<StringRef>({"acme.Gone"});
  sample.tables().profiles[sample.junior].status = model::Status::Retired;
  Database database;
  REQUIRE(database.run(sample.script()).empty());
  CHECK(database.rows(
            "SELECT id, replaced_by, retired_in FROM competency WHERE replaced_by NOTNULL") ==
        "acme.Honesty|acme.Media|");
  CHECK(database.rows("SELECT id, since, because, successor_id FROM deprecation") ==
        "acme.Honesty|1.1|Merged.|acme.Media");
  CHECK(database.rows("SELECT id, replaced_id FROM replacement") == "acme.Media|acme.Gone");
  CHECK(database.rows("SELECT id, status, retired_in FROM profile WHERE retired_in NOTNULL") ==
        "acme.Junior|retired|1.0.0");
}

TEST_CASE("The same model gives the same bytes") { CHECK(Sample().emit() == Sample().emit()); }

TEST_CASE("The database file holds what the script makes") {
  auto files = Sample().emit();
  Database scripted, written;
  REQUIRE(scripted.run(files["sql/sqlite.sql"]).empty());
  written.open(files["framework.sqlite"]);
  CHECK(written.rows("PRAGMA integrity_check") == "ok");
  CHECK(written.dump() == scripted.dump());
  CHECK(written.run(files["sql/sqlite.sql"]).empty());
  CHECK(written.dump() == scripted.dump());
}

TEST_CASE("Library versions leave no trace in the database file") {
  const std::string bytes = Sample().emit()["framework.sqlite"];
  CHECK(bytes.substr(0, 15) == "SQLite format 3");
  CHECK(bytes.substr(92, 8) == std::string("\0\0\0\1\0\x2e\x57\x48", 8));
  CHECK(bytes.substr(24, 4) == bytes.substr(92, 4));
}
