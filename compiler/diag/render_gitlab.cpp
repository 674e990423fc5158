#include "diag/json_text.h"
#include "diag/renderers.h"

#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/JSON.h>

namespace cadre::diag {

namespace {

llvm::StringRef severityOf(Severity severity) {
  switch (severity) {
    case Severity::Error: return "major";
    case Severity::Warning: return "minor";
    case Severity::Info: return "info";
  }
  llvm_unreachable("every severity has a case");
}

class Writer {
public:
  Writer(const Report& report, llvm::raw_ostream& out) : report_(report), json_(out, 2) {}

  void write() {
    const std::vector<std::string> marks = fingerprints(report_);
    json_.array([&] {
      for (size_t i = 0; i < marks.size(); ++i) {
        const Finding& it = report_.all()[i];
        if (it.isShown) json_.object([&] { writeOne(*it.diagnostic, marks[i]); });
      }
    });
  }

private:
  void text(llvm::StringRef key, llvm::StringRef value) {
    json_.attributeBegin(key);
    json_.rawValue(quoteJson(value));
    json_.attributeEnd();
  }

  void writeOne(const Diagnostic& diagnostic, llvm::StringRef mark) {
    text("description", diagnostic.message);
    text("check_name", diagnostic.code.empty() ? "cadre" : diagnostic.code);
    text("fingerprint", mark);
    text("severity", severityOf(diagnostic.severity));
    json_.attributeObject("location", [&] { writeLocation(diagnostic.span); });
  }

  /// GitLab stops at the first finding without a path and a line.
  void writeLocation(Span span) {
    const Region region = report_.regionOf(span);
    text("path", span.isValid() ? report_.pathOf(span.file) : ".");
    json_.attributeObject("lines", [&] {
      json_.attribute("begin", span.isValid() ? region.begin.line : 1);
      json_.attribute("end", span.isValid() ? region.end.line : 1);
    });
  }

  const Report& report_;
  llvm::json::OStream json_;
};

}  // namespace

void renderGitlab(const Report& report, llvm::raw_ostream& out) {
  Writer(report, out).write();
  out << '\n';
}

}  // namespace cadre::diag
