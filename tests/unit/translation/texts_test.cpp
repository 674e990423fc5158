#include "translation/texts.h"

#include "session/label.h"
#include "session/session.h"
#include "support/test.h"

#include <set>

using namespace cadre;
using namespace cadre::translation;
using Lines = std::vector<std::string>;

namespace {

/// A package of one file, with a lock of French where one is given.
struct Package {
  explicit Package(const std::string& text, const std::string& lock = "") {
    input.packages.emplace_back().sources = {sources.add("a.cadre", head + text)};
    if (!lock.empty())
      input.packages.front().locks = {{"fr", sources.add("translations/fr.lock", lock)}};
    result = session::check(sources, input);
    for (const Diagnostic* it : result.diagnostics.sorted()) UNSCOPED_INFO(it->message);
    REQUIRE(!result.diagnostics.hasErrors());
    texts = findTexts(*result.model, result.locks);
  }

  /// `key: state`, without what is current, and without the framework's id.
  [[nodiscard]] Lines states() const {
    Lines out;
    for (const Text& text : texts) {
      const Version* version = text.find("fr");
      if (!version || version->state == State::Current) continue;
      llvm::StringRef key = text.key;
      key.consume_front("f.");
      out.push_back(fmt::format("{}: {}{}", key, word(version->state),
                                version->isLeftOut ? ", left out" : ""));
    }
    return out;
  }
  [[nodiscard]] std::string accepted() const { return acceptedLock(texts, "fr").write("fr"); }

  static inline const std::string head =
      "framework f \"F\" { version \"1.0.0\" language en translations fr }\n"
      "translation fr { framework f \"F\" }\n";
  SourceManager sources;
  session::Input input;
  session::Result result;
  std::vector<Text> texts;
};

std::string competency(const std::string& bullets) {
  return "competency C \"C\" {\n  scale none\n" + bullets + "}\n";
}
std::string french(const std::string& bullets) {
  return "translation fr {\n  competency C \"C\" {\n" + bullets + "  }\n}\n";
}
const std::string en = "  - One.\n  - Two.\n  - Three.\n";
const std::string fr = "  - Un.\n  - Deux.\n  - Trois.\n";

}  // namespace

TEST_CASE("without a lock nothing is stale") {
  CHECK(Package(competency(en) + french("  - Un.\n  - Deux.\n  - Trois.\n")).states() ==
        Lines{"f title: unrecorded", "C title: unrecorded", "C bullet 1: unrecorded",
              "C bullet 2: unrecorded", "C bullet 3: unrecorded"});
  CHECK(Package(competency(en) + "translation fr { competency C \"C\" }\n").states() ==
        Lines{"f title: unrecorded", "C title: unrecorded", "C bullet 1: missing",
              "C bullet 2: missing", "C bullet 3: missing"});
}

TEST_CASE("what was accepted is current, until the source says something else") {
  const std::string lock =
      Package(competency("  about \"A *b*.\"\n") + french("    about \"B.\"\n")).accepted();
  CHECK(Package(competency("  about \"A *b*.\"\n") + french("    about \"B.\"\n"), lock)
            .states()
            .empty());
  // The words of the translation are its own affair.
  CHECK(Package(competency("  about \"A *b*.\"\n") + french("    about \"C.\"\n"), lock)
            .states()
            .empty());
  // White space is nothing.
  CHECK(Package(competency("  about \"\"\"\n    A\n    *b*.\n    \"\"\"\n") +
                    french("    about \"B.\"\n"),
                lock)
            .states()
            .empty());
  // So are other files, other orders and other titles.
  CHECK(Package("translation fr { competency C \"C\" { about \"B.\" } }\ncompetency C \"C\" { "
                "about \"A *b*.\" scale none }",
                lock)
            .states()
            .empty());
  CHECK(Package(competency("  about \"A b.\"\n") + french("    about \"B.\"\n"), lock).states() ==
        Lines{"C about: stale"});
}

