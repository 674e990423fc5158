#include "diag/renderers.h"
#include "diag/visible.h"

#include <fmt/format.h>

namespace cadre::diag {

namespace {

void writeLine(const Diagnostic& diagnostic, const SourceManager& sources, llvm::raw_ostream& out) {
  const Span span = diagnostic.span;
  if (span.isValid()) {
    const LineColumn at = sources.position(span.file, span.begin);
    out << fmt::format("{}:{}:{}: ", visible(sources.path(span.file)), at.line, at.column);
  }
  out << heading(diagnostic) << ": " << visible(diagnostic.message) << '\n';
}

}  // namespace

void renderShort(const Report& report, llvm::raw_ostream& out) {
  for (const Diagnostic* it : report.shown()) writeLine(*it, report.sources(), out);
  printSummary(report, out);
}

}  // namespace cadre::diag
