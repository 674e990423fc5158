#include "package.h"

#include "support/test.h"

using namespace cadre;
using namespace cadre::query;

namespace {
/// What is wrong first: code, what is marked, message, help, and names that were meant.
std::string first(const std::string& text) {
  const Lines lines = ask(text);
  return lines.empty() ? "" : lines.front();
}
/// Ending that each of these lines has.
bool ends(const std::string& line, const std::string& end) {
  return line.size() >= end.size() && line.compare(line.size() - end.size(), end.size(), end) == 0;
}
}  // namespace

TEST_CASE("what a query begins with") {
  CHECK(first("profil") ==
        "E0841 `profil` `profil` is nothing that a query can begin with ? profile");
  CHECK(first("competencies") ==
        "E0841 `competencies` `competencies` is nothing that a query can begin with ? competency");
  CHECK(first("select title from profile") ==
        "E0841 `select` `select` is nothing that a query can begin with | a query begins with its "
        "source: "
        "`profile where grade = P3 select title`");
  CHECK(first("") ==
        "E0840 `` expected what the query is about (`profile`, `competency`, …), found the end of "
        "the query");
  CHECK(first("all").find("E0840 ``") == 0);
  CHECK(first("= 3").find("E0840 `=`") == 0);
}

TEST_CASE("what stands where it cannot") {
  CHECK(first("profile select") == "E0840 `` expected a field, found the end of the query");
  CHECK(first("profile where grade = P1 grade = P2") ==
        "E0840 `grade` expected `and`, `or`, `select`, `count`, `sort`, `limit` or the end of the "
        "query, found `grade`");
  CHECK(ends(first("profile WHERE grade = P1"),
             "words of the language stand in small letters: `where`"));
  CHECK(ends(first("profile where grade == P1"), "equality is `=`"));
  CHECK(ends(first("profile where title = 'x'"),
             "texts stand in straight double quotes: `\"…\"`; names stand without"));
  CHECK(ends(first("profile where title = \"x"), "a text ends with `\"`"));
  CHECK(ends(first("profile where title = \"\\q\""),
             "in a text, `\\\\` is a backslash and `\\\"` a quote"));
  CHECK(ends(first("profile where requires(Joining at Good)"),
             "`at >= Good` asks for that level or more, `at = Good` for that one alone"));
  CHECK(ends(first("profile where requires Joining"),
             "what is required stands in parentheses: `requires(Joining)`"));
  CHECK(ends(first("profile where requires(Joining, Building)"),
             "each is asked for by itself: `requires(Joining) and requires(…)`"));
  CHECK(ends(first("profile where requires(Joining >= Good)"),
             "`at` stands before a level: `requires(Joining at >= …)`"));
  CHECK(ends(first("profile where any requirements level > Good"),
             "the condition on the elements stands in parentheses: `any requirements (…)`"));
  CHECK(ends(first("profile select name where grade = P1"),
             "the parts of a query stand in one order: `where`, then `select` or `count`, then "
             "`sort by`, then `limit`"));
  CHECK(ends(first("profile order by name"), "rows are sorted with `sort by FIELD`"));
  CHECK(first("profile selec name") ==
        "E0840 `selec` expected `where`, `select`, `count`, `sort`, `limit` or the end of the "
        "query, found `selec` ? select");
  CHECK(ends(first("profile where family is Trade"),
             "`is missing` asks whether there is no value; equality is `=`"));
  CHECK(first("profile limit 1.5").find("E0840 `1.5` expected a number of rows") == 0);
  CHECK(first("profile where hours = 3x").find("E0840 `3x` expected a value") == 0);
}