TEST_CASE("a bullet by position is left out where its text is another one now") {
  const std::string lock = Package(competency(en) + french(fr)).accepted();
  const Package changed(competency("  - One.\n  - Two or more.\n  - Three.\n") + french(fr), lock);
  CHECK(changed.states() == Lines{"C bullet 2: stale, left out"});
  const auto& bullets =
      changed.result.model->tables().competencies[model::CompetencyId(0)].rubric.indicators;
  CHECK(bullets[0].text.find("fr"));
  CHECK(!bullets[1].text.find("fr"));
  REQUIRE(bullets[1].outdated.size() == 1);
  CHECK(bullets[1].outdated[0].plain == "Deux.");
}

TEST_CASE("bullets by position that were swapped in one language alone are left out") {
  const std::string lock = Package(competency(en) + french(fr)).accepted();
  CHECK(Package(competency("  - Two.\n  - One.\n  - Three.\n") + french(fr), lock).states() ==
        Lines{"C bullet 1: stale, left out", "C bullet 2: stale, left out"});
  CHECK(Package(competency("  - Two.\n  - One.\n  - Three.\n") +
                    french("  - Deux.\n  - Un.\n  - Trois.\n"),
                lock)
            .states()
            .empty());
}

TEST_CASE("a bullet by position that is new in both languages leaves the others alone") {
  const std::string lock = Package(competency(en) + french(fr)).accepted();
  CHECK(Package(competency("  - Zero.\n" + en) + french("  - Zéro.\n" + fr), lock).states() ==
        Lines{"C bullet 1: unrecorded"});
  // Translated anew, but not accepted yet.
  CHECK(Package(competency("  - Zero.\n  - Two.\n  - Three.\n") +
                    french("  - Zéro.\n  - Deux.\n  - Trois.\n"),
                lock)
            .states() == Lines{"C bullet 1: unrecorded"});
}

TEST_CASE("one translation may stand for two bullets by position") {
  const std::string two = competency("  - One.\n  - A single one.\n");
  const std::string same = french("  - Un.\n  - Un.\n");
  const std::string lock = Package(two + same).accepted();
  CHECK(Package(two + same, lock).states().empty());
  CHECK(Package(competency("  - One.\n  - The only one.\n") + same, lock).states() ==
        Lines{"C bullet 2: stale, left out"});
}

TEST_CASE("a label keeps what was recorded by position") {
  const std::string lock = Package(competency(en) + french(fr)).accepted();
  const std::string labelled = "  - [A] One.\n  - [B] Two.\n  - [C] Three.\n";
  const std::string labelledFr = "  - [A] Un.\n  - [B] Deux.\n  - [C] Trois.\n";
  CHECK(Package(competency(labelled) + french(labelledFr), lock).states().empty());
  const std::string next = Package(competency(labelled) + french(labelledFr), lock).accepted();
  CHECK(next.find("f.C#A\n") != std::string::npos);
  CHECK(next.find('~') == std::string::npos);
  // By its label, a stale one is shown all the same.
  CHECK(Package(
            competency("  - [A] One or two.\n  - [C] Three.\n  - [B] Two.\n") + french(labelledFr),
            next)
            .states() == Lines{"C#A: stale"});
}

TEST_CASE("no label for a translation of another text") {
  const std::string lock = Package(competency(en) + french(fr)).accepted();
  const Package moved(competency("  - Two.\n  - One.\n  - Three.\n") + french(fr), lock);
  const session::Labels labels = session::findLabels(moved.sources, moved.input);
  CHECK(labels.edits.empty());
  REQUIRE(labels.diagnostics.count(Severity::Error) == 2);
  CHECK(labels.diagnostics.sorted().front()->code == "E0966");
}

TEST_CASE("a draft is not asked for, but followed once it is translated") {
  const std::string draft =
      "competency C \"C\" {\n  status draft\n  scale none\n  about \"A.\"\n}\n";
  CHECK(Package(draft).states() == Lines{"f title: unrecorded"});
  CHECK(Package(draft + french("about \"B.\"")).states() ==
        Lines{"f title: unrecorded", "C title: unrecorded", "C about: unrecorded"});
}

