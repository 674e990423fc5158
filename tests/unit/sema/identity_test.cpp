#include "parse/parse.h"
#include "sema/sema.h"
#include "support/test.h"

using namespace cadre;

namespace {

/// The key of a declaration of `acme.press`, by its kind and name.
template <class Record>
std::string keyOf(const std::string& text, Table<Record> model::Tables::*table,
                  llvm::StringRef name) {
  SourceManager sources;
  Diagnostics diagnostics;
  const FileId id = sources.add("test.cadre", "framework acme.press \"Press\"\n" + text);
  const auto file = parse::parse(sources, id, diagnostics);
  resolve::PackageTrees trees;
  trees.files.push_back(file.get());
  const resolve::Names names(trees, diagnostics);
  const auto model = sema::check(names, diagnostics);
  REQUIRE(diagnostics.empty());
  REQUIRE(model);
  for (const Record& record : model->tables().*table) {
    if (record.name == name) return record.key.str();
  }
  return {};
}

std::string category(const std::string& text, llvm::StringRef name) {
  return keyOf(text, &model::Tables::categories, name);
}

}  // namespace

TEST_CASE("a key keeps the oldest name") {
  const std::string text = R"(competency C "C" { was B, A })";
  CHECK(keyOf(text, &model::Tables::competencies, "C") == "acme.press.A");
}

TEST_CASE("what is replaced may be gone, also from another package") {
  SourceManager sources;
  Diagnostics diagnostics;
  const auto parse = [&](const char* name, const char* text) {
    return parse::parse(sources, sources.add(name, text), diagnostics);
  };
  const auto own = parse("own.cadre", R"(framework acme.press "Press"
use acme.core as core
use acme.tools
competency A "A" { replaces Gone, core.Gone, acme.tools.Gone.Deep, acme.core.There, Place.Gone }
)");
  const auto core =
      parse("core.cadre", "framework acme.core \"Core\"\ncompetency There \"There\"\n");
  const auto tools = parse("tools.cadre", "framework acme.tools \"Tools\"\n");
  std::vector<resolve::PackageTrees> packages(3);
  packages[0].files.push_back(own.get());
  packages[0].dependencies = {{"acme.core", 1}, {"acme.tools", 2}};
  packages[1].files.push_back(core.get());
  packages[2].files.push_back(tools.get());
  const resolve::Names names(packages, diagnostics);
  const auto model = sema::check(names, diagnostics);
  REQUIRE(diagnostics.empty());
  const auto& competencies = model->tables().competencies;
  const auto found = llvm::find_if(competencies, [](const auto& it) { return it.name == "A"; });
  CHECK(found->replaces ==
        llvm::ArrayRef<llvm::StringRef>{"acme.press.Gone", "acme.core.Gone", "acme.tools.Gone.Deep",
                                        "acme.core.There", "acme.press.Place.Gone"});
}

TEST_CASE("what stands in a renamed category keeps its key") {
  const std::string text = R"(
    category Media "Media" {
      was Press
      category Radio "Radio" { category Live "Live" { was Direct } }
    }
  )";
  CHECK(category(text, "Media") == "acme.press.Press");
  CHECK(category(text, "Media.Radio") == "acme.press.Press.Radio");
  CHECK(category(text, "Media.Radio.Live") == "acme.press.Press.Radio.Direct");
}

TEST_CASE("what moved says where it stood, whatever that is called today") {
  const std::string text = R"(
    category Sound "Sound" { category Radio "Radio" { was Media.Radio } }
    category Media "Media" { was Press }
    category Print "Print" { was Gone.Paper }
  )";
  CHECK(category(text, "Sound.Radio") == "acme.press.Press.Radio");
  CHECK(category(text, "Print") == "acme.press.Gone.Paper");
}

TEST_CASE("an identity of one's own is the whole key, and not that of what stands inside") {
  const std::string text = R"(
    category Media "Media" { id "urn:media" category Radio "Radio" }
  )";
  CHECK(category(text, "Media") == "urn:media");
  CHECK(category(text, "Media.Radio") == "acme.press.Media.Radio");
}
