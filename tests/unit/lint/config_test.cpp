#include "lint/config.h"

#include "session/manifest.h"
#include "support/test.h"

#include <fmt/format.h>

using namespace cadre;
using namespace cadre::lint;

namespace {

struct Read {
  Config config;
  std::vector<std::string> faults;  ///< Code, line and columns, what is suggested.
};

/// What stands below `[lint]`.
Read read(const std::string& text) {
  SourceManager sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("cadre.toml", text);
  const session::Manifest manifest = session::parseManifest(sources, file, diagnostics);
  Read out;
  if (manifest.lint) out.config = *manifest.lint;
  for (const Diagnostic& it : diagnostics.all()) {
    const LineColumn at = sources.position(file, it.span.begin);
    out.faults.push_back(fmt::format("{} {}:{} {}{}", it.code, at.line, at.column, sources.text(it.span).str(),
                                     it.suggestions.empty() ? "" : " -> " + it.suggestions.front()));
  }
  return out;
}

using Faults = std::vector<std::string>;

const RuleRow& firstOf(Tier tier) { return *llvm::find_if(rules(), [&](const RuleRow& it) { return it.tier == tier; }); }

}  // namespace

TEST_CASE("a tier holds those before it") {
  CHECK(Config().tier() == Tier::Recommended);
  for (const Tier tier : {Tier::Essential, Tier::Recommended, Tier::Strict}) {
    const Read it = read(fmt::format("[lint]\ntier = \"{}\"\n", word(tier).str()));
    CHECK(it.faults.empty());
    for (const RuleRow& row : rules()) {
      CHECK(it.config.isOn(row.id) == (row.tier <= tier));
      CHECK(it.config.severity(row.id) == Severity::Warning);
    }
  }
}

TEST_CASE("a rule that is named runs whatever the tier, and weighs what is said") {
  const std::string name = firstOf(Tier::Strict).name.str();
  const RuleId rule = firstOf(Tier::Strict).id;
  CHECK_FALSE(read("[lint]\n").config.isOn(rule));
  for (const std::string& form : {"[lint]\n" + name + " = \"{}\"\n", "[lint." + name + "]\nseverity = \"{}\"\n"}) {
    const auto with = [&](const char* weight) { return read(fmt::format(fmt::runtime(form), weight)).config; };
    CHECK(with("error").isOn(rule));
    CHECK(with("error").severity(rule) == Severity::Error);
    CHECK(with("warning").isOn(rule));
    CHECK(with("warning").severity(rule) == Severity::Warning);
    CHECK_FALSE(with("off").isOn(rule));
  }
  CHECK_FALSE(read("[lint]\nvague-verb = \"off\"\n").config.isOn(RuleId::VagueVerb));
}

TEST_CASE("options take what is in their range, and stay as they are beyond it") {
  for (const OptionRow& row : options()) {
    if (row.isList) continue;
    CHECK(row.low <= row.standard);
    CHECK(row.standard <= row.high);
    const auto id = static_cast<OptionId>(&row - options().begin());
    CHECK(indexOf(id) == static_cast<size_t>(&row - options().begin()));
    const std::string head = fmt::format("[lint.{}]\n{} = ", rowOf(row.rule).name.str(), row.name.str());
    CHECK(Config().number(id) == row.standard);
    for (const int value : {row.low, row.high}) {
      // A range has room for the standard of its other end.
      std::string other;
      for (const OptionRow& its : options()) {
        if (its.rule != row.rule) continue;
        if (row.name == "min" && its.name == "max") other = fmt::format("max = {}\n", its.high);
        if (row.name == "max" && its.name == "min") other = fmt::format("min = {}\n", its.low);
      }
      const Read it = read(head + std::to_string(value) + "\n" + other);
      CHECK(it.faults.empty());
      CHECK(it.config.number(id) == value);
    }
    for (const std::string& value : {std::to_string(row.low - 1), std::to_string(row.high + 1), std::string("\"3\""),
                                     std::string("2.5"), std::string("true"), std::string("[3]"), std::string("9999999999999")}) {
      const Read it = read(head + value + "\n");
      REQUIRE(it.faults.size() == 1);
      CHECK(llvm::StringRef(it.faults.front()).starts_with(fmt::format("E0915 2:{} ", head.size() - head.find('\n'))));
      CHECK(it.config.number(id) == row.standard);
    }
  }
}

