#include "session/manifest.h"

#include "support/test.h"

using namespace cadre;

namespace {

struct Read {
  SourceManager sources;
  Diagnostics diagnostics;
  session::Manifest manifest;

  explicit Read(std::string text) {
    manifest = session::parseManifest(sources, sources.add("cadre.toml", std::move(text)), diagnostics);
  }

  /// `line:column-column code message` of the only diagnostic.
  std::string only() {
    REQUIRE(diagnostics.all().size() == 1);
    const Diagnostic& it = diagnostics.all().front();
    const LineColumn begin = sources.position(it.span.file, it.span.begin);
    const LineColumn end = sources.position(it.span.file, it.span.end);
    return fmt::format("{}:{}-{} {} {}", begin.line, begin.column, end.column, it.code, it.message);
  }
};

}  // namespace

TEST_CASE("an empty manifest is a package with the newest edition") {
  Read read("");
  CHECK(read.diagnostics.empty());
  CHECK(read.manifest.isPackage);
  CHECK(read.manifest.edition == "2026");
  CHECK_FALSE(read.manifest.emit);
  CHECK_FALSE(read.manifest.output);
}

TEST_CASE("a manifest may say everything") {
  Read read(R"(# Everything.
[package]
name = "marketing"
edition = "2026"

[workspace]
members = ["core", "./teams/sales/"]

[dependencies]
acme.core = { path = "../core", version = "^2.0" }
"sfia" = { path = "../sfia" }

[dependencies.onet.work]
path = "../onet"

[build]
emit = ["json", "html"]
output = "out"

[emit.csv]
bom = true

[emit.markdown]
language = "fr"

[lint]
tier = "strict"
vague-verb = "error"
unused-allow = "off"
)");
  CHECK(read.diagnostics.empty());
  const session::Manifest& manifest = read.manifest;
  CHECK(manifest.isPackage);
  CHECK(manifest.name == "marketing");
  REQUIRE(manifest.members.size() == 2);
  CHECK(manifest.members[1].path == "teams/sales");
  REQUIRE(manifest.dependencies.size() == 3);
  CHECK(manifest.dependencies[0].framework == "acme.core");
  CHECK(manifest.dependencies[0].path == "../core");
  CHECK(manifest.dependencies[0].requirement == "^2.0");
  CHECK(read.sources.text(manifest.dependencies[0].span) == "acme.core");
  CHECK(read.sources.text(manifest.dependencies[0].requirementSpan) == "\"^2.0\"");
  CHECK(manifest.dependencies[1].framework == "sfia");
  CHECK(manifest.dependencies[2].framework == "onet.work");
  CHECK(*manifest.emit == std::vector<std::string>{"json", "html"});
  CHECK(*manifest.output == "out");
  const auto& csv = manifest.emitOptions.find("csv")->second;
  CHECK(csv.flag("bom", false));
  CHECK(csv.flag("guard", true));
  CHECK(manifest.emitOptions.find("markdown")->second.text("language") == "fr");
  REQUIRE(manifest.lint);
  CHECK(manifest.lint->tier() == lint::Tier::Strict);
  CHECK(manifest.lint->severity(lint::RuleId::VagueVerb) == Severity::Error);
  CHECK_FALSE(manifest.lint->isOn(lint::RuleId::UnusedAllow));
}

TEST_CASE("a workspace without a package is no package") {
  CHECK_FALSE(Read("[workspace]\nmembers = []\n").manifest.isPackage);
}

TEST_CASE("a dependency may stand in dotted lines") {
  Read read("[dependencies]\nacme.core.path = \"../core\"\nacme.core.version = \"~1.2\"\nacme.base.path = \"b\"\n");
  CHECK(read.diagnostics.empty());
  REQUIRE(read.manifest.dependencies.size() == 2);
  CHECK(read.manifest.dependencies[0].framework == "acme.core");
  CHECK(read.manifest.dependencies[0].requirement == "~1.2");
  CHECK(read.manifest.dependencies[1].framework == "acme.base");
}

