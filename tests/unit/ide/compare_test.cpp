#include "ide/compare.h"

#include "ide/compare_words.h"
#include "package.h"

namespace cadre::ide {
namespace {

std::string apart(const Package& package, const std::string& from, const std::string& to) {
  const Comparison it = package.compare(from, to);
  return CompareWords(ProfileTitles(package.model()), it,
                      [](llvm::StringRef name) { return name.str(); })
      .apart();
}

const char* const three = R"(
technical competency X "X"
technical competency Y "Y"
competency Z "Z"
profile P "P" { requires X at A requires Y at C requires Z at B }
profile Q "Q" { requires X at C requires Z at B }
profile R "R" { requires Z at A }
)";

TEST_CASE("each competency of either is a row, what is more first, what is the same last") {
  const Package package(three);
  CHECK(package.rows(package.compare("P", "Q")) == Lines{"X raised 2", "Y gone", "Z same"});
  CHECK(package.rows(package.compare("Q", "P")) == Lines{"Y new", "X lowered -2", "Z same"});
  CHECK(package.rows(package.compare("P", "R")) == Lines{"Y gone", "X gone", "Z lowered -1"});
}

TEST_CASE("essential comes before desired, technical before others, heavy before light") {
  const Package package(R"(
technical competency T "T"
technical competency U "U"
competency V "V"
competency W "W"
competency M "M"
profile P "P" { requires M at A }
profile Q "Q" {
  requires W at A weight 1
  requires V at A weight 5
  requires U at A desired
  requires T at A
}
)");
  CHECK(package.rows(package.compare("P", "Q")) ==
        Lines{"T new", "V new", "W new", "U new", "M gone"});
}

TEST_CASE("which way the step goes") {
  const Package package(three);
  CHECK(package.compare("P", "P").direction == Direction::Level);
  CHECK(package.compare("R", "Q").direction == Direction::Up);
  CHECK(package.compare("Q", "R").direction == Direction::Down);
  CHECK(package.compare("P", "Q").direction == Direction::Sideways);
}

TEST_CASE("importance and credentials alone are a step") {
  const Package package(R"(
competency X "X"
credential C "C"
profile P "P" { requires X at A desired }
profile Q "Q" { requires X at A }
profile R "R" { requires X at A credential C }
profile O "O" { requires X at A desired credential C optional }
)");
  CHECK(package.compare("P", "Q").direction == Direction::Up);
  CHECK(package.compare("R", "Q").direction == Direction::Down);
  CHECK(package.compare("R", "O").direction == Direction::Down);
  CHECK(package.compare("Q", "O").direction == Direction::Sideways);
  CHECK(package.compare("P", "P").direction == Direction::Level);
}

TEST_CASE("on a cumulative scale every level above lies on the way") {
  const Package package(R"(
competency X "X"
competency Y "Y" { level B { - Does b. } level D { - Does d. } }
profile P "P" { requires X at B }
profile Q "Q" { requires X at D requires Y at D }
)");
  CHECK(package.levels(package.compare("P", "Q")) == Lines{"Y: B D", "X: C D"});
}

TEST_CASE("on another scale the level that is asked lies on the way alone") {
  const Package package(R"(
scale T "T" { level E "E" level F "F" level G "G" }
competency X "X" { scale T }
profile P "P" { requires X at E }
profile Q "Q" { requires X at G }
)");
  CHECK(package.levels(package.compare("P", "Q")) == Lines{"X: G"});
}

TEST_CASE("on a numeric scale the anchors in between lie on the way") {
  const Package package(R"(
scale N "N" numeric 0..7
competency X "X" { scale N level 2 { - Two. } level 4 { - Four. } level 6 { - Six. } }
profile P "P" { requires X at 2 }
profile Q "Q" { requires X at 5.5 }
profile R "R" { requires X at 3 }
)");
  CHECK(package.levels(package.compare("P", "Q")) == Lines{"X: 4"});
  CHECK(package.levels(package.compare("P", "R")) == Lines{"X:"});
  CHECK(package.rows(package.compare("P", "Q")) == Lines{"X raised 3.5"});
}

TEST_CASE("without a scale, its indicators lie on the way") {
  const Package package(R"(
competency X "X" {
  scale none
  - Does it.
  - Does more.
}
competency Y "Y"
profile P "P" { requires Y at A }
profile Q "Q" { requires X requires Y at A }
)");
  const Comparison it = package.compare("P", "Q");
  REQUIRE(it.learning.size() == 1);
  REQUIRE(it.learning[0].levels.size() == 1);
  CHECK(it.learning[0].levels[0].rubric->indicators.size() == 2);
}

TEST_CASE("what the scale says of a level stands in for indicators") {
  const Package package(R"(
scale T "T" cumulative { level E "E" { - Of the scale. } level F "F" { - Of the scale, too. } }
competency X "X" { scale T }
competency Y "Y" { scale T level E { - Of its own. } }
profile P "P" {}
profile Q "Q" { requires X at F requires Y at E }
)");
  const Comparison it = package.compare("P", "Q");
  REQUIRE(package.levels(it) == Lines{"X: E F", "Y: E"});
  CHECK(it.learning[0].levels[1].descriptors.size() == 1);
  CHECK(it.learning[1].levels[0].descriptors.empty());
}

TEST_CASE("resources lead all the way, part of it, or nowhere new") {
  const Package package(R"(
competency X "X"
resource First  "First"  { develops X to B }
resource Second "Second" { develops X to C }
resource Third  "Third"  { develops X to D }
resource Fourth "Fourth" { develops X }
resource Old    "Old"    { status retired develops X to D }
profile P "P" { requires X at B }
profile Q "Q" { requires X at D }
)");
  const Comparison it = package.compare("P", "Q");
  Lines found;
  for (const HelpfulResource& one : it.learning.at(0).resources)
    found.push_back(package.model()[one.resource].name.str() + " " + word(one.reach).str());
  CHECK(found == Lines{"Third whole", "Second part", "Fourth unsaid"});
}

const char* const bonds = R"(
scale Old "Old" { level Low "Low" level Mid "Mid" level High "High" }
scale Odd "Odd" { level Few "Few" level Many "Many" }
crosswalk FromOld from Old to S { Low -> A Mid -> B High -> D }
crosswalk ToOld from Odd to Old { Few -> Low Many -> High }
competency Was  "Was"  { scale Old }
competency Now  "Now"  { replaces Was }
competency Gone "Gone" { scale Old deprecated "1.0" because "Old." use Later }
competency Later "Later" { scale Odd }
competency Here  "Here"  { scale Odd matches exact esco "1" }
competency There "There" { matches exact esco "1" matches exact other "2" }
competency Near  "Near"  { matches close esco "1" }
profile A1 "A1" { requires Was at Mid }
profile A2 "A2" { requires Was at High }
profile B1 "B1" { requires Now at D }
profile C1 "C1" { requires Gone at High }
profile D1 "D1" { requires Later at Few }
profile E1 "E1" { requires Here at Few }
profile F1 "F1" { requires There at B }
profile G1 "G1" { requires Near at B }
)";

