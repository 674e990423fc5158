#include "drawing.h"

#include <llvm/Support/JSON.h>

using namespace cadre;
using diag::MessageFormat;
using test::error;
using test::find;

namespace {

/// Two errors and a warning in two files, added out of order.
struct Findings {
  SourceManager sources;
  Diagnostics diagnostics;
  Findings() {
    const FileId first = sources.add("a.cadre", "kind craft\nkind trade\n");
    const FileId second = sources.add("b.cadre", "é😀 Guru\n");
    diagnostics.add(error(find(sources, second, "Guru"), "last"));
    Diagnostic warning = error(find(sources, first, "craft"), "first");
    warning.severity = Severity::Warning;
    warning.code = "a-rule";
    diagnostics.add(warning);
    diagnostics.add(error(find(sources, first, "trade"), "second"));
  }
};

}  // namespace

TEST_CASE("short: a line each, in source order, and the summary") {
  Findings f;
  f.diagnostics.add(error({}, "nowhere"));
  CHECK(test::render(f.diagnostics, f.sources, MessageFormat::Short) == R"(error[E0001]: nowhere
a.cadre:1:6: warning[a-rule]: first
a.cadre:2:6: error[E0001]: second
b.cadre:1:4: error[E0001]: last
3 errors, 1 warning
)");
}

TEST_CASE("nothing to report is an empty text, but for documents") {
  const Diagnostics none;
  const SourceManager sources;
  for (const diag::FormatRow& row : diag::formatRows()) {
    CHECK(test::render(none, sources, row.format).empty() == (row.shape != diag::FormatShape::Document));
  }
}

TEST_CASE("what is not shown still counts, and errors are shown before warnings") {
  Findings f;
  CHECK(test::render(f.diagnostics, f.sources, MessageFormat::Short, {.maxDiagnostics = 2}) ==
        R"(a.cadre:2:6: error[E0001]: second
b.cadre:1:4: error[E0001]: last
2 errors, 1 warning (1 not shown)
)");
  CHECK(test::render(f.diagnostics, f.sources, MessageFormat::Short, {.maxDiagnostics = 3}).find("not shown") ==
        std::string::npos);
}

TEST_CASE("human: drawings have a blank line between them") {
  Findings f;
  CHECK(test::render(f.diagnostics, f.sources, MessageFormat::Human) == R"(warning[a-rule]: first
 --> a.cadre:1:6
  |
1 | kind craft
  |      ^^^^^

error[E0001]: second
 --> a.cadre:2:6
  |
2 | kind trade
  |      ^^^^^

error[E0001]: last
 --> b.cadre:1:4
  |
1 | é😀 Guru
  |     ^^^^

2 errors, 1 warning
)");
}

TEST_CASE("an information counts as one") {
  Diagnostics diagnostics;
  Diagnostic info = error({}, "m");
  info.severity = Severity::Info;
  info.code = "";
  diagnostics.add(info);
  CHECK(test::render(diagnostics, {}, MessageFormat::Short) == "info: m\n1 info\n");
}

TEST_CASE("json: every member is there, columns are code points, ends are exclusive") {
  Findings f;
  CHECK(test::render(f.diagnostics, f.sources, MessageFormat::Json, {.color = true, .maxDiagnostics = 1}) ==
        R"({"severity":"error","code":"E0001","message":"second","file":"a.cadre","line":2,"column":6,)"
        R"("endLine":2,"endColumn":11,"labels":[],"notes":[],"help":"","suggestions":[],"fixes":[]})"
        "\n");
}

TEST_CASE("json: labels, help, suggestions and fixes") {
  SourceManager sources;
  const FileId file = sources.add("dir/a.cadre", "é😀 Gru\nnext\n");
  Diagnostic d = error(find(sources, file, "Gru"), "say \"\\\" \x1b \u202E \xFF");
  d.primaryLabel = "here";
  d.labels = {{find(sources, file, "next"), "there"}};
  d.notes = {"a fact"};
  d.help = {"did you mean `Guru`?", "or not"};
  d.suggestions = {"Guru"};
  d.fixes = {{"change to `Guru`", false, {{d.span, "Guru"}}}, {"remove it", true, {{d.span.after(), ""}}}};
  Diagnostics diagnostics;
  diagnostics.add(d);
  const std::string text = test::render(diagnostics, sources, MessageFormat::Json);
  CHECK(text ==
        R"({"severity":"error","code":"E0001","message":"say \"\\\" \u001b \u202e )"
        "\uFFFD"
        R"(","file":"dir/a.cadre","line":1,"column":4,"endLine":1,"endColumn":7,)"
        R"("labels":[{"file":"dir/a.cadre","line":2,"column":1,"endLine":2,"endColumn":5,"message":"there"},)"
        R"({"file":"dir/a.cadre","line":1,"column":4,"endLine":1,"endColumn":7,"message":"here"}],)"
        R"("notes":["a fact"],"help":"did you mean `Guru`?; or not","suggestions":["Guru"],)"
        R"("fixes":[{"safe":false,"title":"change to `Guru`","edits":[{"file":"dir/a.cadre","line":1,"column":4,)"
        R"("endLine":1,"endColumn":7,"replacement":"Guru"}]},{"safe":true,"title":"remove it","edits":[)"
        R"({"file":"dir/a.cadre","line":1,"column":7,"endLine":1,"endColumn":7,"replacement":""}]}]})"
        "\n");
  llvm::Expected<llvm::json::Value> parsed = llvm::json::parse(text);
  const bool isJson = static_cast<bool>(parsed);
  CHECK(isJson);
}

TEST_CASE("json: no place is no file and zeros") {
  Diagnostics diagnostics;
  diagnostics.add(error({}, "nowhere"));
  CHECK(test::render(diagnostics, {}, MessageFormat::Json) ==
        R"({"severity":"error","code":"E0001","message":"nowhere","file":"","line":0,"column":0,)"
        R"("endLine":0,"endColumn":0,"labels":[],"notes":[],"help":"","suggestions":[],"fixes":[]})"
        "\n");
}
