#include "lint/run.h"

#include "lint/passage.h"
#include "support/test.h"
#include "unit/lint/package.h"

#include <map>
#include <set>

using namespace cadre;
using namespace cadre::lint;

namespace {

struct Seen {
  std::map<std::string, int> texts;             ///< How often, by language and text.
  std::map<std::string, std::string> owners;
  std::map<std::string, Role> roles;
};

Seen visit(Package& package) {
  const session::Result result = package.check(Config());
  for (const Diagnostic& it : result.diagnostics.all()) {
    INFO(it.message);
    CHECK(it.severity != Severity::Error);
  }
  Seen out;
  Lexica lexica;
  eachPassage(*result.model, lexica, [&](const Passage& passage) {
    const std::string text = fmt::format("{} {}", passage.language.str(), passage.plain.str());
    ++out.texts[text];
    out.owners[text] = passage.owner->key.str();
    out.roles[text] = passage.role;
    CHECK(passage.isTranslation == (passage.language != "en"));
    CHECK((passage.lexicon != nullptr) == (passage.language == "en" || passage.language == "fr"));
    if (passage.text) CHECK(passage.text->plain() == passage.plain);
    CHECK((passage.bullet != nullptr) == (passage.plain.ends_with(".") && passage.role != Role::About));
  });
  return out;
}

const std::string work = "competency W \"Work\" {\n  level A {\n    - Knows tax.\n    - Files tax.\n  }\n  level B { - Knows invoices. }\n}\n";

Baseline baselineOf(const session::Result& result) {
  SourceManager sources;
  Diagnostics none;
  return readBaseline(sources, sources.add("b", writeBaseline(result.lint.findings)), none);
}

}  // namespace

TEST_CASE("every text is visited once, with its owner") {
  Package package({framework("  about \"All of it\"\n  translations fr, de\n") +
                   "competency W \"Work\" {\n  about \"What is done\"\n"
                   "  level A {\n    about \"At first\"\n    - Knows tax.\n    develop { - Reads law. }\n"
                   "    evidence { - A letter. }\n    interview { - How so. }\n  }\n"
                   "  tasks { - Own task. }\n  knowledge { - Own fact. }\n  skills { - Own skill. }\n}\n"
                   "abstract profile Base \"Base\" {\n  tasks { - Inherited task. }\n  requires W at A\n}\n"
                   "profile P \"First\" extends Base { }\n"
                   "profile Q \"Second\" extends Base {\n  tasks { - Further task. }\n}\n"
                   "translation fr {\n  competency W \"Travail\" {\n    level A { - Connait l'impot. }\n  }\n}\n"
                   "translation de {\n  competency W \"Arbeit\"\n}\n"});
  Seen seen = visit(package);
  for (const auto& [text, count] : seen.texts) {
    INFO(text);
    CHECK(count == 1);
  }
  const std::map<std::string, Role> wanted = {
      {"en T", Role::Title},          {"en All of it", Role::About},      {"en S", Role::Title},
      {"en Low", Role::Title},        {"en High", Role::Title},           {"en Work", Role::Title},
      {"en What is done", Role::About}, {"en At first", Role::About},
      {"en Knows tax.", Role::Indicator}, {"en Reads law.", Role::Develop}, {"en A letter.", Role::Evidence},
      {"en How so.", Role::Interview}, {"en Own task.", Role::Task},      {"en Own fact.", Role::Knowledge},
      {"en Own skill.", Role::Skill}, {"en Base", Role::Title},           {"en Inherited task.", Role::Task},
      {"en First", Role::Title},      {"en Second", Role::Title},         {"en Further task.", Role::Task},
      {"fr Travail", Role::Title},    {"fr Connait l'impot.", Role::Indicator}, {"de Arbeit", Role::Title}};
  for (const auto& [text, role] : wanted) {
    INFO(text);
    CHECK(seen.texts.count(text) == 1);
    CHECK(seen.roles[text] == role);
  }
  CHECK(seen.owners["fr Connait l'impot."] == "t.x.W");
  CHECK(seen.owners["en Inherited task."] == "t.x.Base");
}

