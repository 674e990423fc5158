#include "driver/context.h"

#include "diag/renderer.h"

#include <algorithm>
#include <thread>

namespace cadre::driver {

bool Context::isClean() const {
  const bool isDenied = options.denyWarnings && findings.count(Severity::Warning) > 0;
  return !faults.hasErrors() && !findings.hasErrors() && !isDenied;
}

ExitCode Context::finish() {
  const bool isFaulty = faults.hasErrors();
  const bool hasErrors = findings.hasErrors();
  const bool clean = isClean();
  faults.append(std::move(findings));
  diag::render(faults, sources, options.format, {.color = colorErr, .maxDiagnostics = options.maxDiagnostics}, err);
  if (isFaulty) return ExitCode::Outside;
  if (clean) return ExitCode::Done;
  if (!hasErrors && isTalking()) err << "warnings are denied: `--deny warnings`\n";
  return ExitCode::Findings;
}

unsigned Context::jobs() const {
  constexpr unsigned most = 256;
  return std::clamp(options.jobs.value_or(std::thread::hardware_concurrency()), 1U, most);
}

}  // namespace cadre::driver
