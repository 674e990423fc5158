#include "diag/apply_fixes.h"

#include "support/test.h"

using namespace cadre;

namespace {

constexpr diag::Kind<> problem{"Problem", "E0001", Severity::Error, "a problem"};

/// A file and the findings in it, each with one fix.
class Case {
public:
  explicit Case(std::string text) : file_(sources_.add("a.cadre", std::move(text))) {}

  Case& fix(std::vector<Edit> edits, bool safe = true) {
    Diagnostic diagnostic;
    diagnostic.span = edits.front().span;
    diagnostic.fixes.push_back({"mend it", safe, std::move(edits)});
    diagnostics_.add(std::move(diagnostic));
    return *this;
  }
  Case& replace(uint32_t begin, uint32_t end, std::string text, bool safe = true) {
    return fix({edit(begin, end, std::move(text))}, safe);
  }
  [[nodiscard]] Edit edit(uint32_t begin, uint32_t end, std::string text) const {
    return {{file_, begin, end}, std::move(text)};
  }

  /// The text after one round, and how many fixes were made.
  [[nodiscard]] std::pair<std::string, size_t> round() const {
    const auto fixes = chooseFixes(diagnostics_, [](FileId) { return true; });
    auto texts = applyFixes(sources_, fixes);
    return {texts.empty() ? sources_.text(file_).str() : texts.begin()->second, fixes.size()};
  }

private:
  SourceManager sources_;
  FileId file_;
  Diagnostics diagnostics_;
};

using Outcome = std::pair<std::string, size_t>;

}  // namespace

TEST_CASE("fixes of one text are made together") {
  CHECK(Case("abcdef").replace(4, 5, "E").replace(0, 1, "A").replace(2, 3, "").round() ==
        Outcome("AbdEf", 3));
}

TEST_CASE("of two fixes that overlap the first in the text is made") {
  CHECK(Case("abcdef").replace(2, 5, "X").replace(1, 3, "Y").round() == Outcome("aYdef", 1));
  CHECK(Case("abcdef").replace(0, 6, "X").replace(2, 2, "Y").round() == Outcome("X", 1));
  CHECK(Case("abcdef").replace(1, 3, "X").replace(1, 3, "Y").round() == Outcome("aXdef", 1));
}

TEST_CASE("fixes that touch are made together") {
  CHECK(Case("abcdef").replace(0, 2, "X").replace(2, 4, "Y").round() == Outcome("XYef", 2));
  CHECK(Case("abcdef").replace(2, 2, "<").replace(2, 4, "X").replace(4, 4, ">").round() ==
        Outcome("ab<X>ef", 3));
}

TEST_CASE("different insertions at one place have no order: the second waits") {
  CHECK(Case("ab").replace(1, 1, "X").replace(1, 1, "Y").round() == Outcome("aXb", 1));
}

TEST_CASE("an edit that two fixes share is made once") {
  CHECK(Case("ab").replace(1, 1, "X").replace(1, 1, "X").round() == Outcome("aXb", 2));
  Case both("ab cd");
  both.fix({both.edit(0, 2, "X"), both.edit(5, 5, "!")})
      .fix({both.edit(3, 5, "Y"), both.edit(5, 5, "!")});
  CHECK(both.round() == Outcome("X Y!", 2));
}

TEST_CASE("a fix is all of its edits or none") {
  Case test("abcdef");
  test.fix({test.edit(0, 1, "X"), test.edit(3, 5, "Y")})
      .fix({test.edit(1, 2, "Z"), test.edit(4, 6, "Z")});
  CHECK(test.round() == Outcome("XbcYf", 1));
}

TEST_CASE("an edit taken back makes room for another fix") {
  Case test("abcdef");
  test.fix({test.edit(0, 2, "X")})
      .fix({test.edit(1, 2, "Y"), test.edit(4, 5, "Y")})
      .replace(4, 5, "Z");
  CHECK(test.round() == Outcome("XcdZf", 2));
}

TEST_CASE("an unsafe fix is not made") {
  CHECK(Case("ab").replace(0, 1, "X", false).round() == Outcome("ab", 0));
}

TEST_CASE("of several safe fixes for one finding the first is made") {
  Diagnostics diagnostics;
  SourceManager sources;
  const FileId file = sources.add("a.cadre", "ab");
  diagnostics.report({file, 0, 1}, problem)
      .unsafeFix("guess", {file, 0, 1}, "?")
      .safeFix("one", {file, 0, 1}, "1")
      .safeFix("two", {file, 1, 2}, "2");
  const auto fixes = chooseFixes(diagnostics, [](FileId) { return true; });
  REQUIRE(fixes.size() == 1);
  CHECK(fixes.front().fix->title == "one");
}

TEST_CASE("a fix that reaches into a file that must not change is not made") {
  SourceManager sources;
  const FileId ours = sources.add("a.cadre", "ab");
  const FileId other = sources.add("b.cadre", "cd");
  Diagnostics diagnostics;
  Diagnostic diagnostic;
  diagnostic.fixes.push_back({"mend both", true, {{{ours, 0, 1}, "X"}, {{other, 0, 1}, "Y"}}});
  diagnostics.add(std::move(diagnostic));
  CHECK(chooseFixes(diagnostics, [&](FileId file) { return file == ours; }).empty());
  const auto fixes = chooseFixes(diagnostics, [](FileId) { return true; });
  const auto texts = applyFixes(sources, fixes);
  CHECK(texts.at(ours) == "Xb");
  CHECK(texts.at(other) == "Yd");
}
