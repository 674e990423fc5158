#include "diag/renderer.h"

#include "diag/renderers.h"
#include "diag/row.h"

#include <llvm/ADT/STLExtras.h>

#include <llvm/Support/ErrorHandling.h>

#include <fmt/format.h>

#include <vector>

namespace cadre::diag {

namespace {

constexpr Severity severities[] = {Severity::Error, Severity::Warning, Severity::Info};

/// The diagnostics to show, in their order. Where not all fit, errors go before the rest.
std::vector<const Diagnostic*> choose(const Diagnostics& diagnostics, size_t most) {
  std::vector<const Diagnostic*> all = diagnostics.sorted();
  if (most == 0 || all.size() <= most) return all;
  std::vector<const Diagnostic*> chosen;
  size_t room = most;
  std::vector<bool> taken(all.size());
  for (const Severity severity : severities) {
    for (size_t i = 0; i < all.size() && room > 0; ++i) {
      if (all[i]->severity != severity) continue;
      taken[i] = true;
      --room;
    }
  }
  for (size_t i = 0; i < all.size(); ++i) {
    if (taken[i]) chosen.push_back(all[i]);
  }
  return chosen;
}

/// `2 errors, 1 warning (3 not shown)`
void printSummary(const Diagnostics& diagnostics, size_t shown, bool color,
                  llvm::raw_ostream& out) {
  if (diagnostics.empty()) return;
  Row row;
  llvm::StringRef separator;
  for (const Severity severity : severities) {
    const size_t count = diagnostics.count(severity);
    if (count == 0) continue;
    row.append(separator);
    row.append(fmt::format("{} {}{}", count, name(severity), count == 1 ? "" : "s"),
               styleOf(severity));
    separator = ", ";
  }
  const size_t hidden = diagnostics.all().size() - shown;
  if (hidden > 0) row.append(fmt::format(" ({} not shown)", hidden));
  row.print(out, color);
}

void renderOne(const Diagnostic& diagnostic, const SourceManager& sources, MessageFormat format,
               bool color, llvm::raw_ostream& out) {
  switch (format) {
    case MessageFormat::Human: return renderHuman(diagnostic, sources, color, out);
    case MessageFormat::Short: return renderShort(diagnostic, sources, out);
    case MessageFormat::Json: return renderJson(diagnostic, sources, out);
  }
}

}  // namespace

llvm::StringRef name(Severity severity) {
  switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Info: return "info";
  }
  llvm_unreachable("every severity has a case");
}

std::string heading(const Diagnostic& diagnostic) {
  const llvm::StringRef severity = name(diagnostic.severity);
  return diagnostic.code.empty() ? severity.str()
                                 : fmt::format("{}[{}]", severity, diagnostic.code);
}

void render(const Diagnostics& diagnostics, const SourceManager& sources, MessageFormat format,
            const RenderOptions& options, llvm::raw_ostream& out) {
  const std::vector<const Diagnostic*> shown = choose(diagnostics, options.maxDiagnostics);
  for (const Diagnostic* diagnostic : shown) {
    renderOne(*diagnostic, sources, format, options.color, out);
  }
  if (format != MessageFormat::Json) printSummary(diagnostics, shown.size(), options.color, out);
}

}  // namespace cadre::diag
