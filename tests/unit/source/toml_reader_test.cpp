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

std::string reason(const std::string& text) {
  const toml::parse_result parsed = toml::parse(text);
  REQUIRE_FALSE(parsed);
  return toml_reader::reasonOf(parsed.error());
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
    const std::string said = reason(wrong);
    CHECK_FALSE(said.empty());
    CHECK_FALSE(llvm::StringRef(said).contains("Error while"));
    CHECK_FALSE(llvm::StringRef(said).ends_with("."));
  }
}