TEST_CASE("of an abstract profile, outputs show the title and the statements") {
  const std::string text =
      "abstract profile Base \"Base\" { about \"A.\" tasks { - One. } }\n"
      "profile P \"P\" extends Base { about \"B.\" }\n";
  CHECK(Package(text).states() == Lines{"f title: unrecorded", "Base title: missing",
                                        "Base tasks bullet 1: missing", "P title: missing",
                                        "P about: missing"});
}

TEST_CASE("what a profile has from its base is translated there") {
  const std::string text =
      "abstract profile Base \"Base\" { tasks { - One. } }\n"
      "profile P \"P\" extends Base { tasks { - Two. } }\n";
  CHECK(Package(text).states() == Lines{"f title: unrecorded", "Base title: missing",
                                        "Base tasks bullet 1: missing", "P title: missing",
                                        "P tasks bullet 1: missing"});
}

TEST_CASE("every sort of text has a key of its own") {
  const std::string text = R"(
scale S "S" { about "a" level A { about "a" - One. } level B "B" { - [L] One. } }
scale N "N" numeric 0..7
kind k "K"
category M "M" { category N "N" }
family F "F" { family G "G" }
attribute a "A" : text
task T "t"
competency C "C" {
  scale S
  level A {
    about "a"
    - [L] One.
    develop { - D. } evidence { - E. } interview { - I. }
  }
  level B "B" { - One. }
  knowledge { - K. }
  tasks T
}
competency V "V" { scale N level 2.5 { - One. } }
competency I "I" { id "http://x y/%#z" scale none - One. }
profile P "P" { tasks { - [L] T. } }
credential Cr "Cr" { about "a" }
resource R "R" { develops C }
path W "W" { P -> Q }
profile Q "Q"
crosswalk X "X" from S to N { A -> 1
B -> 2 }
crosswalk Y from N to S { 1 -> A
2 -> B }
)";
  const Package package(text);
  Lines keys;
  for (const Text& it : package.texts) {
    keys.push_back(it.key);
    CHECK(package.sources.text(it.span).contains(it.words));
    REQUIRE(it.declaration);
  }
  CHECK(keys == Lines{"f title",
                      "f.S title",
                      "f.S about",
                      "f.S level A about",
                      "f.S level A bullet 1",
                      "f.S level B title",
                      "f.S level B#L",
                      "f.N title",
                      "f.k title",
                      "f.M title",
                      "f.M.N title",
                      "f.F title",
                      "f.F.G title",
                      "f.a title",
                      "f.T text",
                      "f.C title",
                      "f.C level A about",
                      "f.C#L",
                      "f.C level A develop bullet 1",
                      "f.C level A evidence bullet 1",
                      "f.C level A interview bullet 1",
                      "f.C level B title",
                      "f.C level B bullet 1",
                      "f.C knowledge bullet 1",
                      "f.V title",
                      "f.V level 2.5 bullet 1",
                      "http://x%20y/%25#z title",
                      "http://x%20y/%25#z bullet 1",
                      "f.P title",
                      "f.P#L",
                      "f.Cr title",
                      "f.Cr about",
                      "f.R title",
                      "f.W title",
                      "f.Q title",
                      "f.X title"});
  std::set<std::string> unique(keys.begin(), keys.end());
  CHECK(unique.size() == keys.size());
}

TEST_CASE("a framework of one language has nothing to translate") {
  SourceManager sources;
  session::Input input;
  input.packages.emplace_back().sources = {sources.add("a.cadre", "framework f \"F\"\n")};
  const session::Result result = session::check(sources, input);
  REQUIRE(result.model);
  CHECK(findTexts(*result.model, result.locks).empty());
}

TEST_CASE("a lock of another language is an error, but for files that share a folder") {
  SourceManager sources;
  session::Input input;
  input.packages.emplace_back().sources = {sources.add("a.cadre", "framework f \"F\"\n")};
  input.packages.front().locks = {{"fr", sources.add("fr.lock", Lock().write("fr"))}};
  const session::Result result = session::check(sources, input);
  REQUIRE(result.diagnostics.count(Severity::Error) == 1);
  CHECK(result.diagnostics.sorted().front()->code == "E0965");
  input.packages.front().sharesLocks = true;
  CHECK(session::check(sources, input).diagnostics.empty());
}
