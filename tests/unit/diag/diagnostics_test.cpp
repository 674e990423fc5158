#include "diag/diagnostics.h"
#include "diag/explain.h"
#include "support/test.h"
#include "support/unicode.h"

using namespace cadre;

namespace {
constexpr diag::Kind<llvm::StringRef, int> tooMany{"TooMany", "E9001", Severity::Error, "`{}` stands {} times"};
constexpr diag::Kind<> odd{"Odd", "odd-thing", Severity::Warning, "odd"};
constexpr diag::Phrase<llvm::StringRef> first{"first `{}` here"};

const FileId a(0);
const FileId b(1);
}  // namespace

TEST_CASE("a report carries the kind's code, severity and formatted message") {
  Diagnostics diagnostics;
  diagnostics.report({a, 3, 5}, tooMany, "level", 3).label({a, 0, 1}, first, "level").note(first, "x").here(first, "y");
  const Diagnostic& d = diagnostics.all().front();
  CHECK(d.code == "E9001");
  CHECK(d.message == "`level` stands 3 times");
  CHECK(d.span == Span{a, 3, 5});
  REQUIRE(d.labels.size() == 1);
  CHECK(d.labels[0].message == "first `level` here");
  CHECK(d.notes == std::vector<std::string>{"first `x` here"});
  CHECK(d.primaryLabel == "first `y` here");
  CHECK(diagnostics.hasErrors());
}

TEST_CASE("a label without a place is left out") {
  Diagnostics diagnostics;
  diagnostics.report({a, 3, 5}, odd).label({}, first, "x");
  CHECK(diagnostics.all().front().labels.empty());
  CHECK_FALSE(diagnostics.hasErrors());
}

TEST_CASE("did you mean: a help that lists the names, and a fix to the best") {
  Diagnostics diagnostics;
  diagnostics.report({a, 3, 5}, odd).didYouMean({a, 4, 5}, {"Alpha", "Beta", "Gamma"});
  const Diagnostic& d = diagnostics.all().front();
  CHECK(d.help == std::vector<std::string>{"did you mean `Alpha`, `Beta` or `Gamma`?"});
  CHECK(d.suggestions == std::vector<std::string>{"Alpha", "Beta", "Gamma"});
  REQUIRE(d.fixes.size() == 1);
  CHECK_FALSE(d.fixes[0].safe);
  CHECK(d.fixes[0].edits[0].span == Span{a, 4, 5});
  CHECK(d.fixes[0].edits[0].replacement == "Alpha");

  diagnostics.report({a, 9, 9}, odd).didYouMean({a, 9, 9}, {});
  CHECK(diagnostics.all().back().help.empty());
  CHECK(diagnostics.all().back().fixes.empty());
}

TEST_CASE("sorted: no place first, then by file, place and code; equal ones in the order reported") {
  Diagnostics diagnostics;
  diagnostics.report({b, 0, 1}, odd);
  diagnostics.report({a, 5, 9}, odd);
  diagnostics.report({a, 5, 6}, odd);
  diagnostics.report({a, 5, 6}, tooMany, "one", 1);
  diagnostics.report({a, 5, 6}, tooMany, "two", 2);
  diagnostics.report({}, odd);
  const auto sorted = diagnostics.sorted();
  REQUIRE(sorted.size() == 6);
  CHECK_FALSE(sorted[0]->span.isValid());
  CHECK(sorted[1]->message == "`one` stands 1 times");
  CHECK(sorted[2]->message == "`two` stands 2 times");
  CHECK(sorted[3]->span == Span{a, 5, 6});
  CHECK(sorted[4]->span == Span{a, 5, 9});
  CHECK(sorted[5]->span.file == b);
}

TEST_CASE("append moves the findings over and counts them") {
  Diagnostics all;
  Diagnostics more;
  more.report({a, 0, 1}, tooMany, "x", 1);
  more.report({a, 0, 1}, odd);
  all.append(std::move(more));
  CHECK(all.count(Severity::Error) == 1);
  CHECK(all.count(Severity::Warning) == 1);
  CHECK(all.hasErrors());
}

TEST_CASE("explain: a page by its code, none for another text") {
  CHECK(diag::explain("E9999").empty());
  CHECK(diag::explain("../E0001").empty());
  for (const diag::KindRow& row : diag::allRows()) CHECK_FALSE(row.code.empty());
}

TEST_CASE("an argument of megabytes is shown by its ends") {
  CHECK(diag::shown(std::string(1000, 'a')) == std::string(1000, 'a'));
  CHECK(diag::shown(std::string(1001, 'a')) == std::string(750, 'a') + "…" + std::string(250, 'a'));
  std::string accents;
  for (int i = 0; i < 1000; ++i) accents += "é";
  CHECK(diag::shown(accents) == accents);
  accents += "éé";
  CHECK(unicode::isValid(diag::shown(accents)));
}

TEST_CASE("explain: what a page says without its marks") {
  const diag::PlainPage page =
      diag::plain("# E0302: The level\n\nIt is\nnot there.\n\nMore.\n\n```cadre fail\nx: y\n```\n");
  CHECK(page.title == "The level");
  CHECK(page.summary == "It is not there.");
  CHECK(page.text == "It is\nnot there.\n\nMore.\n\nx: y\n");
  CHECK(diag::plain("# a rule").title == "a rule");
  CHECK(diag::plain("").text.empty());
}

TEST_CASE("every code has a row with its severity, and a page with a title and a summary") {
  CHECK(diag::findRow("E0000") == nullptr);
  for (const diag::KindRow& row : diag::allRows()) {
    CHECK(diag::findRow(row.code)->name == row.name);
    const llvm::StringRef page = diag::explain(row.code);
    if (page.empty()) continue;
    INFO(std::string(row.code));
    CHECK_FALSE(diag::plain(page).title.empty());
    CHECK_FALSE(diag::plain(page).summary.empty());
  }
}
