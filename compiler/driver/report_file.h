// The file of `--report-file` or `--depfile`: takes a text, gives a whole file or leaves what is there.
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
  /// `option`: how the user named it.
  ReportFile(FileSystem& files, llvm::StringRef option, std::string path)
      : files_(files), option_(option), path_(std::move(path)) {}
  ~ReportFile();
  ReportFile(const ReportFile&) = delete;
  ReportFile& operator=(const ReportFile&) = delete;

  /// True where a file can be written there; says why not.
  bool open(Diagnostics& faults);
  /// True where none of the files stands there that were read.
  bool isUnread(const SourceManager& sources, Diagnostics& faults);
  /// True where `output`, which is to hold `built`, has nothing of its own there.
  bool isApart(const OutputDirectory& output, const OutputFiles& built, Diagnostics& faults);
  /// Makes the file hold the bytes, in one step. What it holds already is not written again.
  bool write(const std::string& bytes, Diagnostics& faults);
  /// Writes the bytes beside the file, and makes them the file: what can fail on a full disk, and what
  /// hardly can. Without the second nothing is left of them.
  bool stage(const std::string& bytes, Diagnostics& faults);
  bool commit(Diagnostics& faults);

private:
  void discard();
  std::string resolveAnyway(const std::string& path);
  bool cannotWrite(std::error_code error, Diagnostics& faults) const;

  FileSystem& files_;
  llvm::StringRef option_;
  std::string path_;    ///< As the user wrote it.
  std::string target_;  ///< Absolute, without links.
  std::string staged_;  ///< Where bytes stand that are not the file yet; empty without.
  std::optional<std::string> written_;
};

}  // namespace cadre::driver
