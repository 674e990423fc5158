// What every verb gets: the options, the disk, the streams; and the way to end, which shows the
// findings and turns them into the exit code.
#pragma once

#include "diag/diagnostics.h"
#include "driver/exit_code.h"
#include "driver/file_system.h"
#include "driver/options.h"
#include "source/source_manager.h"

#include <llvm/Support/raw_ostream.h>

#include <optional>
#include <string>

namespace cadre::driver {

struct Context {
  Context(const Options& o, FileSystem& f, llvm::raw_ostream& asked, llvm::raw_ostream& rest)
      : options(o), files(f), out(asked), err(rest) {}

  const Options& options;
  FileSystem& files;
  llvm::raw_ostream& out;  ///< What was asked for.
  llvm::raw_ostream& err;  ///< Findings, and what a person likes to know.
  bool colorOut = false;
  bool colorErr = false;
  /// SOURCE_DATE_EPOCH, which outputs may show; none where it is not set.
  std::optional<std::string> sourceDate;

  SourceManager sources;
  Diagnostics findings;  ///< About the sources: exit 1.
  Diagnostics faults;    ///< About the call, the manifest or the world: exit 2.

  /// True when nothing stands against going on: no fault, no error, no denied warning.
  [[nodiscard]] bool isClean() const;
  /// Shows findings and faults, and gives the exit code that follows from them.
  ExitCode finish();
  /// Threads to use.
  [[nodiscard]] unsigned jobs() const;
  /// True when lines for a person may stand on `err` beside the findings.
  [[nodiscard]] bool isTalking() const {
    return !options.quiet && options.format == diag::MessageFormat::Human;
  }
};

}  // namespace cadre::driver