TEST_CASE("fields") {
  CHECK(first("profile where grad = P1") == "E0842 `grad` a profile has no field `grad` ? grade");
  CHECK(first("competency where category = Making") ==
        "E0842 `category` a competency has no field `category` ? categories");
  CHECK(first("profile where weight > 3") ==
        "E0842 `weight` a profile has no field `weight` ? requirements.weight");
  CHECK(ends(first("profile where family not in Trade"),
             "`not` stands before the whole condition: `not family in Sales`"));
  CHECK(ends(first("profile where grade = P1, P2"),
             "one of several values is asked for by `in (A, B)`"));
  CHECK(ends(first("profile where grade = P1 or P2"),
             "one of several names is asked for by `in (A, B)`"));
  CHECK(ends(first("profile where title contains \"A\" or \"B\""),
             "each condition names its field: `title contains \"A\" or title contains \"B\"`"));
  CHECK(ends(first("profile where family = Trade or Office"),
             "one of several names is asked for by `in (A, B)`"));
  CHECK(first("profile where s = 3").find("E0842 `s` a profile has no field `s`") == 0);
  CHECK(first("profile select family.nam") == "E0842 `nam` a family has no field `nam` ? name");
  CHECK(first("profile select site") == "E0842 `site` a profile has no field `site` ? core.site");
  CHECK(first("profile select grade.x") ==
        "E0842 `x` a value of the attribute `grade` has no field `x`");
  CHECK(first("profile select title.de") == "E0842 `de` a text has no field `de`");
  CHECK(first("profile select grade, grade")
            .find("E0847 `grade` `select` does not fit `grade`, which is a column already") == 0);
  CHECK(first("profile select requirements") ==
        "E0847 `requirements` `select` does not fit `requirements`, which is a list of "
        "requirements | name what is "
        "wanted of it, as `requirements.competency`");
  CHECK(first("profile select name sort by requirements.weight") ==
        "E0847 `requirements.weight` `sort by` does not fit `requirements.weight`, which is a list "
        "of numbers | "
        "`count(requirements.weight)` sorts by how many there are");
  CHECK(first("profile count by grade sort by name") ==
        "E0847 `name` `sort by` does not fit `name`, which is no column of this count | its "
        "columns are `count` and `grade`");
  CHECK(first("profile select count(family)")
            .find("E0847 `count(family)` `count` does not fit `family`, which is a family") == 0);
}

TEST_CASE("names") {
  CHECK(first("profile where requires(Joinning)") ==
        "E0843 `Joinning` there is no competency or category `Joinning` ? Joining ? Counting");
  CHECK(first("profile where requires(Safety)") ==
        "E0843 `Safety` there is no competency or category `Safety` ? core.Safety");
  CHECK(first("profile where requires(technical)") ==
        "E0843 `technical` there is no competency or category `technical` | competencies of a kind "
        "are asked for by "
        "`requires(kind technical)`");
  CHECK(first("profile where family = Roof") ==
        "E0843 `Roof` there is no family `Roof` ? Trade.Roof");
  CHECK(first("competency where kind = Joining") == "E0843 `Joining` there is no kind `Joining`");
  CHECK(first("competency where requires(Joining)")
            .find("E0847 `requires` `requires` does not fit `competency`") == 0);
}

TEST_CASE("levels") {
  CHECK(first("requirement where level > Expret") ==
        "E0844 `Expret` `Expret` is no level of any scale ? Expert");
  CHECK(first("requirement where level = Master") ==
        "E0844 `Master` `Master` is no level of any scale ? Expert");
  CHECK(first("profile where requires(Joining at >= High)") ==
        "E0844 `High` `High` is no level of scale `Skill`");
  CHECK(first("profile where requires(Honesty at >= Good)") ==
        "E0844 `Good` `Good` is no level of `Honesty`, which is simply had or not");
  CHECK(first("requirement where level > 11") == "E0844 `11` `11` is no level of any scale");
  CHECK(ends(first("requirement where level = \"Good\""),
             "a level is a name or a number, without quotes"));
}

TEST_CASE("values") {
  CHECK(first("profile where grade = P9") == "E0845 `P9` `P9` is no value of `grade` ? P1 ? P2");
  CHECK(ends(first("profile where grade = \"P1\""), "it stands without quotes: `P1`"));
  CHECK(first("profile where status = publishd") ==
        "E0845 `publishd` `publishd` is no value of `status` ? published");
  CHECK(first("profile where remote = yes") == "E0845 `yes` `yes` is no value of `remote`");
  CHECK(first("profile where approved < 2026-02-30") ==
        "E0845 `2026-02-30` `2026-02-30` is no value of the calendar");
  CHECK(ends(first("profile where title = Joiner"),
             "texts stand in double quotes, and a query in a shell in single ones: `\"Joiner\"`"));
  CHECK(ends(first("profile where centre = 4711"), "`\"4711\"`"));
  CHECK(ends(first("profile where approved = \"2026-01-01\""),
             "a date stands without quotes, as in `2026-03-01`"));
  CHECK(ends(first("profile where since > 2.0"), "a version stands in quotes, as in `\"2.1\"`"));
  CHECK(first("profile where hours = Joiner") ==
        "E0846 `Joiner` `hours` is a number, and is compared with a name here");
  CHECK(ends(first("profile where title contains \"--\""),
             "`matches \".*--.*\"` finds these characters"));
  CHECK(ends(first("profile where title contains \"(?)\""),
             "`matches \".*\\\\(\\\\?\\\\).*\"` finds these characters"));
  CHECK(first("profile where title matches \".*\\\\(\\\\?\\\\).*\"").empty());
  CHECK(first("profile where title matches \"(\"")
            .find("E0848 `\"(\"` this is not a regular expression: ") == 0);
}

