#include "format/printer.h"

#include "parse/parse.h"
#include "support/test.h"
#include "syntax/dump.h"

using namespace cadre;

namespace {

/// What the printer makes of `source`; checks that it parses to the same and prints the same.
std::string printed(const std::string& source) {
  SourceManager sources;
  Diagnostics diagnostics;
  const auto file = parse::parse(sources, sources.add("a.cadre", source), diagnostics);
  REQUIRE(diagnostics.empty());
  const std::string once = format::print(file->items);
  const auto again = parse::parse(sources, sources.add("b.cadre", once), diagnostics);
  CHECK(diagnostics.empty());
  CHECK(format::print(again->items) == once);
  CHECK(syntax::dump(*again) == syntax::dump(*file));
  return once;
}

void checkUnchanged(const std::string& source) { CHECK(printed(source) == source); }

}  // namespace

TEST_CASE("every kind of item has its form") {
  checkUnchanged(R"(use acme.core as core with rules
use sfia9

framework acme.x "Acme \"X\"" {
  version "1.0.0"
  status published
  language en
  translations fr, pt-BR
  scale S
}

scale S "S" cumulative {
  level A "A" {
    - Works with guidance.
  }
  level B
}

scale N "N" numeric -1..7.50

kind craft "Craft" like technical

category Top "Top" {
  category Inner "Inner"
}

attribute grade "Grade" on profile, competency : one of P1, P2 required
attribute cost-centre "Cost centre" on profile : text matching "[0-9]{4}"
attribute depth "Depth" on profile : number 0..5

knowledge K1 "Knowledge of deadlines."
task T2 "Answer the press."

task T1 "Place stories." {
  status retired
}

craft competency X "X" {
  in Top.Inner, Top
  part of Y
  keywords "a", "b\\c"
  level A {
    - [X-1] Does it.
    develop { - Shadow two pitches. }
  }
  knowledge K1
  skills { - Writing }
  tasks T1, T2
  tasks {
    - One.
    - Two.
  }
  credential APR
  matches close esco "http://example.org/x"
  matches exact sfia ITSP
  was Old, Older
  replaces Z
  reviewed 2026-03-01
  deprecated "2.1" because "Merged." use Y
  allow vague-verb because "Agreed."
}

credential APR "APR" {
  issuer "PRSA"
  renews every 36 months
}

resource Course "Course" {
  type course
  develops X to A
}

every profile in F, G except P {
  requires core.Y at A
}

abstract profile Base "Base" {
  grade P1
  cost-centre "4711"
  depth 3.0
  since-when 2026-01-01
}

profile P "P" extends Base, core.Other {
  family F
  requires X at 4.50 desired weight 2.0 because "So."
  lowers Y to A desired because "Alone."
  drops Z because "Never."
  credential APR optional
}

path Career "Career" {
  A -> B -> C
}

crosswalk W "W" from S to sfia.Level {
  A -> L2
  B -> 3.5
}

translation fr {
  competency X "X"
}
)");
}

TEST_CASE("declarations without a block stand together by kind") {
  CHECK(printed("category A \"A\" category B \"B\" { category C \"C\" } category D \"D\" kind k "
                "\"K\" like general") ==
        "category A \"A\"\n\ncategory B \"B\" {\n  category C \"C\"\n}\n\ncategory D \"D\"\n\nkind "
        "k \"K\" like general\n");
  CHECK(format::print({}).empty());
}

TEST_CASE("bullets are printed on one line, for the formatter to break") {
  const std::string words = "A bullet of more than a hundred columns: " + std::string(80, 'x') + " - y";
  checkUnchanged("competency X \"X\" {\n  level A {\n    - [L1] " + words + "\n  }\n}\n");
  checkUnchanged("competency X \"X\" {\n  develop { - " + words + " }\n}\n");
}

TEST_CASE("text blocks keep their lines") {
  checkUnchanged(
      "framework a \"A\" {\n  about \"\"\"\n    One \\\\ \"\"\\\" line.\n\n      - deeper\n    "
      "\"\"\"\n}\n");
}

TEST_CASE("text blocks that could not keep their blanks have them escaped") {
  const auto block = [](const std::string& lines) {
    return "framework a \"A\" {\n  about \"\"\"" + lines + "\"\"\"\n}\n";
  };
  CHECK(printed(block("x ")) == block("\n    x\\u{20}\n    "));
  CHECK(printed(block("\\tx\n\\t")) == block("\n    \\tx\n    \\t\n    "));
  CHECK(printed(block("")) == block("\n\n    "));
  CHECK(printed(block("\n\n  x\n\n  ")) == block("\n\n    x\n\n    "));
  CHECK(printed(block("\n  \\u{20} x\n   \\u{20}y\n  ")) ==
        block("\n    \\u{20} x\n    \\u{20} y\n    "));
}

TEST_CASE("a bullet that would read as labelled on one line goes on in a second") {
  checkUnchanged("competency X \"X\" {\n  - [G\n    H] I\n}\n");
  CHECK(printed("competency X \"X\" {\n  - [G H\n    I J] K\n    L\n}\n") ==
        "competency X \"X\" {\n  - [G H\n    I J] K L\n}\n");
}
