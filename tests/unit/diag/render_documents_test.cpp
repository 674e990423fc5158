#include "drawing.h"

#include "diag/explain.h"

#include <llvm/Support/JSON.h>

using namespace cadre;
using diag::MessageFormat;
using test::error;
using test::find;

namespace {

/// One error with all that belongs to it.
struct OneFinding {
  SourceManager sources;
  Diagnostics diagnostics;
  OneFinding() {
    const FileId file = sources.add("dir/a b.cadre", "é😀 Gru\nnext\n");
    Diagnostic d = error(find(sources, file, "Gru"), "`Gru` is 100% <new> & \"odd\"");
    d.code = "E0302";
    d.primaryLabel = "here";
    d.labels = {{find(sources, file, "next"), "there"}};
    d.notes = {"a fact"};
    d.help = {"did you mean `Guru`?"};
    d.suggestions = {"Guru"};
    d.fixes = {{"change to `Guru`", false, {{d.span, "Guru"}}}};
    diagnostics.add(d);
  }
  [[nodiscard]] std::string as(MessageFormat format, diag::RenderOptions options = {}) const {
    options.exitCode = 1;
    options.version = "1.2.3";
    return test::render(diagnostics, sources, format, options);
  }
};

llvm::json::Object parse(const std::string& text) {
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(text);
  REQUIRE(static_cast<bool>(value));
  return std::move(*value->getAsObject());
}

const llvm::json::Object& runOf(const llvm::json::Object& log) { return *log.getArray("runs")->front().getAsObject(); }

size_t countOf(llvm::StringRef text, llvm::StringRef part) { return text.count(part); }

}  // namespace

TEST_CASE("sarif: the exact text of a finding") {
  const std::string text = OneFinding().as(MessageFormat::Sarif);
  const std::string results = text.substr(text.find("      \"results\""));
  CHECK(results == R"(      "results": [
        {
          "ruleId": "E0302",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "`Gru` is 100% <new> & \"odd\"\u000anote: a fact\u000ahelp: did you mean `Guru`?"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "dir/a%20b.cadre",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 4,
                  "endLine": 1,
                  "endColumn": 7
                }
              },
              "message": {
                "text": "here"
              }
            }
          ],
          "partialFingerprints": {
            "cadreFinding/v1": ")" +
                       results.substr(results.find("/v1\": \"") + 7, 64) + R"("
          },
          "relatedLocations": [
            {
              "id": 0,
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "dir/a%20b.cadre",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 1,
                  "endLine": 2,
                  "endColumn": 5
                }
              },
              "message": {
                "text": "there"
              }
            }
          ],
          "fixes": [
            {
              "description": {
                "text": "change to `Guru`"
              },
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "dir/a%20b.cadre",
                    "uriBaseId": "%SRCROOT%"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "startLine": 1,
                        "startColumn": 4,
                        "endLine": 1,
                        "endColumn": 7
                      },
                      "insertedContent": {
                        "text": "Guru"
                      }
                    }
                  ]
                }
              ],
              "properties": {
                "safe": false
              }
            }
          ]
        }
      ]
    }
  ]
}
)");
}

TEST_CASE("sarif: a rule is the page of its code") {
  const llvm::json::Object log = parse(OneFinding().as(MessageFormat::Sarif));
  CHECK(log.getString("version") == llvm::StringRef("2.1.0"));
  const llvm::json::Object& driver = *runOf(log).getObject("tool")->getObject("driver");
  CHECK(driver.getString("semanticVersion") == llvm::StringRef("1.2.3"));
  REQUIRE(driver.getArray("rules")->size() == 1);
  const llvm::json::Object& rule = *driver.getArray("rules")->front().getAsObject();
  CHECK(rule.getString("id") == llvm::StringRef("E0302"));
  CHECK(rule.getString("name") == llvm::StringRef("LevelNotOnScale"));
  CHECK(rule.getObject("shortDescription")->getString("text") == llvm::StringRef("The level is not on the scale"));
  CHECK(rule.getObject("help")->getString("markdown") == diag::explain("E0302"));
  CHECK(rule.getObject("defaultConfiguration")->getString("level") == llvm::StringRef("error"));
}

