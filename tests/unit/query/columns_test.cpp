#include "package.h"

#include "support/test.h"

#include <llvm/ADT/StringExtras.h>

using namespace cadre;
using namespace cadre::query;

TEST_CASE("fields lead through references, lists and languages") {
  CHECK(ask("indicator select competency.title, level, level.title, text limit 1") ==
        Lines{"Joining wood|Basic||Saws boards."});
  CHECK(ask("profile select title.fr, title.en, family.parent limit 1") ==
        Lines{"Menuisier|Joiner|"});
  CHECK(
      ask("profile where name = \"Roofer\" select requirements.competency, requirements.weight") ==
      Lines{"core.Safety,Building,Counting,Honesty|5"});
  CHECK(ask("develop") == Lines{});
}

TEST_CASE("rows are sorted, missing values last, and else stay as declared") {
  CHECK(ask("profile select name sort by name") == Lines{"Clerk", "Joiner", "Roofer"});
  CHECK(ask("profile select name sort by hours desc, name desc") ==
        Lines{"Joiner", "Roofer", "Clerk"});
  CHECK(ask("profile select name sort by grade") == Lines{"Joiner", "Roofer", "Clerk"});
  CHECK(ask("competency select name sort by title") ==
        Lines{"Building", "Counting", "Listening", "Honesty", "Joining", "Unused"});
  CHECK(ask("requirement where competency in Building or competency = Joining select profile, "
            "level sort by level desc") == Lines{"Joiner|Expert", "Joiner|Good", "Roofer|Good"});
  CHECK(ask("profile select name sort by count(requirements) limit 1") == Lines{"Clerk"});
}

TEST_CASE("rows are counted, whole or by fields") {
  CHECK(ask("profile count") == Lines{"3"});
  CHECK(ask("profile where name = \"None\" count") == Lines{"0"});
  CHECK(ask("profile where name = \"None\" count by family") == Lines{});
  CHECK(ask("profile count by grade") == Lines{"P1|1", "P2|2"});
  CHECK(ask("profile count by grade sort by count desc limit 1") == Lines{"P2|2"});
  CHECK(ask("profile count by family, grade sort by grade desc") ==
        Lines{"Trade.Roof|P2|1", "Office|P2|1", "Trade|P1|1"});
  CHECK(ask("requirement where level >= Good count by profile.family").front() == "Trade|3");
  // A row in no category counts for none; one in two would count for both.
  CHECK(ask("competency count by categories") ==
        Lines{"Making|1", "Making.Wood|1", "People|1", "|3"});
  CHECK(ask("competency count by status") == Lines{"draft|1", "published|5"});
}

TEST_CASE("every source has columns, and every field a value or none") {
  for (const SourceWord& source : sourceWords()) {
    const std::string word = source.word.str();
    INFO(word);
    for (const std::string& line : ask("all " + word)) CHECK(line.find("E08") != 0);
    for (const FieldRow* field : fieldsOf(source.source)) {
      const std::string name = field->name.str();
      INFO(name);
      // A row that has neither name nor key is told by its fields.
      const bool isNameless =
          field->type.type == Type::Row &&
          (field->type.source == SourceId::Requirement || field->type.source == SourceId::Origin ||
           field->type.source == SourceId::Step);
      const Lines lines = ask("all " + word + " select " + name);
      const bool isError = !lines.empty() && lines.front().find("E0847") == 0;
      CHECK(isError == isNameless);
      for (const std::string& line : ask("all " + word + " where " + name + " is not missing"))
        CHECK(line.find("E08") != 0);
    }
  }
}

TEST_CASE("words of tables are in order") {
  for (const FieldRow& field : allFields()) {
    INFO(field.name.str());
    CHECK_FALSE(field.help.empty());
    CHECK_FALSE(field.help.ends_with("."));
    CHECK(llvm::all_of(field.name, [](char c) { return llvm::isLower(c) || c == '-'; }));
  }
}