TEST_CASE("other packages are silent") {
  Package package({framework() + "use t.y\nprofile P \"P\" { requires t.y.W at A }\n"});
  package.dependOn("t.y", framework("", "t.y") + work);
  CHECK(package.found(only({"vague-verb"})).empty());
  CHECK(visit(package).texts.count("en Knows tax.") == 0);
}

TEST_CASE("findings stand at their words, in the order of the source") {
  Package package({framework(), work});
  CHECK(package.found(only({"vague-verb"})) == Lines{"vague-verb 1.cadre:3 Knows", "vague-verb 1.cadre:6 Knows"});
  CHECK(package.found(only({})).empty());
}

TEST_CASE("rules on the whole are silent beside errors, those on texts are not") {
  const std::string text = work + "competency V \"V\" {\n  allow vague-verb because \"x\"\n}\n";
  Package good({framework(), text});
  CHECK(good.found(only({"vague-verb"})) ==
        Lines{"vague-verb 1.cadre:3 Knows", "vague-verb 1.cadre:6 Knows", "unused-allow 1.cadre:9 vague-verb"});
  Package bad({framework(), text + "profile P \"P\" { requires W at C }\n"});
  CHECK(bad.found(only({"vague-verb"})) ==
        Lines{"vague-verb 1.cadre:3 Knows", "vague-verb 1.cadre:6 Knows", "E0302 1.cadre:11 C"});
}

TEST_CASE("an allow takes findings out, and is said to be unused without") {
  const auto with = [](const std::string& rule) {
    std::string text = work;
    text.insert(text.find("  level A"), "  allow " + rule + " because \"x\"\n");
    Package package({framework(), text});
    return package.found(only({"vague-verb"}));
  };
  CHECK(with("vague-verb").empty());
  CHECK(with("vage-verb").front() == "unknown-rule 1.cadre:2 vage-verb");
  CHECK(with("unused-allow").front() == "unused-allow 1.cadre:2 unused-allow");
  // It does not run.
  CHECK(with("passive-voice").size() == 2);
}

TEST_CASE("of a finding about two declarations either may allow it") {
  const auto with = [](const std::string& first, const std::string& second) {
    Package package({framework() + "competency W \"W\" {\n" + first + "  about \"Files tax returns for clients by law.\"\n}\n" +
                     "competency V \"V\" {\n" + second + "  about \"Files tax returns for clients by law.\"\n}\n"});
    return package.found(only({"duplicate-text"}));
  };
  const std::string allow = "  allow duplicate-text because \"x\"\n";
  REQUIRE(with("", "").size() == 1);
  CHECK(with(allow, "").empty());
  CHECK(with("", allow).empty());
  // Both are needed then: each reader sees why.
  CHECK(with(allow, allow).empty());
}

TEST_CASE("a baseline holds back what it knows, wherever it has moved") {
  const Config config = only({"vague-verb"});
  Package before({framework(), work});
  const session::Result first = before.check(config);
  CHECK(first.lint.findings.size() == 2);
  CHECK(first.lint.baselined == 0);
  CHECK(first.lint.findings.front() == BaselineEntry{"vague-verb", {"t.x.W", "Knows tax."}, {}, 1});
  const Baseline baseline = baselineOf(first);

  Package after({"// other files\n" + work.substr(0, work.find("    - Files")) + "    - Knows\n      law.\n" +
                     work.substr(work.find("    - Files")), framework()});
  const session::Result second = after.check(config, baseline);
  CHECK(after.found(second) == Lines{"vague-verb 0.cadre:5 Knows"});
  CHECK(second.lint.baselined == 2);
  CHECK(second.lint.stale.empty());
  // All of today's are recorded, whatever is held back.
  CHECK(second.lint.findings.size() == 3);
}

