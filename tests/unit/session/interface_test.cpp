#include "session/interface.h"

#include "support/test.h"

using namespace cadre;
using namespace cadre::session;

namespace {

const std::string core =
    "framework a.core \"Core\" {\n  version \"1.2.0\"\n}\n\ncompetency Work \"Work\"\n";
const std::string shop = "framework a.shop \"Shop\"\nuse a.core\n";

/// A package, and one that it uses.
struct Two {
  SourceManager sources;
  Input input;

  explicit Two(const std::vector<std::string>& below,
               const std::vector<std::string>& above = {shop}) {
    for (const auto* texts : {&above, &below}) {
      PackageInput& package = input.packages.emplace_back();
      for (const std::string& text : *texts)
        package.sources.push_back(sources.add("x.cadre", text));
    }
    input.packages.front().dependencies = {{"a.core", 1}};
  }

  std::string interface() {
    const Result result = check(sources, input);
    REQUIRE_FALSE(result.diagnostics.hasErrors());
    return llvm::cantFail(writeInterface(input, result));
  }
};

std::string interfaceOf(const std::vector<std::string>& texts) {
  SourceManager sources;
  Input input;
  PackageInput& package = input.packages.emplace_back();
  for (const std::string& text : texts) package.sources.push_back(sources.add("x.cadre", text));
  return llvm::cantFail(writeInterface(input, check(sources, input)));
}

std::optional<Interface> read(const std::string& text, std::string& code) {
  SourceManager sources;
  Diagnostics diagnostics;
  auto out = readInterface(sources, sources.add("x.interface", text), diagnostics);
  code = diagnostics.empty() ? "" : std::string(diagnostics.all().front().code);
  return out;
}

std::string codeOf(const std::string& text) {
  std::string code;
  CHECK_FALSE(read(text, code));
  return code;
}

}  // namespace

TEST_CASE("an interface is a head and the declarations") {
  const std::string text = interfaceOf({core});
  const size_t first = text.find('\n');
  CHECK(text.substr(first + 1) == core);
  CHECK(text.starts_with("// cadre interface 1 a.core 1.2.0 sha256:"));
  CHECK(interfaceOf({"framework a \"A\"\n"}).starts_with("// cadre interface 1 a - sha256:"));
}

TEST_CASE("comments, layout and files leave an interface as it is") {
  const std::string text = interfaceOf({core});
  CHECK(interfaceOf({"// A word.\nframework a.core \"C\\u{6F}re\" { version \"1.2.0\" }",
                     "competency   Work \"Work\" // More."}) == text);
  CHECK(interfaceOf({"competency Work \"Work\"",
                     "framework a.core \"Core\" { version \"1.2.0\" }"}) != text);
}

TEST_CASE("each use stands once, before all else, with the hash of what is used") {
  Two two({core}, {"framework a.shop \"Shop\"", "use a.core\nuse a.core as c", "use a.core"});
  const std::string text = two.interface();
  const std::string below = interfaceOf({core});
  const std::string hash = below.substr(below.find("sha256:"), 71);
  const std::string rest = text.substr(text.find('\n') + 1);
  CHECK(rest ==
        "// uses a.core " + hash + "\nuse a.core\nuse a.core as c\n\nframework a.shop \"Shop\"\n");
}

TEST_CASE("a package is the same whether what it uses was read from sources or from an interface") {
  const std::string below = interfaceOf({core});
  std::string code;
  const auto interface = read(below, code);
  REQUIRE(interface);
  CHECK(interface->framework == "a.core");
  CHECK(interface->uses.empty());
  Two fromInterface({below});
  fromInterface.input.packages.back().interfaceHash = interface->hash;
  CHECK(fromInterface.interface() == Two({core}).interface());
  const auto above = read(fromInterface.interface(), code);
  REQUIRE(above);
  CHECK(above->uses ==
        std::vector<std::pair<std::string, std::string>>{{"a.core", interface->hash}});
}

TEST_CASE("what is no error is not told of an interface") {
  const std::string old =
      core + "competency Old \"Old\" { was Older }\ncompetency New \"New\" { part of Older }\n";
  Two sources({old});
  CHECK(check(sources.sources, sources.input).diagnostics.count(Severity::Warning) == 1);
  Two interfaces({old});
  interfaces.input.packages.back().interfaceHash = "x";
  CHECK(check(interfaces.sources, interfaces.input).diagnostics.empty());
}

TEST_CASE("every byte of an interface is under its hash") {
  const std::string text = Two({core}).interface();
  std::string code;
  REQUIRE(read(text, code));
  for (size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = changed[i] == 'x' ? 'y' : 'x';
    CHECK_FALSE(read(changed, code));
    CHECK_FALSE(read(text.substr(0, i), code));
  }
}

TEST_CASE("what is no interface is told apart from what was one") {
  CHECK(codeOf("") == "E0970");
  CHECK(codeOf(core) == "E0970");
  CHECK(codeOf("// cadre interface") == "E0970");
  CHECK(codeOf("// cadre interface 2 a.core 1.0.0") == "E0971");
  CHECK(codeOf("// cadre interface 1 a.core 1.0.0") == "E0972");
  CHECK(codeOf("// cadre interface 1 a.core 1.0.0 sha256:00\n") == "E0972");
}
