#include "package.h"

#include "support/test.h"

using namespace cadre;
using namespace cadre::query;

namespace {
/// The names of the profiles that fulfil the condition.
Lines who(const std::string& condition) {
  return ask("profile where " + condition + " select name");
}
Lines which(const std::string& condition) {
  return ask("competency where " + condition + " select name");
}
}  // namespace

TEST_CASE("the package has no errors") { CHECK(Town().faults == Lines{}); }

TEST_CASE("a query without a condition gives the own rows in the order of declaration") {
  CHECK(ask("profile select name") == Lines{"Joiner", "Roofer", "Clerk"});
  CHECK(ask("all profile select profile, external, abstract") ==
        Lines{"Worker|0|1", "Joiner|0|0", "Roofer|0|0", "Clerk|0|0", "core.Person|1|1",
              "core.Visitor|1|0"});
  CHECK(ask("competency select name limit 2") == Lines{"Joining", "Building"});
  CHECK(ask("profile limit 0") == Lines{});
}

TEST_CASE("who requires a competency, at what, and how much") {
  CHECK(who("requires(Counting)") == Lines{"Roofer", "Clerk"});
  CHECK(who("requires(Counting at >= 5)") == Lines{"Roofer"});
  CHECK(who("requires(Counting at < 5 optional)") == Lines{"Clerk"});
  CHECK(who("requires(Counting essential)") == Lines{"Roofer"});
  CHECK(who("requires(Building at = Good desired)") == Lines{"Joiner", "Roofer"});
  CHECK(who("requires(Building at > Good)") == Lines{});
  CHECK(who("requires(Honesty)") == Lines{"Roofer"});
  CHECK(who("requires(core.Safety) and requires(town.core.Safety)") == Lines{"Joiner", "Roofer"});
  CHECK(who("requires(town.works.Joining)") == Lines{"Joiner"});
}

TEST_CASE("who requires what is in a category, or of a kind") {
  CHECK(who("requires(Making.Wood)") == Lines{"Joiner"});
  CHECK(who("requires(Making)") == Lines{"Joiner", "Roofer"});
  CHECK(who("requires(kind craft)") == Lines{"Joiner"});
  CHECK(who("requires(kind technical)") == Lines{"Joiner", "Roofer"});
  CHECK(who("not requires(kind technical)") == Lines{"Clerk"});
  CHECK(who("requires(kind technical at >= Expert)") == Lines{"Joiner"});
}

TEST_CASE("`in` takes what lies inside, `=` does not") {
  CHECK(who("family = Trade") == Lines{"Joiner"});
  CHECK(who("family in Trade") == Lines{"Joiner", "Roofer"});
  CHECK(who("family in (Trade.Roof, Office)") == Lines{"Roofer", "Clerk"});
  CHECK(who("family != Trade") == Lines{"Roofer", "Clerk"});
  CHECK(which("categories = Making") == Lines{"Building"});
  CHECK(which("categories in Making") == Lines{"Joining", "Building"});
  CHECK(which("kind = technical") == Lines{"Building"});
  CHECK(which("kind in technical") == Lines{"Joining", "Building"});
  CHECK(which("competency in Building") == Lines{"Joining", "Building"});
  CHECK(ask("family where family in Trade select name") == Lines{"Trade", "Trade.Roof"});
}

TEST_CASE("levels compare on the scale of the row, and where no way leads that is told") {
  const std::string all = "requirement where profile = Joiner and ";
  const std::string told =
      " levels on scale `Marks` were not compared with `Good` | they count as not fulfilling it; a "
      "crosswalk between the scales would make them comparable";
  CHECK(ask(all + "level >= Good select competency") ==
        Lines{"core.Safety", "Building", "Joining", "I0840 `level >= Good`" + told});
  CHECK(ask(all + "level > Good select competency") ==
        Lines{"Joining", "I0840 `level > Good`" + told});
  // Who names the scale knows that there are others.
  CHECK(ask(all + "level > Skill.Good select competency") == Lines{"Joining"});
}

TEST_CASE("crosswalks make levels of other scales comparable, in both directions") {
  CHECK(ask("requirement where competency = Joining and level = Three select profile") ==
        Lines{"Joiner"});
  CHECK(ask("requirement where competency = core.Safety and level = Good select profile") ==
        Lines{"Joiner", "Roofer"});
  // Six points are what five are: the lower row counts. Two and a half are Basic.
  CHECK(ask("requirement where competency = Counting and level = Good select profile") ==
        Lines{"Roofer"});
  CHECK(ask("requirement where competency = Counting and level < Good select profile") ==
        Lines{"Clerk"});
  CHECK(ask("requirement where competency = Building and level >= 5 select profile") ==
        Lines{"Joiner", "Roofer"});
  // Seven points are what five are, Good; Joining is asked for at Expert.
  CHECK(ask("requirement where competency = Joining and level >= 7 count") == Lines{"1"});
  CHECK(ask("requirement where competency = Joining and level = 7 count") == Lines{"0"});
  CHECK(ask("profile where requires(Joining at > 7) select name") == Lines{"Joiner"});
  CHECK(ask("requirement where level = Skill.Good select profile, competency").front() ==
        "Joiner|core.Safety");
}