TEST_CASE("unknown keys are errors with a suggestion") {
  Read top("[packages]\n");
  CHECK(top.only() == "1:2-10 E0902 `packages` is not a key of cadre.toml");
  CHECK(top.diagnostics.all().front().suggestions == std::vector<std::string>{"package"});
  CHECK(Read("[package]\nediton = \"2026\"\n").only() == "2:1-7 E0902 `editon` is not a key of `[package]`");
  CHECK(Read("[build]\nzzz = 1\n").only() == "2:1-4 E0902 `zzz` is not a key of `[build]`");
  CHECK(Read("[dependencies]\na.b = { path = \"x\", rev = \"1\" }\n").only() ==
        "2:21-24 E0902 `rev` is not a key of `[dependencies.a.b]`");
}

TEST_CASE("wrong types are errors at the value") {
  CHECK(Read("[package]\nedition = 2026\n").only() == "2:11-15 E0903 `edition` takes a text, and this is a number");
  CHECK(Read("package = 1\n").only() == "1:11-12 E0903 `package` takes a table, and this is a number");
  CHECK(Read("[build]\nemit = \"json\"\n").only() ==
        "2:8-14 E0903 `emit` takes a list of texts, and this is a text");
  CHECK(Read("[dependencies]\na.b = \"^1\"\n").only() == "2:7-11 E0903 `a.b` takes a table, and this is a text");
  CHECK(Read("[emit]\nhtml = true\n").only() == "2:8-12 E0903 `emit.html` takes a table, and this is true or false");
}

TEST_CASE("wrong values are errors") {
  CHECK(Read("[package]\nedition = \"2031\"\n").only() == "2:11-17 E0904 edition `2031` is not known to this cadre");
  Read output("[build]\nemit = [\"jsn\"]\n");
  CHECK(output.only() == "2:9-14 E0905 there is no output `jsn`");
  CHECK(output.diagnostics.all().front().suggestions == std::vector<std::string>{"json"});
  CHECK(Read("[emit.csv]\nbomb = true\n").only() == "2:1-5 E0902 `bomb` is not a key of `[emit.csv]`");
  CHECK(Read("[emit.html]\naccent = 1\n").only() == "2:1-7 E0902 `accent` is not a key of `[emit.html]`");
  CHECK(Read("[emit.csv]\nbom = \"yes\"\n").only() ==
        "2:7-12 E0903 `bom` takes true or false, and this is a text");
  CHECK(Read("[emit.markdown]\nlanguage = 1\n").only() ==
        "2:12-13 E0903 `language` takes a text, and this is a number");
  CHECK(Read("[emit.htlm]\n").only() == "1:7-11 E0905 there is no output `htlm`");
  CHECK(Read("[workspace]\nmembers = [\"../x\"]\n").only() ==
        "2:12-18 E0906 workspace member `../x` is not below the workspace");
  CHECK(Read("[dependencies]\na = { path = \"x\", version = \"new\" }\n").only() ==
        "2:29-34 E0907 `new` is not a range of versions");
  CHECK(Read("[dependencies]\na = { version = \"^1\" }\n").only() == "2:1-2 E0908 dependency `a` has no `path`");
  CHECK(Read("[build]\noutput = \"\"\n").only() == "2:10-12 E0911 `output` is empty");
}

TEST_CASE("what is not TOML is shown at its place") {
  Read read("[package]\nname = \n");
  CHECK(read.diagnostics.all().size() == 1);
  CHECK(read.only().substr(0, 2) == "2:");
  CHECK(read.only().find("E0901 this is not TOML: ") != std::string::npos);
  CHECK(Read("[package]\nname = \"\xff\"\n").diagnostics.hasErrors());
  CHECK(Read("[package\n").diagnostics.hasErrors());
  CHECK(Read("a = 1\na = 2\n").diagnostics.hasErrors());
}

TEST_CASE("columns count characters") {
  CHECK(Read("[build] # \u00e9\u20ac\nemit = [\"\u00e9\u20ac\U0001f600\", 3]\n").diagnostics.all().size() == 2);
  Read read("[build]\nemit = [\"json\", \"\u00e9\u20ac\U0001f600\"]\n");
  CHECK(read.only() == "2:17-22 E0905 there is no output `\u00e9\u20ac\U0001f600`");
}