TEST_CASE("sarif: a fix in two files has a change for each") {
  SourceManager sources;
  const FileId a = sources.add("a.cadre", "one one");
  const FileId b = sources.add("b.cadre", "two");
  Diagnostic d = error({a, 0, 3}, "m");
  d.fixes = {{"rename", true, {{{a, 0, 3}, "x"}, {{b, 0, 3}, ""}, {{a, 4, 7}, "x"}}}};
  Diagnostics diagnostics;
  diagnostics.add(d);
  const std::string text = test::render(diagnostics, sources, MessageFormat::Sarif);
  const llvm::json::Object log = parse(text);
  const llvm::json::Object& result = *runOf(log).getArray("results")->front().getAsObject();
  const llvm::json::Array& changes = *result.getArray("fixes")->front().getAsObject()->getArray("artifactChanges");
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].getAsObject()->getArray("replacements")->size() == 2);
  CHECK(changes[1].getAsObject()->getArray("replacements")->size() == 1);
  CHECK(countOf(text, "insertedContent") == 2);
}

TEST_CASE("sarif: what has no place is a notification, and a fault makes the call fail") {
  Diagnostics findings;
  Diagnostics faults;
  Diagnostic info = error({}, "nowhere");
  info.severity = Severity::Info;
  findings.add(info);
  Diagnostic usage = error({}, "wrong call");
  usage.code = "";
  faults.add(usage);
  const llvm::json::Object log =
      parse(test::render(findings, {}, MessageFormat::Sarif, {.faults = &faults, .exitCode = 2}));
  CHECK(runOf(log).getArray("results")->empty());
  const llvm::json::Object& invocation = *runOf(log).getArray("invocations")->front().getAsObject();
  CHECK(invocation.getBoolean("executionSuccessful") == false);
  const llvm::json::Array& notifications = *invocation.getArray("toolExecutionNotifications");
  REQUIRE(notifications.size() == 2);
  CHECK(notifications[0].getAsObject()->get("descriptor") == nullptr);
  CHECK(notifications[1].getAsObject()->getObject("descriptor")->getInteger("index") == 0);
  CHECK(notifications[1].getAsObject()->getString("level") == llvm::StringRef("note"));
}

TEST_CASE("github: the exact text of a finding") {
  CHECK(OneFinding().as(MessageFormat::Github) ==
        "::error file=dir/a b.cadre,line=1,endLine=1,col=4,endColumn=6,title=E0302::"
        "`Gru` is 100%25 <new> & \"odd\"%0Adir/a b.cadre:1:4: here%0Adir/a b.cadre:2:1: there%0A"
        "note: a fact%0Ahelp: did you mean `Guru`?\n");
}

TEST_CASE("github: columns within a line alone, an empty place is a column, no place is no file") {
  SourceManager sources;
  const FileId file = sources.add("a:1,b%.cadre", "one\ntwo\n");
  Diagnostics diagnostics;
  diagnostics.add(error({file, 0, 6}, "over two lines"));
  Diagnostic warning = error({file, 4, 4}, "empty");
  warning.severity = Severity::Warning;
  diagnostics.add(warning);
  Diagnostic info = error({}, "no\nwhere");
  info.severity = Severity::Info;
  info.code = "";
  diagnostics.add(info);
  CHECK(test::render(diagnostics, sources, MessageFormat::Github) ==
        "::notice title=cadre::no<U+000A>where\n"
        "::error file=a%3A1%2Cb%25.cadre,line=1,endLine=2,title=E0001::over two lines\n"
        "::warning file=a%3A1%2Cb%25.cadre,line=2,endLine=2,col=1,endColumn=1,title=E0001::empty\n");
}

TEST_CASE("gitlab: the exact text of a finding") {
  const std::string text = OneFinding().as(MessageFormat::Gitlab);
  CHECK(text == R"([
  {
    "description": "`Gru` is 100% <new> & \"odd\"",
    "check_name": "E0302",
    "fingerprint": ")" + text.substr(text.find("fingerprint") + 15, 64) + R"(",
    "severity": "major",
    "location": {
      "path": "dir/a b.cadre",
      "lines": {
        "begin": 1,
        "end": 1
      }
    }
  }
]
)");
  CHECK(test::render(Diagnostics(), SourceManager(), MessageFormat::Gitlab) == "[]\n");
}