TEST_CASE("what is missing fulfils no comparison, and is unequal to everything") {
  CHECK(who("hours > 0") == Lines{"Joiner"});
  CHECK(who("hours < 100") == Lines{"Joiner"});
  CHECK(who("not hours > 0") == Lines{"Roofer", "Clerk"});
  CHECK(who("hours != 40") == Lines{"Roofer", "Clerk"});
  CHECK(who("hours is missing") == Lines{"Roofer", "Clerk"});
  CHECK(who("hours is not missing") == Lines{"Joiner"});
  CHECK(who("not hours is missing") == Lines{"Joiner"});
}

TEST_CASE("booleans are conditions, or are compared") {
  CHECK(who("remote") == Lines{"Roofer"});
  CHECK(who("not remote") == Lines{"Joiner", "Clerk"});
  CHECK(who("remote = false") == Lines{"Joiner"});
  CHECK(ask("all profile where abstract select name") == Lines{"Worker", "Person"});
}

TEST_CASE("words bind: not before and before or") {
  CHECK(who("grade = P1 or grade = P2 and remote") == Lines{"Joiner", "Roofer"});
  CHECK(who("(grade = P1 or grade = P2) and remote") == Lines{"Roofer"});
  CHECK(who("not remote and grade = P2") == Lines{"Clerk"});
  CHECK(who("not not remote") == Lines{"Roofer"});
}

TEST_CASE("texts are compared by their words, by a pattern, or whole") {
  CHECK(which("title contains \"ecoute\"") == Lines{"Listening"});
  CHECK(which("title contains \"WOOD\"") == Lines{"Joining"});
  CHECK(which("code matches \"[A-Z]-[0-9]\"") == Lines{"Joining"});
  CHECK(which("code matches \"[A-Z]\"") == Lines{"Building"});
  CHECK(which("code = \"B\"") == Lines{"Building"});
  CHECK(which("code in (\"B\", \"J-1\")") == Lines{"Joining", "Building"});
  CHECK(ask("indicator where text contains \"press\" select text") == Lines{});
  CHECK(ask("indicator where text contains \"press*\" select text") ==
        Lines{"Presses dowels by hand."});
}

TEST_CASE("of a list, any element counts") {
  CHECK(which("keywords = \"wood\"") == Lines{"Joining"});
  CHECK(which("keywords contains \"timber\"") == Lines{"Joining"});
  CHECK(which("not keywords = \"wood\" and code is not missing") == Lines{"Building"});
  CHECK(who("requirements.weight > 4") == Lines{"Joiner", "Roofer"});
  CHECK(who("requirements.competency = Counting") == Lines{"Roofer", "Clerk"});
  CHECK(which("levels = Marks.High") == Lines{"Listening"});
}

TEST_CASE("quantifiers ask of the elements themselves") {
  CHECK(who("any requirements (competency = Counting and level < 5)") == Lines{"Clerk"});
  CHECK(who("every requirements (importance = optional)") == Lines{"Clerk"});
  CHECK(who("no requirements (competency.kind in technical)") == Lines{"Clerk"});
  CHECK(which("no profiles (family in Trade) and any profiles (family = Office)") == Lines{});
  CHECK(who("any requirements (any origins (type = rule))") == Lines{"Joiner", "Roofer"});
  CHECK(which("every indicators (label is not missing) and indicators is not missing") ==
        Lines{"Joining"});
  // Nothing is not something else.
  CHECK(which("every indicators (label is missing) and name = \"Unused\"") == Lines{"Unused"});
}

TEST_CASE("numbers, dates and versions have an order") {
  CHECK(who("hours >= 40 and hours <= 40") == Lines{"Joiner"});
  CHECK(who("approved < 2026-02-01") == Lines{"Joiner"});
  CHECK(which("reviewed = 2026-03-01") == Lines{"Joining"});
  CHECK(which("since >= \"1.0.0\" and since < \"2\"") == Lines{"Joining"});
  CHECK(which("since = \"2.0.0\"") == Lines{"Building"});
  CHECK(who("count(requirements) > 3") == Lines{"Joiner", "Roofer"});
}

TEST_CASE("what nobody requires, and who points where") {
  CHECK(which("profiles is missing") == Lines{"Unused"});
  CHECK(ask("all competency where external and profiles is missing select competency") ==
        Lines{"core.Respect"});
  CHECK(ask("profile where next is not missing select name, next") == Lines{"Joiner|Roofer"});
  CHECK(ask("profile where name = \"Roofer\" select previous, ancestors, statements") ==
        Lines{"Joiner|Worker|"});
  CHECK(
      ask("competency where resources is not missing select name, resources.title, credentials") ==
      Lines{"Joining|A course|Ticket"});
  CHECK(ask("task select statement, profiles, competencies") == Lines{"T1|Joiner|"});
  CHECK(ask("knowledge select statement, competencies") == Lines{"K1|Joining"});
}

TEST_CASE("soft words can be names") {
  CHECK(ask("attribute where name = \"status-note\" select name") == Lines{"status-note"});
  CHECK(who("town.works.status-note = \"x\"") == Lines{"Joiner"});
  CHECK(ask("all profile where core.site is missing count") == Lines{"6"});
}