TEST_CASE(
    "a competency that stands for another one is compared with it, by a crosswalk either way") {
  const Package package(bonds);
  CHECK(package.rows(package.compare("A1", "B1")) == Lines{"Now for Was raised 2"});
  CHECK(package.levels(package.compare("A1", "B1")) == Lines{"Now: C D"});
  CHECK(package.rows(package.compare("A2", "B1")) == Lines{"Now for Was same"});
  CHECK(package.rows(package.compare("B1", "A1")) == Lines{"Was for Now lowered -2"});
  CHECK(package.rows(package.compare("C1", "D1")) == Lines{"Later for Gone lowered -2"});
}

TEST_CASE("without a crosswalk levels of two scales are not compared") {
  const Package package(bonds);
  const Comparison it = package.compare("E1", "F1");
  CHECK(package.rows(it) == Lines{"There for Here incomparable"});
  CHECK(package.levels(it) == Lines{"There: A B"});
  CHECK(it.direction == Direction::Unknown);
}

TEST_CASE("what merely matches closely stands for nothing") {
  const Package package(bonds);
  CHECK(package.rows(package.compare("E1", "G1")) == Lines{"Near new", "Here gone"});
}

TEST_CASE("bases and careers tell what two profiles have to do with each other") {
  const Package package(R"(
competency X "X"
abstract profile Root "Root" { requires X at A }
abstract profile Left "Left" extends Root {}
profile P "P" extends Left {}
profile Q "Q" extends Left {}
profile R "R" extends P {}
profile O "O" {}
path Path1 "Path" { P -> Q -> R }
)");
  const Relation step = package.compare("P", "Q").relation;
  CHECK(step.commonBases == std::vector{package.profile("Left")});
  REQUIRE(step.forward);
  CHECK(step.forward->profiles.size() == 2);
  CHECK(package.compare("P", "R").relation.toExtendsFrom);
  CHECK(package.compare("P", "R").relation.forward->profiles.size() == 3);
  const Relation back = package.compare("R", "P").relation;
  CHECK(back.fromExtendsTo);
  CHECK(!back.forward);
  CHECK(back.backward);
  const Relation none = package.compare("P", "O").relation;
  CHECK(none.commonBases.empty());
  CHECK(!none.forward);
  CHECK(!none.backward);
  CHECK(package.compare("P", "P").relation.isSame);
}

