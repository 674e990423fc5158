#include "source/toml_reader.h"

#include "support/test.h"

using namespace cadre;

namespace {

/// The text of the file that the place of a key's value covers.
std::string textOf(const std::string& text, const char* key) {
  SourceManager sources;
  const FileId file = sources.add("a.toml", text);
  const toml::parse_result parsed = toml::parse(std::string_view(sources.text(file)));
  REQUIRE(parsed);
  return sources.text(toml_reader::spanOf(sources, file, parsed.table().get(key)->source())).str();
}

/// The part of the text that is shown, and why it is no TOML.
std::string fault(const std::string& text) {
  SourceManager sources;
  const FileId file = sources.add("a.toml", text);
  const toml::parse_result parsed = toml::parse(std::string_view(sources.text(file)));
  if (parsed) return "none";
  const toml_reader::Fault found = toml_reader::faultOf(sources, file, parsed.error());
  return sources.text(found.span).str() + " | " + found.reason;
}

}  // namespace

TEST_CASE("places are those of the bytes, whatever stands before them") {
  CHECK(textOf("a = 1\nb = \"two\"\n", "b") == "\"two\"");
  CHECK(textOf("a = \"é😀\"\nb = [1, 2]", "b") == "[1, 2]");
  CHECK(textOf("# é😀\r\nb = 'x'", "b") == "'x'");
  CHECK(textOf("\"é😀\" = true", "é😀") == "true");
}

TEST_CASE("a place behind the end is the end") {
  SourceManager sources;
  const FileId file = sources.add("a.toml", "a = 1");
  const Span span = toml_reader::spanOf(sources, file, {{9, 1}, {9, 4}, nullptr});
  CHECK(span.begin == 5);
  CHECK(span.end == 5);
  CHECK(toml_reader::spanOf(sources, file, {}).begin == 0);
}

TEST_CASE("types have words that follow `not`") {
  const toml::parse_result parsed = toml::parse(
      "a = {}\nb = []\nc = ''\nd = 1\ne = 1.5\nf = true\ng = 2026-01-02\n"
      "h = 10:00:00\ni = 2026-01-02T10:00:00");
  std::vector<std::string> words;
  for (const auto& [key, value] : parsed.table())
    words.push_back(toml_reader::typeName(value).str());
  CHECK(words == std::vector<std::string>{"a table", "a list", "a text", "a number", "a number",
                                          "true or false", "a date", "a time", "a date"});
}

TEST_CASE("a reason names neither the parser nor ends in a period") {
  for (const char* wrong : {"a = ", "a = 1\na = 2", "[", "a = \"x", "a b = 1"}) {
    CAPTURE(wrong);
    const std::string said = fault(wrong);
    CHECK_FALSE(said.empty());
    CHECK_FALSE(llvm::StringRef(said).contains("Error while"));
    CHECK_FALSE(llvm::StringRef(said).ends_with("."));
  }
}

TEST_CASE("missing quotes are said to be missing") {
  CHECK(fault("name = Marketing team # ours") ==
        "Marketing team | a text is written in straight quotes: `name = \"Marketing team\"`");
  CHECK(fault("a = 1\n\nname = “Größe”\nb = 2") ==
        "“Größe” | a text is written in straight quotes: `name = \"Größe\"`");
  CHECK(fault("größe = 1") ==
        "größe | a key of more than A to Z, digits, `-` and `_` is written in "
        "quotes: `\"größe\"`");
  CHECK(fault("Job title = \"x\"") ==
        "Job title | a key of more than A to Z, digits, `-` and `_` is "
        "written in quotes: `\"Job title\"`");
  for (const char* other : {"a = 1,5", "a = 2026-13-01", "a = 'x", "a = [b]", "a = \"b\" c"}) {
    CAPTURE(other);
    CHECK(fault(other).find("quotes") == std::string::npos);
  }
}

// toml++ itself assumes of these that they cannot be.
TEST_CASE(
    "letters beyond ASCII are wrong outside of quotes, and right inside wherever they stand") {
  for (const char* wrong :
       {"é = 1", "a é = 1", "[é]", "[a.é]", "[!]", "[[=]]", "[", "a = é", "a = [1, é]", "a = {é=1}",
        "a = 1 é", "[a] é", "か = 1", "a.! = 1", "\xEF\xB8\x8F = 1"}) {
    CAPTURE(wrong);
    CHECK(fault(wrong) != "none");
  }
  for (const char* right : {"a = \"é\"", "\"é\" = 1", "a = \"\"\"x\\\n  §\"\"\"", "a = '''\né'''",
                            "a = 1 # é", "['é']"}) {
    CAPTURE(right);
    CHECK(fault(right) == "none");
  }
}
