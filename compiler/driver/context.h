// What every verb gets: the options, the disk, the streams; and the way to end, which shows the
// findings, once, and turns them into the exit code.
#pragma once

#include "diag/diagnostics.h"
#include "driver/exit_code.h"
#include "driver/file_system.h"
#include "driver/options.h"
#include "driver/report_file.h"
#include "source/source_manager.h"

#include <llvm/Support/raw_ostream.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cadre::driver {

struct Context {
  Context(const Options& o, FileSystem& f, llvm::raw_fd_ostream& asked, llvm::raw_ostream& rest)
      : options(o), files(f), out(asked), err(rest) {}

  const Options& options;
  FileSystem& files;
  llvm::raw_fd_ostream& out;  ///< What was asked for.
  llvm::raw_ostream& err;     ///< Findings, and what a person likes to know.
  bool colorOut = false;
  bool colorErr = false;
  size_t terminalWidth = 0;  ///< Columns of the terminal that `out` is; 0 for none.
  size_t pageWidth = 80;     ///< Columns that pages are broken at.
  /// SOURCE_DATE_EPOCH, which outputs may show; none where it is not set.
  std::optional<std::string> sourceDate;

  SourceManager sources;
  Diagnostics findings;  ///< About the sources: exit 1.
  Diagnostics faults;    ///< About the call, the manifest or the world: exit 2.

  /// True when nothing stands against going on: no fault, no error, no denied warning.
  [[nodiscard]] bool isClean() const;
  /// Looks whether `--report-file`, if there is one, can be written.
  void openReport();
  /// Writes the report as things stand, before `output` comes to hold `built`, so that a full disk
  /// changes nothing there. False when that failed (reported, and there is no report from then on).
  bool reportBefore(const OutputDirectory& output, const OutputFiles& built);
  /// Shows findings and faults, and gives the exit code that follows from them. Every verb ends with
  /// this, and nothing is shown twice.
  ExitCode finish();
  /// The day of SOURCE_DATE_EPOCH, else today's, in UTC: `2026-03-01`.
  [[nodiscard]] std::string today() const;
  /// Threads to use.
  [[nodiscard]] unsigned jobs() const;
  /// True when other text may stand on `err` without spoiling the findings.
  [[nodiscard]] bool isErrShared() const {
    return report_ || diag::shapeOf(options.format) == diag::FormatShape::Text;
  }
  /// True when a person reads what stands on `err`, and nobody else.
  [[nodiscard]] bool isForPeople() const { return !report_ && options.format == diag::MessageFormat::Human; }
  /// True when lines for a person may stand on `err` beside the findings.
  [[nodiscard]] bool isTalking() const {
    return !options.quiet && (report_ || isForPeople());
  }

private:
  void closeOut();
  [[nodiscard]] ExitCode exitCode() const;
  [[nodiscard]] std::vector<std::string> reportPaths() const;
  [[nodiscard]] std::string rendered(bool color) const;
  bool writeReport();

  /// Where findings go instead of `err`.
  std::unique_ptr<ReportFile> report_;
};

}  // namespace cadre::driver