TEST_CASE("statements are the same by name or by words") {
  const Package package(R"(
task T1 "Do it."
profile P "P" { tasks T1 tasks { - Dig. } tasks { - Sow. } knowledge { - Soil. } }
profile Q "Q" { tasks T1 tasks { - Sow. } tasks { - Reap. } }
)");
  const Comparison it = package.compare("P", "Q");
  REQUIRE(it.statements.size() == 2);
  CHECK(it.statements[0].shared.size() == 2);
  CHECK(it.statements[0].onlyFrom.size() == 1);
  CHECK(it.statements[0].onlyTo.size() == 1);
  CHECK(it.statements[1].sort == model::StatementSort::Knowledge);
  CHECK(it.statements[1].onlyFrom.size() == 1);
}

TEST_CASE("attributes that differ, and family") {
  const Package package(R"(
family F "F"
attribute grade "Grade" on profile : one of P1, P2
attribute size "Size" on profile : number
profile P "P" { family F grade P1 size 3 }
profile Q "Q" { grade P2 size 3 }
)");
  const Comparison it = package.compare("P", "Q");
  REQUIRE(it.attributes.size() == 1);
  CHECK(it.attributes[0].from->text == "P1");
  CHECK(!it.isInOneFamily(package.model()));
}

TEST_CASE("what tells two profiles apart, in a sentence") {
  const Package package(R"(
technical competency T "Tee"
technical competency U "You"
technical competency V1 "Vee"
technical competency V2 "Double"
technical competency V3 "Ex"
technical competency V4 "Why"
technical competency V5 "Zed"
competency G "Gee"
profile P "Pea" { requires T at A requires G at A }
profile Q "Queue" { requires T at A requires G at A }
profile R "Are" { requires T at C requires G at A }
profile E "Ess" { requires T at A requires G at C }
profile W "Wah" { requires T at A }
profile X "Eggs" { requires T at B requires U at A requires G at B }
profile Y "Yes" { requires G at A }
profile Z "Zoo" { requires V1 at A requires V2 at A requires V3 at A requires V4 at A requires V5 at A }
profile N "None" {}
profile O "Oh" {}
)");
  CHECK(apart(package, "P", "P") == "Nothing: it is one profile, compared with itself.");
  CHECK(apart(package, "N", "O") == "Nothing that is written down: neither requires a competency.");
  CHECK(apart(package, "P", "Q") ==
        "Nothing that they require, for both ask for the same 2 competencies at the same levels: "
        "credentials, tasks, "
        "family and attributes are the same as well.");
  CHECK(apart(package, "P", "R") ==
        "Levels alone, for both ask for the same 2 competencies: Are asks for more in Tee.");
  CHECK(apart(package, "P", "E") ==
        "Nothing technical, for both ask for the same technical competency at the same level: Ess "
        "asks for more in "
        "Gee.");
  CHECK(apart(package, "P", "W") ==
        "Nothing technical, for both ask for the same technical competency at the same level: Pea "
        "alone asks for "
        "Gee.");
  CHECK(apart(package, "P", "X") ==
        "Technical competencies: Eggs alone asks for You, and for more in Tee; besides, 1 of 1 "
        "competency not "
        "technical differs.");
  CHECK(apart(package, "Y", "N") ==
        "Nothing technical, for neither asks for a technical competency: Yes alone asks for Gee.");
  CHECK(apart(package, "N", "Z") ==
        "Technical competencies: Zoo alone asks for Vee, Double, Ex and 2 more.");
}

TEST_CASE("a row that several share is not compared where one of them cannot be") {
  const Package package(R"(
scale N "N" numeric 1..5
scale M "M" { level X "X" level Y "Y" }
crosswalk MN from M to N { X -> 1 Y -> 3 }
competency Whole "Whole" { scale N }
competency Part1 "Part 1" { replaces Whole }
competency Part2 "Part 2" { replaces Whole scale M }
profile P "P" { requires Whole at 4 }
profile Q "Q" { requires Part1 at B requires Part2 at Y }
)");
  const Comparison found = package.compare("Q", "P");
  CHECK(package.rows(found) == Lines{"Whole for Part1 incomparable"});
  CHECK(found.competencies.front().others.size() == 1);
  CHECK(found.direction == Direction::Unknown);
}

TEST_CASE("profiles and competencies are offered by their titles") {
  const Package package(R"(
competency Pitching "Storytelling" {}
profile DeskHead "Head of desk" { requires Pitching at B }
)");
  CHECK(suggestProfiles(&package.model(), "head of Desk") == Lines{"DeskHead"});
  CHECK(suggestCompetencies(package.model(), package.profile("DeskHead"), "Storytelling") ==
        Lines{"Pitching"});
}

}  // namespace
}  // namespace cadre::ide
