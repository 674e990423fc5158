#include "lint/baseline.h"

#include "support/test.h"

#include <fmt/format.h>

using namespace cadre;
using namespace cadre::lint;

namespace {

Baseline read(const std::string& text, std::vector<std::string>* faults = nullptr) {
  SourceManager sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("lint-baseline.json", text);
  Baseline out = readBaseline(sources, file, diagnostics);
  for (const Diagnostic& it : diagnostics.all()) {
    const LineColumn at = sources.position(file, it.span.begin);
    if (faults) faults->push_back(fmt::format("{} {}:{} {}", it.code, at.line, at.column, it.message));
  }
  if (!faults) CHECK(diagnostics.empty());
  return out;
}

/// What is wrong with a file, which then gives nothing.
std::string faultOf(const std::string& text) {
  std::vector<std::string> faults;
  CHECK(read(text, &faults).entries.empty());
  REQUIRE(faults.size() == 1);
  return faults.front();
}

std::string entry(const std::string& more) {
  return "{ \"formatVersion\": 1, \"findings\": [ { \"rule\": \"r\", \"declaration\": \"d\", \"text\": \"t\"" + more + " } ] }";
}

}  // namespace

TEST_CASE("a baseline is an entry a line, sorted and counted, and reads back") {
  const std::string text = writeBaseline({{"vague-verb", {"a.X", "Knows."}, {}, 1},
                                          {"long-statement", {"a.Y", "Says \"so\" \\ and\tso: é"}, {}, 1},
                                          {"vague-verb", {"", "Knows."}, {}, 1},
                                          {"vague-verb", {"a.X", "Knows."}, {}, 2}});
  CHECK(text ==
        "{\n"
        "  \"formatVersion\": 1,\n"
        "  \"findings\": [\n"
        "    { \"rule\": \"long-statement\", \"declaration\": \"a.Y\", \"text\": \"Says \\\"so\\\" \\\\ and\\u0009so: é\" },\n"
        "    { \"rule\": \"vague-verb\", \"declaration\": \"\", \"text\": \"Knows.\" },\n"
        "    { \"rule\": \"vague-verb\", \"declaration\": \"a.X\", \"text\": \"Knows.\", \"count\": 3 }\n"
        "  ]\n"
        "}\n");
  const Baseline again = read(text);
  CHECK(again.entries == std::vector<BaselineEntry>{{"long-statement", {"a.Y", "Says \"so\" \\ and\tso: é"}, {}, 1},
                                                    {"vague-verb", {"", "Knows."}, {}, 1},
                                                    {"vague-verb", {"a.X", "Knows."}, {}, 3}});
  CHECK(writeBaseline(again.entries) == text);
}

TEST_CASE("a finding that several things have in common names them all") {
  const std::string text = writeBaseline({{"r", {"a.X", ""}, {{"a.Y", "t"}, {"a.Z", ""}}, 1}});
  CHECK(text ==
        "{\n"
        "  \"formatVersion\": 1,\n"
        "  \"findings\": [\n"
        "    { \"rule\": \"r\", \"declaration\": \"a.X\", \"text\": \"\", \"with\": ["
        " { \"declaration\": \"a.Y\", \"text\": \"t\" }, { \"declaration\": \"a.Z\", \"text\": \"\" } ] }\n"
        "  ]\n"
        "}\n");
  CHECK(read(text).entries == std::vector<BaselineEntry>{{"r", {"a.X", ""}, {{"a.Y", "t"}, {"a.Z", ""}}, 1}});
}

TEST_CASE("a baseline of nothing") {
  CHECK(writeBaseline({}) == "{\n  \"formatVersion\": 1,\n  \"findings\": []\n}\n");
  CHECK(read(writeBaseline({})).entries.empty());
}

TEST_CASE("bytes of texts survive") {
  std::string all;
  for (char c = 1; c < 127; ++c) all += c;
  all += "\xC2\xA0\xE2\x80\xA8\xF0\x9F\x99\x82";
  CHECK(read(writeBaseline({{"r", {all, all}, {}, 1}})).entries == std::vector<BaselineEntry>{{"r", {all, all}, {}, 1}});
}

TEST_CASE("further members do not matter, their order neither") {
  CHECK(read("{\"findings\":[{\"text\":\"t\",\"by\":1,\"declaration\":\"d\",\"rule\":\"r\"}],\"formatVersion\":1,\"x\":2}")
            .entries == std::vector<BaselineEntry>{{"r", {"d", "t"}, {}, 1}});
}

TEST_CASE("what is no baseline is told with why") {
  CHECK(llvm::StringRef(faultOf("")).starts_with("E0916 1:1 "));
  CHECK(llvm::StringRef(faultOf("{\n<<<<<<< ours\n}")).starts_with("E0916 2:"));
  CHECK(llvm::StringRef(faultOf("[]")).ends_with("it has no `formatVersion`"));
  CHECK(llvm::StringRef(faultOf("{}")).ends_with("it has no `formatVersion`"));
  CHECK(llvm::StringRef(faultOf("{\"formatVersion\": 2, \"findings\": []}")).contains("`formatVersion` is 2"));
  CHECK(llvm::StringRef(faultOf("{\"formatVersion\": 1}")).ends_with("it has no list `findings`"));
  CHECK(llvm::StringRef(faultOf("{\"formatVersion\": 1, \"findings\": {}}")).ends_with("it has no list `findings`"));
  for (const char* value : {"3", "null", "{}", "{\"rule\": \"r\", \"text\": \"t\"}", "{\"rule\": 1, \"declaration\": \"\", \"text\": \"\"}"})
    CHECK(llvm::StringRef(faultOf(std::string("{\"formatVersion\": 1, \"findings\": [") + value + "]}")).contains("an entry lacks"));
  for (const char* value : {"3", "[]", "{}", "[1]", "[{\"text\": \"t\"}]"})
    CHECK(llvm::StringRef(faultOf(entry(std::string(", \"with\": ") + value))).contains("`with`"));
  CHECK(read(entry(", \"count\": 7")).entries.front().count == 7);
  for (const char* value : {"0", "-1", "\"2\"", "1.5", "null", "99999999999", "1e400"})
    CHECK(llvm::StringRef(faultOf(entry(std::string(", \"count\": ") + value))).starts_with("E0916"));
}
