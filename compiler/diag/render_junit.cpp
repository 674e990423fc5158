#include "diag/renderers.h"
#include "diag/visible.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringMap.h>

#include <fmt/format.h>

#include <map>
#include <utility>

namespace cadre::diag {

namespace {

/// Writes XML. Values and texts are escaped; they must be fit to be shown (visible.h), for XML
/// cannot hold control characters at all.
class XmlWriter {
public:
  using Attributes = std::vector<std::pair<llvm::StringRef, std::string>>;

  explicit XmlWriter(llvm::raw_ostream& out) : out_(out) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  }

  void begin(llvm::StringRef name, const Attributes& attributes) {
    open(name, attributes);
    out_ << ">\n";
    ++depth_;
  }
  void end(llvm::StringRef name) {
    --depth_;
    out_.indent(2 * depth_) << "</" << name << ">\n";
  }
  void empty(llvm::StringRef name, const Attributes& attributes) {
    open(name, attributes);
    out_ << "/>\n";
  }
  void text(llvm::StringRef name, const Attributes& attributes, llvm::StringRef text) {
    open(name, attributes);
    out_ << '>' << escape(text) << "</" << name << ">\n";
  }

private:
  void open(llvm::StringRef name, const Attributes& attributes) {
    out_.indent(2 * depth_) << '<' << name;
    for (const auto& [key, value] : attributes) out_ << ' ' << key << "=\"" << escape(value) << '"';
  }

  static std::string escape(llvm::StringRef text) {
    std::string out;
    for (const char c : text) {
      switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
      }
    }
    return out;
  }

  llvm::raw_ostream& out_;
  unsigned depth_ = 0;
};

enum class Outcome { Passed, Failed, Faulty };

struct TestCase {
  std::string name;
  Outcome outcome = Outcome::Passed;
  std::string type;     ///< Of a failure: the code.
  std::string message;  ///< Of a failure.
  std::string text;     ///< May be empty.
};

struct Suite {
  std::string name;
  std::vector<TestCase> cases = {};
  bool hasFindings = false;  ///< Shown or not.
  llvm::StringMap<unsigned> seen = {};

  void add(TestCase test) {
    // Servers take tests of one name for one test.
    const unsigned nth = ++seen[test.name];
    if (nth > 1) test.name += fmt::format(" ({})", nth);
    cases.push_back(std::move(test));
  }
  [[nodiscard]] size_t count(Outcome outcome) const {
    return static_cast<size_t>(
        llvm::count_if(cases, [&](const TestCase& it) { return it.outcome == outcome; }));
  }
};

/// A suite for the call, and one for each file that was read.
class Suites {
public:
  explicit Suites(const Report& report) : report_(report) {
    suites_.push_back({.name = "cadre"});
    for (uint32_t i = 0; i < report.sources().fileCount(); ++i) {
      suites_.push_back({.name = visible(report.pathOf(FileId(i)))});
    }
    for (const Finding& it : report.all()) add(it);
    addHidden();
    for (Suite& suite : suites_) {
      if (suite.hasFindings || (&suite == &suites_.front() && suites_.size() > 1)) continue;
      suite.add({.name = "nothing found", .type = {}, .message = {}, .text = {}});
    }
    llvm::erase_if(suites_, [](const Suite& suite) { return suite.cases.empty(); });
  }

  void write(llvm::raw_ostream& out) const {
    XmlWriter xml(out);
    xml.begin("testsuites", countsOf("cadre", suites_));
    for (const Suite& suite : suites_) {
      xml.begin("testsuite", countsOf(suite.name, suite));
      for (const TestCase& test : suite.cases) write(xml, suite, test);
      xml.end("testsuite");
    }
    xml.end("testsuites");
  }

private:
  void add(const Finding& finding) {
    const Diagnostic& it = *finding.diagnostic;
    Suite& suite = suites_[it.span.isValid() ? it.span.file.index() + 1 : 0];
    suite.hasFindings = true;
    if (!finding.isShown) return;
    const std::string message = visible(it.message);
    const Outcome failed = finding.isFault ? Outcome::Faulty : Outcome::Failed;
    suite.add({.name = it.code.empty() ? message : fmt::format("{}: {}", it.code, message),
               .outcome = report_.isDenied(it) ? failed : Outcome::Passed,
               .type = std::string(it.code.empty() ? "cadre" : it.code),
               .message = message,
               .text = textOf(it)});
  }

  /// What is not shown still counts.
  void addHidden() {
    if (report_.hiddenCount() == 0) return;
    const bool anyDenied = llvm::any_of(report_.all(), [&](const Finding& it) {
      return !it.isShown && report_.isDenied(*it.diagnostic);
    });
    const std::string message =
        fmt::format("{} more found and not shown (`--max-diagnostics`)", report_.hiddenCount());
    suites_.front().hasFindings = true;
    suites_.front().add({.name = "not shown",
                         .outcome = anyDenied ? Outcome::Failed : Outcome::Passed,
                         .type = "cadre",
                         .message = message,
                         .text = message});
  }

  std::string textOf(const Diagnostic& diagnostic) const {
    std::string text;
    if (diagnostic.span.isValid()) {
      const LineColumn at = report_.regionOf(diagnostic.span).begin;
      text = fmt::format("{}:{}:{}: ", visible(report_.pathOf(diagnostic.span.file)), at.line,
                         at.column);
    }
    text += fmt::format("{}: {}", heading(diagnostic), visible(diagnostic.message));
    for (const std::string& line : remarks(diagnostic, report_)) text += "\n" + line;
    return text;
  }

  /// There is no clock in it: the same sources give the same bytes.
  static XmlWriter::Attributes countsOf(llvm::StringRef name, llvm::ArrayRef<Suite> suites) {
    size_t tests = 0;
    size_t failures = 0;
    size_t errors = 0;
    for (const Suite& suite : suites) {
      tests += suite.cases.size();
      failures += suite.count(Outcome::Failed);
      errors += suite.count(Outcome::Faulty);
    }
    return {{"name", name.str()},
            {"tests", std::to_string(tests)},
            {"failures", std::to_string(failures)},
            {"errors", std::to_string(errors)},
            {"time", "0"}};
  }

  static void write(XmlWriter& xml, const Suite& suite, const TestCase& test) {
    // Servers take what stands behind the last dot for the name of a class.
    llvm::StringRef classname = suite.name;
    classname.consume_back(".cadre");
    const XmlWriter::Attributes attributes = {
        {"name", test.name}, {"classname", classname.str()}, {"time", "0"}};
    if (test.text.empty()) return xml.empty("testcase", attributes);
    xml.begin("testcase", attributes);
    if (test.outcome == Outcome::Passed) {
      xml.text("system-out", {}, test.text);
    } else {
      xml.text(test.outcome == Outcome::Faulty ? "error" : "failure",
               {{"message", test.message}, {"type", test.type}}, test.text);
    }
    xml.end("testcase");
  }

  const Report& report_;
  std::vector<Suite> suites_;
};

}  // namespace

void renderJunit(const Report& report, llvm::raw_ostream& out) { Suites(report).write(out); }

}  // namespace cadre::diag