TEST_CASE("junit: the exact text of a finding, and of a file without one") {
  OneFinding f;
  f.sources.add("clean.cadre", "");
  CHECK(f.as(MessageFormat::Junit) == R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cadre" tests="2" failures="1" errors="0" time="0">
  <testsuite name="dir/a b.cadre" tests="1" failures="1" errors="0" time="0">
    <testcase name="E0302: `Gru` is 100% &lt;new&gt; &amp; &quot;odd&quot;" classname="dir/a b" time="0">
      <failure message="`Gru` is 100% &lt;new&gt; &amp; &quot;odd&quot;" type="E0302">dir/a b.cadre:1:4: error[E0302]: `Gru` is 100% &lt;new&gt; &amp; &quot;odd&quot;
dir/a b.cadre:1:4: here
dir/a b.cadre:2:1: there
note: a fact
help: did you mean `Guru`?</failure>
    </testcase>
  </testsuite>
  <testsuite name="clean.cadre" tests="1" failures="0" errors="0" time="0">
    <testcase name="nothing found" classname="clean" time="0"/>
  </testsuite>
</testsuites>
)");
}

TEST_CASE("junit: a warning fails where it is denied, a fault is an error, and names are never shared") {
  SourceManager sources;
  const FileId file = sources.add("a.cadre", "one two\n");
  Diagnostics findings;
  for (uint32_t at : {0U, 4U}) {
    Diagnostic warning = error({file, at, at + 3}, "poor");
    warning.severity = Severity::Warning;
    findings.add(warning);
  }
  const std::string lenient = test::render(findings, sources, MessageFormat::Junit);
  CHECK(countOf(lenient, "<system-out>a.cadre:1:") == 2);
  CHECK(countOf(lenient, "failures=\"0\"") == 2);
  CHECK(countOf(lenient, "name=\"E0001: poor (2)\"") == 1);
  Diagnostics faults;
  faults.add(error({}, "no such file"));
  const std::string strict =
      test::render(findings, sources, MessageFormat::Junit, {.faults = &faults, .denyWarnings = true});
  CHECK(countOf(strict, "<failure ") == 2);
  CHECK(countOf(strict, "<error message=\"no such file\" type=\"E0001\">") == 1);
  CHECK(countOf(strict, "tests=\"3\" failures=\"2\" errors=\"1\"") == 1);
}

TEST_CASE("junit: a file whose findings are not shown does not pass") {
  SourceManager sources;
  Diagnostics findings;
  for (const char* name : {"a.cadre", "b.cadre"}) findings.add(error({sources.add(name, "x"), 0, 1}, "m"));
  const std::string text = test::render(findings, sources, MessageFormat::Junit, {.maxDiagnostics = 1});
  CHECK(countOf(text, "nothing found") == 0);
  CHECK(countOf(text, "<testcase name=\"not shown\"") == 1);
  CHECK(countOf(text, "failures=\"2\"") == 1);
}

TEST_CASE("documents name files as the server knows them") {
  SourceManager sources;
  Diagnostics findings;
  findings.add(error({sources.add("/home/me/p/a.cadre", "x"), 0, 1}, "m"));
  const std::vector<std::string> paths = {"p/a.cadre"};
  for (const diag::FormatRow& row : diag::formatRows()) {
    const std::string text = test::render(findings, sources, row.format, {.paths = paths});
    const bool isForPeople = row.format <= MessageFormat::Json;
    CHECK((text.find("/home") != std::string::npos) == isForPeople);
  }
  const std::string text = test::render(findings, sources, MessageFormat::Sarif);
  CHECK(text.find("\"uri\": \"file:///home/me/p/a.cadre\"\n") != std::string::npos);
}

TEST_CASE("any bytes in paths and texts give well-formed text in every format") {
  SourceManager sources;
  const std::string bad = "\x01\x1b[m\xFF\xED\xA0\x80\u202E\uFFFE<&>\"'%::]]>\r\n";
  const FileId file = sources.add(bad + ".cadre", bad + bad);
  Diagnostic d = error({file, 0, 4}, bad);
  d.primaryLabel = bad;
  d.labels = {{{file, 0, 2}, bad}, {{file, 2, 30}, ""}};
  d.notes = {bad};
  d.help = {bad};
  d.fixes = {{bad, true, {{d.span, bad}}}};
  Diagnostics diagnostics;
  diagnostics.add(d);
  for (const diag::FormatRow& row : diag::formatRows()) {
    const std::string text = test::render(diagnostics, sources, row.format);
    INFO(row.name.str());
    CHECK(unicode::isValid(text));
    for (const char c : text) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  }
  for (const auto format : {MessageFormat::Json, MessageFormat::Sarif, MessageFormat::Gitlab}) {
    llvm::Expected<llvm::json::Value> parsed = llvm::json::parse(test::render(diagnostics, sources, format));
    const bool isJson = static_cast<bool>(parsed);
    CHECK(isJson);
  }
  CHECK(countOf(test::render(diagnostics, sources, MessageFormat::Github), "\n") == 1);
}
