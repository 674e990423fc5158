// What is published of what a profile requires: what it would require if nobody had written the
// rules that are left out.
#include "model/publication.h"

#include "parse/parse.h"
#include "sema/sema.h"
#include "support/test.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <random>

using namespace cadre;

namespace {

struct Checked {
  SourceManager sources;
  Diagnostics diagnostics;
  std::unique_ptr<syntax::File> file;
  std::optional<model::Model> model;

  explicit Checked(const std::string& text) {
    file = parse::parse(sources, sources.add("test.cadre", text), diagnostics);
    resolve::PackageTrees trees;
    trees.files.push_back(file.get());
    const resolve::Names names(trees, diagnostics);
    model = sema::check(names, diagnostics);
  }

  /// `Reader Reading: High essential 3 "Reason" (own, rule)`, one line each, in the order of the words:
  /// a requirement keeps its place where a rule that put it there is left out.
  std::string published(bool drafts = false) const {
    const model::Publication publication(*model, {.drafts = drafts});
    std::vector<std::string> lines;
    for (const auto id : publication.ids<model::Profile>()) {
      const model::Profile& profile = (*model)[id];
      for (const model::Requirement* it : publication.requirements(profile)) {
        std::string& out = lines.emplace_back();
        out += fmt::format("{} {}: {} {} {} \"{}\" (", profile.name,
                           (*model)[it->competency].name, model->display(it->level),
                           model::word(it->importance), it->weight.value_or(0), it->because.plain);
        for (const model::Origin& origin : it->origins) {
          out += model::word(origin.kind).str();
          out += &origin == &it->origins.back() ? ")\n" : ", ";
        }
      }
    }
    llvm::sort(lines);
    return llvm::join(lines, "");
  }
};

const std::string head = R"(
  framework north.school "School" { version "1.0.0" status published scale Skill }
  scale Skill "Skill" { level Low "Low" level Mid "Mid" level High "High" level Top "Top" }
  competency Reading "Reading"
  competency Writing "Writing"
  family Open "Open"
  family Later "Later" { status draft }
  family Around "Around" { status draft  family Inner "Inner" { status published } }
)";

/// A framework as the dice have it, and the same without what is left out of its rules.
class Framework {
public:
  explicit Framework(uint32_t seed) : dice_(seed) {
    for (int i = 0; i < 4; ++i) addRule();
    for (int i = 0; i < 4; ++i) addProfile(fmt::format("abstract profile Base{}", i), i, false);
    for (int i = 0; i < 4; ++i) addProfile(fmt::format("profile Job{}", i), 4, true);
  }

  std::string whole = head;
  std::string published = head;

private:
  uint32_t below(uint32_t end) { return dice_() % end; }
  std::string oneOf(std::initializer_list<const char*> words) {
    return words.begin()[below(static_cast<uint32_t>(words.size()))];
  }
  void add(const std::string& text) {
    whole += text;
    published += text;
  }

  std::string competency() { return oneOf({"Reading", "Writing"}); }
  std::string level() { return oneOf({"Low", "Mid", "High", "Top"}); }
  std::string reason() { return fmt::format(" because \"Reason {}.\"", ++reasons_); }
  std::string requires_(const std::string& competency) {
    std::string out = "  requires " + competency + " at " + level();
    out += oneOf({"", " desired", " optional"});
    if (below(2) == 0) out += fmt::format(" weight {}", ++weights_);
    if (below(2) == 0) out += reason();
    return out + "\n";
  }

  void addRule() {
    const std::string body = " {\n" + requires_(competency()) + "}\n";
    std::string all;
    std::string open;
    for (const std::string family : {"Later", "Open", "Around", "Around.Inner"}) {
      if (below(3) != 0) continue;
      all += (all.empty() ? " in " : ", ") + family;
      if (family != "Later") open += (open.empty() ? " in " : ", ") + family;
    }
    whole += "every profile" + all + body;
    if (all.empty() || !open.empty()) published += "every profile" + open + body;
  }

