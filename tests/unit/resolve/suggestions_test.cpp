#include "parse/parse.h"
#include "resolve/failures.h"
#include "support/test.h"

using namespace cadre;

namespace {

constexpr auto core = R"(
  framework acme.core "Core"
  competency Teamwork "Working in teams"
  competency Listening "Active listening" { was Hearing }
  category Values "Values" { category Inner "Inner" }
  kind craft "Craft"
)";
constexpr auto extra = R"(
  framework acme.extra "Extra"
  competency Singing "Singing"
)";

/// What is offered for a name that stands for nothing, in a package that uses `acme.core` as `core`
/// and whose manifest names `acme.extra`, too.
struct Offered {
  SourceManager sources;
  Diagnostics diagnostics;
  std::vector<std::unique_ptr<syntax::File>> files;

  std::vector<std::string> names(llvm::StringRef name, resolve::SymbolKind kind) {
    resolve::PackageTrees own = package(R"(
      framework acme.press "Press"
      use acme.core as core
      competency MediaRelations "Press work"
      competency Interviewing "Interviews" { was Interrogating }
      category Media "Media" { category Radio "Radio" }
      family Teams "Teams"
    )");
    own.dependencies = {{"acme.core", 1}, {"acme.extra", 2}};
    const std::vector packages = {own, package(core), package(extra)};
    const resolve::Names all(packages, diagnostics);
    resolve::Failures failures(all, diagnostics);
    syntax::QualifiedName written;
    llvm::SmallVector<syntax::Identifier, 4> parts;
    for (auto rest = name; !rest.empty();) {
      const auto [part, next] = rest.split('.');
      parts.push_back({part, {FileId(0), 0, 0}});
      rest = next;
    }
    written.parts = parts;
    written.text = name;
    written.span = {FileId(0), 0, 0};
    CHECK_FALSE(all.resolve(0, written, kind, failures));
    failures.report();
    REQUIRE(diagnostics.all().size() == 1);
    return diagnostics.all().front().suggestions;
  }

private:
  resolve::PackageTrees package(const char* text) {
    const FileId id = sources.add("test.cadre", text);
    files.push_back(parse::parse(sources, id, diagnostics));
    resolve::PackageTrees trees;
    trees.files.push_back(files.back().get());
    return trees;
  }
};

std::vector<std::string> offers(llvm::StringRef name,
                                resolve::SymbolKind kind = resolve::SymbolKind::Competency) {
  return Offered().names(name, kind);
}
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("names are offered whatever their case and dashes") {
  CHECK(offers("mediarelations") == List{"MediaRelations"});
  CHECK(offers("media-relations") == List{"MediaRelations"});
  CHECK(offers("MediaRelatons") == List{"MediaRelations"});
}

TEST_CASE("titles and old names lead to the name") {
  CHECK(offers("PressWork") == List{"MediaRelations"});
  CHECK(offers("Interogating") == List{"Interviewing"});
  CHECK(offers("ActiveListening") == List{"core.Listening"});
}

TEST_CASE("names of packages in use are offered as they are written here") {
  CHECK(offers("Teamwork") == List{"core.Teamwork"});
  CHECK(offers("Teamwrk") == List{"core.Teamwork"});
  CHECK(offers("cor.Teamwork") == List{"core.Teamwork"});
  CHECK(offers("core.Teamwrk") == List{"core.Teamwork"});
  CHECK(offers("acme.core.Teamwrk") == List{"acme.core.Teamwork"});
  CHECK(offers("acme.coer.Teamwork") == List{"acme.core.Teamwork"});
  CHECK(offers("core.MediaRelations") == List{"MediaRelations"});
}

TEST_CASE("nested names are offered with their parents") {
  CHECK(offers("Radio", resolve::SymbolKind::Category) == List{"Media.Radio"});
  CHECK(offers("Inner", resolve::SymbolKind::Category) == List{"core.Values.Inner"});
  CHECK(offers("Media.Raido", resolve::SymbolKind::Category) == List{"Media.Radio"});
}

TEST_CASE("words of the language are offered where they may stand") {
  CHECK(offers("technicl", resolve::SymbolKind::Kind) == List{"technical"});
  CHECK(offers("crft", resolve::SymbolKind::Kind) == List{"core.craft"});
  CHECK(offers("non", resolve::SymbolKind::Scale) == List{"none"});
}

TEST_CASE("nothing is offered of another kind, or of a package that is not in use") {
  CHECK(offers("Teams").empty());
  CHECK(offers("Singing").empty());
}
