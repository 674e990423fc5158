#include "driver/context.h"

#include "diag/renderer.h"
#include "driver/explain_text.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace cadre::driver {

namespace {

/// `path` as seen from `here`, both absolute.
std::string relativeTo(llvm::StringRef here, llvm::StringRef path) {
  std::string up;
  while (true) {
    llvm::StringRef rest = path;
    if (rest.consume_front(here) && (here == "/" || rest.consume_front("/")))
      return up + rest.str();
    if (here == "/") return path.str();
    here = here.take_front(std::max<size_t>(here.rfind('/'), 1));
    up += "../";
  }
}

}  // namespace

std::string Context::today() const {
  uint64_t seconds = 0;
  if (!sourceDate || llvm::StringRef(*sourceDate).getAsInteger(10, seconds)) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    seconds = static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(now).count());
  }
  using namespace std::chrono;
  const year_month_day day(sys_days(days(seconds / 86400)));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

bool Context::isClean() const {
  const bool isDenied = options.denyWarnings && findings.count(Severity::Warning) > 0;
  return !faults.hasErrors() && !findings.hasErrors() && !isDenied;
}

ExitCode Context::exitCode() const {
  if (faults.hasErrors()) return ExitCode::Outside;
  return isClean() ? ExitCode::Done : ExitCode::Findings;
}

ExitCode Context::finish() {
  closeOut();
  if (!report_ || !writeReport()) err << rendered(colorErr);
  const ExitCode code = exitCode();
  if (code == ExitCode::Findings && !findings.hasErrors() && isTalking()) {
    err << "warnings are denied: `--deny warnings`\n";
  }
  return code;
}

/// What was asked for has arrived, or that is a fault of the world.
void Context::closeOut() {
  out.flush();
  if (!out.has_error()) return;
  reportUsage(faults, fmt::format("cannot write to standard output: {}", describe(out.error())));
  out.clear_error();
}

// ---- The report
// ----------------------------------------------------------------------------------

void Context::openReport() {
  if (!options.reportFile) return;
  auto file = std::make_unique<ReportFile>(files, "--report-file", *options.reportFile);
  if (file->open(faults)) report_ = std::move(file);
}

bool Context::reportBefore(const OutputDirectory& output, const OutputFiles& built) {
  if (!report_ || (report_->isApart(output, built, faults) && writeReport())) return true;
  report_.reset();
  return false;
}

/// False when that failed (a fault): then the findings go where they go without a report.
bool Context::writeReport() {
  return report_->isUnread(sources, faults) && report_->write(rendered(options.color == ColorMode::Always), faults);
}

std::string Context::rendered(bool color) const {
  std::string text;
  llvm::raw_string_ostream stream(text);
  const std::vector<std::string> paths = reportPaths();
  diag::render(findings, sources, options.format,
               {.color = color,
                .maxDiagnostics = options.maxDiagnostics,
                .faults = &faults,
                .denyWarnings = options.denyWarnings,
                .exitCode = static_cast<int>(exitCode()),
                .version = CADRE_VERSION,
                .paths = paths,
                .page = pageOf},
               stream);
  return text;
}

/// Servers know files by their place in the repository, and nothing of this machine: all paths are
/// relative.
std::vector<std::string> Context::reportPaths() const {
  std::vector<std::string> paths;
  const auto here = files.resolve(".");
  for (uint32_t i = 0; i < sources.fileCount(); ++i) {
    const std::string shown = sources.path(FileId(i)).str();
    llvm::SmallString<128> path(shown);
    llvm::sys::path::remove_dots(path, true);
    if (here && path.str().starts_with("/")) {
      const auto parent = files.resolve(parentPath(shown));
      if (parent) path = joinPath(*parent, llvm::sys::path::filename(path));
      path = relativeTo(*here, path.str());
    }
    paths.push_back(path.str().str());
  }
  return paths;
}

unsigned Context::jobs() const {
  constexpr unsigned most = 256;
  return std::clamp(options.jobs.value_or(std::thread::hardware_concurrency()), 1U, most);
}

}  // namespace cadre::driver