TEST_CASE("operators") {
  CHECK(first("profile where grade > P1").find("E0847 `>` `>` does not fit `grade`") == 0);
  CHECK(first("profile where hours contains \"4\"")
            .find("E0847 `contains` `contains` does not fit `hours`, which is a number") == 0);
  CHECK(ends(first("competency where keywords != \"x\""),
             "`not keywords = …` asks whether none of them is it"));
  CHECK(ends(first("profile where any family (name = \"x\")"),
             "its fields follow a dot, as in `family.title`"));
  CHECK(ends(first("profile where family"),
             "write for instance `family = …` or `family is not missing`"));
  CHECK(ends(first("profile where requirements"),
             "write for instance `any requirements (…)` or `requirements is not missing`"));
}

TEST_CASE("each cause is one error, and all are told") {
  const Lines all =
      ask("profile where grad = P1 and requires(Joinning at >= Nothing) select nam sort by x");
  REQUIRE(all.size() == 4);
  CHECK(all[0].find("E0842 `grad`") == 0);
  CHECK(all[1].find("E0843 `Joinning`") == 0);
  CHECK(all[2].find("E0842 `nam`") == 0);
  CHECK(all[3].find("E0842 `x`") == 0);
  CHECK(ask("profile count by grad sort by grad").size() == 1);
}

TEST_CASE("who asks for what is not looked at is told") {
  CHECK(first("profile where abstract") ==
        "I0841 `abstract` `profile` gives no abstract profiles | `all profile` gives these too");
  CHECK(first("competency where external") ==
        "I0841 `external` `competency` gives nothing that other packages declare | `all "
        "competency` gives that too");
  CHECK(ask("profile where any bases (abstract) count") == Lines{"2"});
}

TEST_CASE("who names what is not looked at is told") {
  CHECK(ask("requirement where profile = Worker") ==
        Lines{"I0841 `Worker` `requirement` gives nothing of abstract profiles | `all requirement` "
              "gives these too"});
  CHECK(ask("profile where profile = Worker") ==
        Lines{"I0841 `Worker` `profile` gives no abstract profiles | `all profile` gives these too"});
  const std::string others = " gives nothing that other packages declare | `all ";
  CHECK(ask("profile where profile in (Joiner, core.Visitor) select name") ==
        Lines{"Joiner", "I0841 `core.Visitor` `profile`" + others + "profile` gives that too"});
  CHECK(ask("competency where competency = core.Safety") ==
        Lines{"I0841 `core.Safety` `competency`" + others + "competency` gives that too"});
  CHECK(ask("profile where framework = town.core") ==
        Lines{"I0841 `town.core` `profile`" + others + "profile` gives that too"});
  CHECK(ask("competency where any profiles (profile = Worker)") ==
        Lines{"I0841 `Worker` `competency` gives nothing of abstract profiles | `all competency` "
              "gives these too"});
  // What rows refer to is there, whoever declares it.
  CHECK(ask("profile where bases = Worker count") == Lines{"2"});
  CHECK(ask("requirement where competency = core.Safety count") == Lines{"2"});
  CHECK(ask("all profile where profile = Worker select name") == Lines{"Worker"});
}

TEST_CASE("names are offered by their titles") {
  CHECK(first("profile where requires(Joining-wood)") ==
        "E0843 `Joining-wood` there is no competency or category `Joining-wood` ? Joining");
  CHECK(first("all crosswalk where from = Mark_s") ==
        "E0843 `Mark_s` there is no scale `Mark_s` ? Marks");
  CHECK(first("profile where framework = Core") ==
        "E0843 `Core` there is no framework `Core` ? town.core");
  CHECK(first("competency where competency = \"Safety at work\"")
            .ends_with("it is called `core.Safety` here, without quotes"));
}

TEST_CASE("nesting has a bound, and a clear end") {
  const auto nested = [](size_t depth, const char* open, const char* close) {
    std::string text = "profile where ";
    for (size_t i = 0; i < depth; ++i) text += open;
    text += "remote";
    for (size_t i = 0; i < depth; ++i) text += close;
    return text + " count";
  };
  CHECK(ask(nested(60, "(", ")")) == Lines{"1"});
  CHECK(ask(nested(60, "not ", "")) == Lines{"1"});
  CHECK(first(nested(100000, "(", ")"))
            .find("E0840 `(` expected at most 64 conditions inside of each other") == 0);
  CHECK(first(nested(100000, "not ", "")).find("E0840 `not`") == 0);
  CHECK(first(nested(100000, "any bases (", ")")).find("E0840 `any`") == 0);
  std::string chain = "profile where remote";
  for (size_t i = 0; i < 20000; ++i) chain += i % 2 ? " or remote" : " and remote";
  CHECK(ask(chain + " count") == Lines{"1"});
}
