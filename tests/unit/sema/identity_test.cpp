#include "parse/parse.h"
#include "sema/sema.h"
#include "support/test.h"

using namespace cadre;

namespace {

/// The key of a declaration of `acme.press`, by its kind and name.
template <class Record>
std::string keyOf(const std::string& text, Table<Record> model::Tables::*table, llvm::StringRef name) {
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
