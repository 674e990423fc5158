// What the tests of the renderers share: sources and a diagnostic by hand, and its drawing.
#pragma once

#include "diag/renderer.h"
#include "support/unicode.h"
#include "support/test.h"

#include <string>
#include <string_view>

namespace cadre::test {

/// The span of the `nth` (from 0) occurrence of `part` in the file.
inline Span find(const SourceManager& sources, FileId file, llvm::StringRef part, int nth = 0) {
  size_t at = sources.text(file).find(part);
  for (; nth > 0; --nth) at = sources.text(file).find(part, at + 1);
  REQUIRE(at != llvm::StringRef::npos);
  return {file, static_cast<uint32_t>(at), static_cast<uint32_t>(at + part.size())};
}

inline Diagnostic error(Span span, std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = "E0001";
  diagnostic.message = std::move(message);
  diagnostic.span = span;
  return diagnostic;
}

inline std::string render(const Diagnostics& diagnostics, const SourceManager& sources,
                          diag::MessageFormat format, diag::RenderOptions options = {}) {
  std::string text;
  llvm::raw_string_ostream out(text);
  diag::render(diagnostics, sources, format, options, out);
  return text;
}

/// A drawing without the summary, so that tests hold what they are about.
inline std::string draw(const Diagnostic& diagnostic, const SourceManager& sources) {
  Diagnostics diagnostics;
  diagnostics.add(diagnostic);
  std::string text = render(diagnostics, sources, diag::MessageFormat::Human);
  const std::string_view summary = "\n1 error\n";
  REQUIRE(text.size() > summary.size());
  REQUIRE(text.substr(text.size() - summary.size()) == summary);
  return "\n" + text.substr(0, text.size() - summary.size());
}

}  // namespace cadre::test
