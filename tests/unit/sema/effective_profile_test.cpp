#include "parse/parse.h"
#include "sema/sema.h"
#include "support/test.h"

using namespace cadre;

namespace {

/// A model with what precedes it: levels Basic, Firm and Top, competencies Swimming and Radio.
struct Checked {
  SourceManager sources;
  Diagnostics diagnostics;
  std::unique_ptr<syntax::File> file;
  std::optional<model::Model> model;

  explicit Checked(const std::string& profiles) {
    const FileId id = sources.add("test.cadre", R"(
      framework north.ferry "Ferry line" { scale Skill }
      scale Skill "Skill" { level Basic "Basic" level Firm "Firm" level Top "Top" }
      competency Swimming "Swimming"
      competency Radio "Radio"
    )" + profiles);
    file = parse::parse(sources, id, diagnostics);
    resolve::PackageTrees trees;
    trees.files.push_back(file.get());
    const resolve::Names names(trees, diagnostics);
    model = sema::check(names, diagnostics);
    REQUIRE(diagnostics.empty());
    REQUIRE(model);
  }

  /// `Firm essential 3 "Reason"` of the only requirement of a profile.
  std::string only(llvm::StringRef name) const {
    for (const model::Profile& profile : model->tables().profiles) {
      if (profile.name != name) continue;
      REQUIRE(profile.requirements.size() == 1);
      const model::Requirement& it = profile.requirements.front();
      return fmt::format("{} {} {} \"{}\"", model->display(it.level), model::word(it.importance),
                         it.weight.value_or(0), it.because.plain);
    }
    return {};
  }
};

}  // namespace

TEST_CASE("the own line gives weight and reason, else the one that decided, else the first") {
  const Checked checked(R"(
    abstract profile Crew "Crew" { requires Swimming at Basic weight 2 because "All swim." }
    abstract profile Diver "Diver" { requires Swimming at Top because "It is the work." }
    abstract profile Boatman "Boatman" { requires Swimming at Firm }
    profile Heir "Heir" extends Crew, Diver
    profile Rower "Rower" extends Crew, Boatman
    profile Own "Own" extends Crew, Diver { requires Swimming at Top weight 5 because "Own." }
  )");
  CHECK(checked.only("Heir") == "Top essential 2 \"It is the work.\"");
  CHECK(checked.only("Rower") == "Firm essential 2 \"All swim.\"");
  CHECK(checked.only("Own") == "Top essential 5 \"Own.\"");
}

TEST_CASE("a reason for lowering comes behind that of the line that decided") {
  const Checked checked(R"(
    abstract profile Crew "Crew" { requires Swimming at Firm }
    profile Stoker "Stoker" extends Crew { lowers Swimming to Basic because "Below deck." }
    profile Mate "Mate" extends Stoker
    profile Apprentice "Apprentice" extends Stoker { requires Swimming at Top }
    profile Bosun "Bosun" extends Stoker, Crew
    profile Cook "Cook" extends Crew { lowers Swimming to desired because "In the galley." }
    profile Baker "Baker" extends Cook
    profile Steward "Steward" extends Cook, Crew
  )");
  CHECK(checked.only("Stoker") == "Basic essential 0 \"Below deck.\"");
  CHECK(checked.only("Mate") == "Basic essential 0 \"Below deck.\"");
  CHECK(checked.only("Apprentice") == "Top essential 0 \"Below deck.\"");
  CHECK(checked.only("Bosun") == "Firm essential 0 \"Below deck.\"");
  CHECK(checked.only("Cook") == "Firm desired 0 \"In the galley.\"");
  CHECK(checked.only("Baker") == "Firm desired 0 \"In the galley.\"");
  CHECK(checked.only("Steward") == "Firm essential 0 \"In the galley.\"");
}

TEST_CASE("weight and reason come from the own line, from what decided, from the first that has one") {
  const Checked checked(R"(
    abstract profile Plain "Plain" { requires Swimming at Basic weight 9 because "First." }
    abstract profile Deep "Deep" { requires Swimming at Firm desired weight 2 because "Deep." }
    abstract profile Same "Same" { requires Swimming at Firm weight 3 because "Same." }
    abstract profile Bare "Bare" { requires Swimming at Top }
    profile Equal "Equal" extends Plain, Deep { requires Swimming at Firm }
    profile Tie "Tie" extends Deep, Same
    profile None "None" extends Bare, Deep, Plain
    abstract profile Less "Less" extends Deep { lowers Swimming to optional because "Less." }
    profile Over "Over" extends Less, Bare
    profile Under "Under" extends Plain, Less
    profile Own "Own" extends Plain, Deep { lowers Swimming to Basic because "Own." }
  )");
  CHECK(checked.only("Equal") == "Firm essential 2 \"Deep.\"");
  CHECK(checked.only("Tie") == "Firm essential 2 \"Deep.\"");
  CHECK(checked.only("None") == "Top essential 2 \"Deep.\"");
  CHECK(checked.only("Over") == "Top essential 2 \"Deep.\"");
  CHECK(checked.only("Under") == "Firm essential 2 \"Deep.\"");
  CHECK(checked.only("Own") == "Basic essential 9 \"Own.\"");
}

TEST_CASE("a rule that decides gives its reason") {
  const Checked checked(R"(
    every profile { requires Radio at Firm because "The law." }
    profile Stoker "Stoker" { requires Radio at Basic }
    profile Mate "Mate" extends Stoker
    profile Captain "Captain" { requires Radio at Top weight 4 }
  )");
  CHECK(checked.only("Stoker") == "Firm essential 0 \"The law.\"");
  CHECK(checked.only("Mate") == "Firm essential 0 \"The law.\"");
  CHECK(checked.only("Captain") == "Top essential 4 \"The law.\"");
}
