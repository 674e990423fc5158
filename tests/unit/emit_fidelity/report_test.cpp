#include "emit/fidelity/report.h"

#include "model/builder.h"
#include "support/memory_sink.h"
#include "support/test.h"
#include "support/thorny_model.h"

#include <llvm/Support/JSON.h>

using namespace cadre;
using namespace cadre::emit::fidelity;

namespace {

constexpr llvm::StringRef leftOut = "there is no room";

Verdict loseAll(Fact, model::DeclKind) { return {Loss::LeftOut, leftOut}; }

}  // namespace

TEST_CASE("a tally keeps the first ids, each once") {
  Tally tally;
  tally.add("a", 0);
  CHECK(tally.examples.empty());
  for (const char* id : {"b", "b", "c", "d", "e"}) tally.add(id, 2);
  CHECK(tally.count == 10);
  CHECK(tally.examples == llvm::SmallVector<std::string, 3>{"b", "c", "d"});
}

TEST_CASE("what is not there is not lost") {
  model::ModelBuilder builder;
  model::Framework home;
  home.framework = model::FrameworkId(0);
  home.key = home.name = "a";
  builder.tables().frameworks.add(home);
  const model::Model model = std::move(builder).freeze();
  const model::Publication publication(model);
  Report report("paper", publication);
  report.judge(Census(publication), loseAll);
  REQUIRE(report.entries().size() == 1);
  CHECK(report.entries().front().what == "ids");

  Report carriesAll("paper", publication);
  carriesAll.judge(Census(publication), [](Fact, model::DeclKind) { return carried; });
  CHECK(carriesAll.entries().empty());
  CHECK(llvm::StringRef(carriesAll.markdown()).ends_with("Nothing of this framework is lost.\n"));
}

TEST_CASE("both forms say the same, of hostile texts as well") {
  const model::Model model = test::thornyModel();
  const model::Publication publication(model, {.drafts = true});
  const Census census(publication);
  Report report("paper", publication);
  report.judge(census, loseAll);
  report.add({"pages", Loss::Cut, "pages", "they are long", {}});
  CHECK(report.entries().size() > 30);

  const auto json = llvm::cantFail(llvm::json::parse(report.json()));
  const auto* losses = json.getAsObject()->getArray("losses");
  REQUIRE(losses);
  REQUIRE(losses->size() == report.entries().size());
  const std::string markdown = report.markdown();
  for (const auto& loss : *losses) {
    const std::string line = "- **" + loss.getAsObject()->getString("words")->str() + "** (" +
                             std::to_string(*loss.getAsObject()->getInteger("count")) + "): there is no room.";
    CHECK(llvm::StringRef(markdown).contains(line));
  }
}

TEST_CASE("a report is two files of its folder") {
  const model::Model model = test::thornyModel();
  test::MemorySink sink;
  llvm::cantFail(Report("paper", model::Publication(model)).write(sink, "paper/"));
  CHECK(sink.files.size() == 2);
  CHECK_FALSE(sink["paper/fidelity.json"].empty());
  CHECK_FALSE(sink["paper/fidelity.md"].empty());
}

TEST_CASE("names of facts are distinct") {
  for (const Fact fact : allFacts()) {
    for (const Fact other : allFacts()) CHECK((name(fact) == name(other)) == (fact == other));
  }
}
