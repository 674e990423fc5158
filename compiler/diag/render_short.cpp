#include "diag/renderers.h"
#include "diag/visible.h"

#include <fmt/format.h>

namespace cadre::diag {

void renderShort(const Diagnostic& diagnostic, const SourceManager& sources,
                 llvm::raw_ostream& out) {
  const Span span = diagnostic.span;
  if (span.isValid()) {
    const LineColumn at = sources.position(span.file, span.begin);
    out << fmt::format("{}:{}:{}: ", visible(sources.path(span.file)), at.line, at.column);
  }
  out << heading(diagnostic) << ": " << visible(diagnostic.message) << '\n';
}

}  // namespace cadre::diag