TEST_CASE("findings that are alike are counted, the first ones held back") {
  const Config config = only({"vague-verb"});
  const std::string same = "competency W \"W\" {\n  level A { - Knows tax. }\n  level B { - Knows tax. }\n}\n";
  Package package({framework(), same});
  Baseline baseline;
  baseline.entries = {{"vague-verb", {"t.x.W", "Knows tax."}, {}, 1}};
  session::Result result = package.check(config, baseline);
  CHECK(package.found(result) == Lines{"vague-verb 1.cadre:3 Knows"});
  // Twice the same entry counts as two.
  baseline.entries.push_back(baseline.entries.front());
  CHECK(package.found(package.check(config, baseline)).empty());
  baseline.entries = {{"vague-verb", {"t.x.W", "Knows tax."}, {}, 5}};
  result = package.check(config, baseline);
  CHECK(result.lint.baselined == 2);
  CHECK(result.lint.stale == std::vector<BaselineEntry>{{"vague-verb", {"t.x.W", "Knows tax."}, {}, 3}});
}

TEST_CASE("what nothing gives any more is stale, unless errors keep rules from running") {
  const Config config = only({"vague-verb"});
  Baseline baseline;
  baseline.entries = {{"vague-verb", {"t.x.W", "Knows tax."}, {}, 1}, {"vague-verb", {"t.x.V", "Knows tax."}, {}, 1},
                      {"no-rule", {"t.x.W", "Knows tax."}, {}, 1}};
  Package package({framework(), work});
  const session::Result result = package.check(config, baseline);
  CHECK(result.lint.baselined == 1);
  CHECK(result.lint.stale.size() == 2);
  Package bad({framework(), work + "profile P \"P\" { requires W at C }\n"});
  const session::Result broken = bad.check(config, baseline);
  CHECK(broken.lint.baselined == 1);
  CHECK(broken.lint.stale.empty());
}

TEST_CASE("a baseline holds findings about allows, too") {
  const Config config = only({"vague-verb"});
  Package package({framework(), "competency V \"V\" {\n  allow vague-verb because \"x\"\n}\n"});
  const session::Result result = package.check(config);
  CHECK(package.found(result).size() == 1);
  CHECK(package.found(package.check(config, baselineOf(result))).empty());
}

TEST_CASE("what is found in a translation belongs to what it translates") {
  const Config config = only({"vague-verb"});
  const std::string french = "translation fr {\n  competency W {\n    level A {\n      - Comprend l'impot.\n      - Remplit la feuille.\n    }\n  }\n}\n";
  const std::string head = framework("  translations fr\n");
  const std::vector<std::vector<std::string>> forms = {
      {head + work + french}, {head + french + work}, {head, work, french}, {french, work + head}};
  for (const auto& files : forms) {
    Package package(files);
    const session::Result result = package.check(config);
    std::set<std::pair<std::string, std::string>> found;
    for (const BaselineEntry& it : result.lint.findings) found.emplace(it.site.declaration, it.site.text);
    CHECK(found == std::set<std::pair<std::string, std::string>>{
                       {"t.x.W", "Comprend l'impot."}, {"t.x.W", "Knows invoices."}, {"t.x.W", "Knows tax."}});
  }
}

TEST_CASE("no clock, no times; with one, those of the rules that run") {
  Package package({framework(), work});
  CHECK(package.check(only({"vague-verb"})).lint.times.empty());
  session::Input input;
  input.packages.emplace_back().sources = {FileId(0), FileId(1)};
  const session::LintInput lint = {only({"vague-verb"}), {}, "", true};
  input.lint = &lint;
  const session::Result result = session::check(package.sources, input, [] {
    static double seconds = 0;
    return seconds += 0.5;
  });
  std::map<RuleId, size_t> found;
  for (const RuleTime& it : result.lint.times) found[it.rule] = it.findings;
  CHECK(found == std::map<RuleId, size_t>{{RuleId::VagueVerb, 2}, {RuleId::UnusedAllow, 0}, {RuleId::UnknownRule, 0}});
}