  void addProfile(const std::string& start, int bases, bool isJob) {
    std::string extends;
    for (int i = 0; i < bases; ++i) {
      if (below(3) == 0) extends += fmt::format("{} Base{}", extends.empty() ? " extends" : ",", i);
    }
    add(start + " \"Title\"" + extends + " {\n");
    if (isJob) add("  family " + oneOf({"Open", "Later", "Around", "Around.Inner"}) + "\n");
    // What a rule gives cannot be lowered: only bases do that here.
    for (const char* name : {"Reading", "Writing"}) {
      if (!isJob && !extends.empty() && below(3) == 0) {
        add(std::string("  lowers ") + name + " to " + level() + reason() + "\n");
      } else if (below(2) == 0) {
        add(requires_(name));
      }
    }
    add("}\n");
  }

  std::mt19937 dice_;
  int reasons_ = 0;
  int weights_ = 0;
};

/// Whether all that is required is said by one of the origins.
bool followsFromOrigins(const model::Requirement& requirement) {
  const auto isSaid = [&](auto isSaidBy) { return llvm::any_of(requirement.origins, isSaidBy); };
  return isSaid([&](const model::Origin& it) { return it.level == requirement.level; }) &&
         isSaid([&](const model::Origin& it) { return it.importance == requirement.importance; }) &&
         (!requirement.weight ||
          isSaid([&](const model::Origin& it) { return it.weight == requirement.weight; })) &&
         (requirement.because.isEmpty() || isSaid([&](const model::Origin& it) {
            return it.because.plain == requirement.because.plain;
          }));
}

}  // namespace

TEST_CASE("what is published follows from what is published") {
  size_t tried = 0;
  size_t revised = 0;
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    const Framework framework(seed);
    const Checked whole(framework.whole);
    if (whole.diagnostics.hasErrors()) continue;
    const Checked without(framework.published);
    INFO(framework.whole);
    REQUIRE_FALSE(without.diagnostics.hasErrors());
    CHECK(whole.published() == without.published());
    const model::Publication publication(*whole.model);
    for (const auto id : publication.ids<model::Profile>()) {
      for (const model::Requirement* it : publication.requirements((*whole.model)[id]))
        CHECK(followsFromOrigins(*it));
    }
    ++tried;
    if (whole.published() != whole.published(true)) ++revised;
  }
  CHECK(tried > 300);
  CHECK(revised > 100);
}

TEST_CASE("a rule for a draft family decides nothing, but with drafts") {
  const Checked checked(head + R"(
    every profile in Later {
      requires Reading at Top weight 7 because "Not yet."
      requires Writing at Low
    }
    profile Clerk "Clerk" { family Later requires Reading at Low desired }
  )");
  CHECK(checked.published() == "Clerk Reading: Low desired 0 \"\" (own)\n");
  CHECK(checked.published(true) ==
        "Clerk Reading: Top essential 7 \"Not yet.\" (rule, own)\n"
        "Clerk Writing: Low essential 0 \"\" (rule)\n");
}

TEST_CASE("a draft family beside a published one takes the rule to nobody") {
  const Checked checked(head + R"(
    every profile in Later, Open { requires Reading at Top }
    profile Clerk "Clerk" { family Later requires Reading at Low }
    profile Porter "Porter" { family Open requires Reading at Low }
  )");
  CHECK(checked.published() ==
        "Clerk Reading: Low essential 0 \"\" (own)\n"
        "Porter Reading: Top essential 0 \"\" (rule, own)\n");
}

TEST_CASE("a rule stays with a draft family that is published around another") {
  const Checked checked(head + R"(
    every profile in Around { requires Writing at High }
    every profile in Later { requires Writing at Top }
    profile Clerk "Clerk" { family Around.Inner }
  )");
  CHECK(checked.published() == "Clerk Writing: High essential 0 \"\" (rule)\n");
  const model::Publication publication(*checked.model);
  REQUIRE(publication.ids<model::Rule>().size() == 1);
  CHECK((*checked.model)[publication.ids<model::Rule>()[0]].families.size() == 1);
}

TEST_CASE("what a profile inherits from a draft is its own") {
  const Checked checked(head + R"(
    profile Clerk "Clerk" { status draft requires Reading at High weight 2 because "Files." }
    profile Chief "Chief" extends Clerk
  )");
  CHECK(checked.published() == "Chief Reading: High essential 2 \"Files.\" (base)\n");
}