TEST_CASE("lists hold texts") {
  CHECK(Config().words(WordsId::VagueVerbKinds).empty());
  const Read good = read("[lint.vague-verb]\nkinds = [\"a\", \"b c\"]\n");
  CHECK(good.faults.empty());
  CHECK(good.config.words(WordsId::VagueVerbKinds) == llvm::ArrayRef<std::string>({"a", "b c"}));
  CHECK(good.config.isOn(RuleId::VagueVerb));
  CHECK(read("[lint.vague-verb]\nkinds = \"a\"\n").faults == Faults{"E0915 2:9 \"a\""});
  CHECK(read("[lint.vague-verb]\nkinds = 3\n").faults == Faults{"E0915 2:9 3"});
  CHECK(read("[lint.vague-verb]\nkinds = [1, \"a\"]\n").faults.size() == 1);
}

TEST_CASE("what is not known is told at its place, with what was meant") {
  CHECK(read("[lint]\nvage-verb = \"off\"\n").faults == Faults{"E0912 2:1 vage-verb -> vague-verb"});
  CHECK(read("[lint]\nteir = \"strict\"\n").faults == Faults{"E0912 2:1 teir -> tier"});
  CHECK(read("[lint]\nqqqqqqq = 1\n").faults == Faults{"E0912 2:1 qqqqqqq"});
  CHECK(read("[lint.vague-verb]\nkind = [\"a\"]\n").faults == Faults{"E0913 2:1 kind -> kinds"});
  CHECK(read("[lint.vague-verb]\nsevrity = \"off\"\n").faults == Faults{"E0913 2:1 sevrity -> severity"});
  CHECK(read("[lint]\ntier = \"strct\"\n").faults == Faults{"E0914 2:8 \"strct\" -> strict"});
  CHECK(read("[lint]\nvague-verb = \"eror\"\n").faults == Faults{"E0914 2:14 \"eror\" -> error"});
  CHECK(read("[lint]\nvague-verb = \"never\"\n").faults == Faults{"E0914 2:14 \"never\""});
  CHECK(read("[lint]\nvague-verb = true\n").faults == Faults{"E0914 2:14 true"});
  CHECK(read("[lint]\ntier = [\"strict\"]\n").faults.size() == 1);
  CHECK(read("[lint]\ntier = 3\n").faults == Faults{"E0914 2:8 3"});
  CHECK(read("[lint]\nbaseline = \"\"\n").faults == Faults{"E0915 2:12 \"\""});
  CHECK(read("[lint]\nbaseline = [\"a\"]\n").faults == Faults{"E0915 2:12 [\"a\"]"});
  CHECK(read("[lint]\nvague-verb.kinds.more = 1\n").faults.size() == 1);
}

TEST_CASE("faults stand in the order of the file, and the rest holds") {
  const Read it = read("[lint]\ntier = \"x\"\nnope = 1\nvague-verb = \"error\"\n[lint.vague-verb-x]\nkinds = []\n");
  REQUIRE(it.faults.size() == 3);
  CHECK(llvm::StringRef(it.faults[0]).starts_with("E0914 2:"));
  CHECK(llvm::StringRef(it.faults[1]).starts_with("E0912 3:"));
  CHECK(llvm::StringRef(it.faults[2]).starts_with("E0912 6:"));
  CHECK(it.config.tier() == Tier::Recommended);
  CHECK(it.config.severity(RuleId::VagueVerb) == Severity::Error);
}

TEST_CASE("a baseline has a name") {
  CHECK(read("[lint]\n").config.baseline() == std::nullopt);
  CHECK(read("[lint]\nbaseline = \"x.json\"\n").config.baseline() == "x.json");
}

TEST_CASE("options are taken over, which rules run is not") {
  Config other = read("[lint]\nvague-verb = \"off\"\ntier = \"strict\"\n[lint.compound-label]\nterms = [\"a and b\"]\n").config;
  Config config;
  config.takeOptions(other);
  CHECK(config.words(WordsId::FixedTerms).size() == 1);
  CHECK(config.isOn(RuleId::VagueVerb));
  CHECK(config.tier() == Tier::Recommended);
}
