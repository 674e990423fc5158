#include "session/fix.h"

#include "support/test.h"

#include <functional>

using namespace cadre;

namespace {

constexpr diag::Kind<> problem{"Problem", "E0001", Severity::Error, "a problem"};

/// One file, and findings that a function makes of its text.
struct Case {
  using Find = std::function<void(llvm::StringRef, FileId, Diagnostics&)>;

  explicit Case(std::string text) { file = sources.add("a.cadre", std::move(text)); }

  session::Fixed run(const Find& find) {
    return session::fixAll(
        sources, [](FileId) { return true; },
        [&]() -> const Diagnostics& {
          ++checks;
          found = {};
          find(sources.text(file), file, found);
          return found;
        });
  }

  SourceManager sources;
  FileId file;
  Diagnostics found;
  unsigned checks = 0;
};

}  // namespace

TEST_CASE("rounds go on until nothing more can be fixed") {
  Case test("// aaab");
  const auto fixed = test.run([](llvm::StringRef text, FileId file, Diagnostics& out) {
    const auto at = static_cast<uint32_t>(text.find('a'));
    if (text.contains('a'))
      out.report({file, at, at + 1}, problem).safeFix("remove it", {file, at, at + 1}, "");
  });
  CHECK(test.sources.text(test.file) == "// b");
  CHECK(fixed.problems == 3);
  CHECK(fixed.changed == std::vector<FileId>{test.file});
  CHECK(fixed.faults.empty());
  CHECK(test.checks == 4);
  CHECK(test.found.empty());
}

TEST_CASE("a BOM and the ends of lines stay") {
  Case test("\xEF\xBB\xBF// a\r\n// b\r\n");
  test.run([](llvm::StringRef text, FileId file, Diagnostics& out) {
    if (text[3] == 'a') out.report({file, 3, 4}, problem).safeFix("write `c`", {file, 3, 4}, "c");
  });
  CHECK(test.sources.text(test.file) == "// c\r\n// b\r\n");
  CHECK(test.sources.get(test.file).hadBom);
}

TEST_CASE("fixes that undo one another end, and are a fault of ours") {
  Case test("// a");
  const auto fixed = test.run([](llvm::StringRef text, FileId file, Diagnostics& out) {
    out.report({file, 3, 4}, problem).safeFix("turn it", {file, 3, 4}, text[3] == 'a' ? "b" : "a");
  });
  CHECK(test.sources.text(test.file) == "// b");
  REQUIRE(fixed.faults.size() == 1);
  CHECK(fixed.faults.front() == "the fixes of E0001 undo one another");
}

TEST_CASE("fixing ends after a bounded number of rounds") {
  Case test("// ");
  const auto fixed = test.run([](llvm::StringRef text, FileId file, Diagnostics& out) {
    const auto end = static_cast<uint32_t>(text.size());
    out.report({file, end, end}, problem).safeFix("add one", {file, end, end}, "x");
  });
  CHECK(test.sources.text(test.file).size() == 3 + session::mostFixRounds);
  CHECK(fixed.isCutShort);
  CHECK(test.checks == session::mostFixRounds + 1);
}

TEST_CASE("a fix that spoils the syntax of a file is not made, and is a fault of ours") {
  Case test("competency X \"X\"\n");
  const auto fixed = test.run([](llvm::StringRef, FileId file, Diagnostics& out) {
    out.report({file, 0, 1}, problem).safeFix("spoil it", {file, 0, 1}, "}");
  });
  CHECK(test.sources.text(test.file) == "competency X \"X\"\n");
  CHECK(fixed.problems == 0);
  CHECK(fixed.changed.empty());
  REQUIRE(fixed.faults.size() == 1);
  CHECK(fixed.faults.front() ==
        "a fix of E0001 would spoil the syntax of `a.cadre`; it was not made");
}

TEST_CASE("a file with syntax errors may keep others after a fix") {
  Case test("} } competency X \"X\"\n");
  const auto fixed = test.run([](llvm::StringRef text, FileId file, Diagnostics& out) {
    if (text.starts_with("} }"))
      out.report({file, 0, 1}, problem).safeFix("remove it", {file, 0, 2}, "");
  });
  CHECK(test.sources.text(test.file) == "} competency X \"X\"\n");
  CHECK(fixed.faults.empty());
}

TEST_CASE("a fix over two files is not made in one of them alone") {
  Case test("competency X \"X\"\n");
  const FileId second = test.sources.add("b.cadre", "// b\n");
  bool done = false;
  const auto fixed = test.run([&](llvm::StringRef, FileId file, Diagnostics& out) {
    if (done) return;
    Diagnostic diagnostic;
    diagnostic.code = "E0001";
    diagnostic.fixes.push_back({"both", true, {{{file, 0, 1}, "}"}, {{second, 3, 4}, "c"}}});
    out.add(std::move(diagnostic));
  });
  done = true;
  CHECK(test.sources.text(second) == "// b\n");
  CHECK(fixed.faults.size() == 1);
}

TEST_CASE("a fix that brings further syntax errors is left out, and the others are made") {
  Case test("} // a b c d\n");
  const auto fixed = test.run([](llvm::StringRef text, FileId file, Diagnostics& out) {
    for (const char letter : {'a', 'b', 'c', 'd'}) {
      const auto at = static_cast<uint32_t>(text.find(letter));
      if (!text.contains(letter)) continue;
      out.report({file, at, at + 1}, problem).safeFix("mend it", {file, at, at + 1}, letter == 'c' ? "\n}" : "x");
    }
  });
  CHECK(test.sources.text(test.file) == "} // x x c x\n");
  CHECK(fixed.problems == 3);
  CHECK(fixed.faults.empty());
  CHECK(test.found.all().size() == 1);
}
