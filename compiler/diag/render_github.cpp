#include "diag/renderers.h"
#include "diag/visible.h"

#include <llvm/Support/ErrorHandling.h>

#include <fmt/format.h>

#include <algorithm>

namespace cadre::diag {

namespace {

llvm::StringRef commandOf(Severity severity) {
  switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Info: return "notice";
  }
  llvm_unreachable("every severity has a case");
}

/// Text behind the `::`.
std::string escapeData(llvm::StringRef text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      default: out += c;
    }
  }
  return out;
}

/// The value of a property, which also ends at `,` and `:`.
std::string escapeProperty(llvm::StringRef text) {
  std::string out;
  for (const char c : escapeData(text)) {
    switch (c) {
      case ':': out += "%3A"; break;
      case ',': out += "%2C"; break;
      default: out += c;
    }
  }
  return out;
}

/// `file=…,line=…,endLine=…,col=…,endColumn=…,`. GitHub takes columns only within one line, and the
/// end is the last column.
std::string placeOf(const Diagnostic& diagnostic, const Report& report) {
  if (!diagnostic.span.isValid()) return {};
  const Region region = report.regionOf(diagnostic.span);
  std::string out = fmt::format("file={},line={},endLine={},",
                                escapeProperty(visible(report.pathOf(diagnostic.span.file))),
                                region.begin.line, region.end.line);
  if (region.begin.line == region.end.line) {
    out += fmt::format("col={},endColumn={},", region.begin.column,
                       std::max(region.begin.column, region.end.column - 1));
  }
  return out;
}

std::string command(Severity severity, llvm::StringRef properties, llvm::StringRef title,
                    llvm::StringRef data) {
  return fmt::format("::{} {}title={}::{}\n", commandOf(severity), properties,
                     escapeProperty(title), escapeData(data));
}

}  // namespace

void renderGithub(const Report& report, llvm::raw_ostream& out) {
  for (const Diagnostic* it : report.shown()) {
    std::string text = visible(it->message);
    for (const std::string& line : remarks(*it, report)) text += "\n" + line;
    out << command(it->severity, placeOf(*it, report), it->code.empty() ? "cadre" : it->code, text);
  }
  if (report.hiddenCount() > 0) {
    out << command(
        Severity::Info, "", "cadre",
        fmt::format("{} more found and not shown (`--max-diagnostics`)", report.hiddenCount()));
  }
}

}  // namespace cadre::diag
