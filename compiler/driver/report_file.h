// The file of `--report-file`: takes the findings as text, gives a whole file or none. It is
// written beside its place first, so that a full disk is known before a build changes anything.
#pragma once

#include "diag/diagnostics.h"
#include "driver/file_system.h"
#include "driver/output.h"
#include "source/source_manager.h"

#include <string>

namespace cadre::driver {

class ReportFile {
public:
  ReportFile(FileSystem& files, std::string path) : files_(files), path_(std::move(path)) {}
  ReportFile(const ReportFile&) = delete;
  ReportFile& operator=(const ReportFile&) = delete;
  ~ReportFile() { discard(); }

  /// True where a report can be written there; says why not.
  bool open(Diagnostics& faults);
  /// True where none of the files stands there that were read.
  bool isUnread(const SourceManager& sources, Diagnostics& faults);
  /// True where `output`, which is to hold `built`, has nothing of its own there.
  bool isApart(const OutputDirectory& output, const OutputFiles& built, Diagnostics& faults);
  /// Writes the bytes beside the place. What was staged before is forgotten.
  bool stage(const std::string& bytes, Diagnostics& faults);
  /// Puts what is staged into its place.
  bool commit(Diagnostics& faults);

private:
  std::string resolveAnyway(const std::string& path);
  bool cannotWrite(std::error_code error, Diagnostics& faults) const;
  void discard();

  FileSystem& files_;
  std::string path_;    ///< As the user wrote it.
  std::string target_;  ///< Absolute, without links.
  std::string staged_;  ///< Where the staged bytes are; empty: nowhere.
  std::string bytes_;
};

}  // namespace cadre::driver
