// The file of `--report-file`: takes the findings as text, gives a whole file or leaves what is there.
// Knows where it must not write.
#pragma once

#include "diag/diagnostics.h"
#include "driver/file_system.h"
#include "driver/output.h"
#include "source/source_manager.h"

#include <optional>
#include <string>

namespace cadre::driver {

class ReportFile {
public:
  ReportFile(FileSystem& files, std::string path) : files_(files), path_(std::move(path)) {}

  /// True where a report can be written there; says why not.
  bool open(Diagnostics& faults);
  /// True where none of the files stands there that were read.
  bool isUnread(const SourceManager& sources, Diagnostics& faults);
  /// True where `output`, which is to hold `built`, has nothing of its own there.
  bool isApart(const OutputDirectory& output, const OutputFiles& built, Diagnostics& faults);
  /// Makes the file hold the bytes, in one step. What it holds already is not written again.
  bool write(const std::string& bytes, Diagnostics& faults);

private:
  std::string resolveAnyway(const std::string& path);
  bool cannotWrite(std::error_code error, Diagnostics& faults) const;

  FileSystem& files_;
  std::string path_;    ///< As the user wrote it.
  std::string target_;  ///< Absolute, without links.
  std::optional<std::string> written_;
};

}  // namespace cadre::driver
