// The output directory of a build, an import or `new`: takes all files at once and puts them there so
// that at every moment, also after a kill or a power cut, the directory is the old one or becomes it
// or the new one with the next call. Files that did not change are not touched; what no build wrote
// is neither overwritten nor removed.
//
// Bytes are staged in a directory beside the output (inside it where that is another file system),
// the steps are written to a journal there, then taken one by one. Whoever finds the journal later
// takes the steps that are missing, or takes all of them back where it is marked so.
#pragma once

#include "diag/diagnostics.h"
#include "driver/file_system.h"
#include "driver/output_plan.h"
#include "driver/transaction.h"

#include <optional>
#include <string>
#include <vector>

namespace cadre::driver {

enum class OutputMode : uint8_t {
  Build,   ///< Shares the directory with what others put there.
  Import,  ///< Wants a directory that is new, empty, or as an import left it.
  New,     ///< Wants a directory that is new or empty; leaves no record.
  Add,     ///< Shares the directory, replaces nothing; leaves no record.
};

class OutputDirectory {
public:
  /// Files that mark an output directory: the records of a build and of an import.
  static constexpr llvm::StringRef buildRecord = ".cadre-manifest";
  static constexpr llvm::StringRef importRecord = ".cadre-import";

  /// `path` as the user wrote it. Nothing happens yet. `files` must outlive the object.
  OutputDirectory(FileSystem& files, std::string path, OutputMode mode)
      : files_(files), shownAs_(path), path_(std::move(path)), mode_(mode) {}

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] OutputMode mode() const { return mode_; }

  /// Holds the directory, if it is there, against other builds and mends what one that was cut off
  /// left. False when that failed (reported).
  [[nodiscard]] bool open(Diagnostics& diagnostics);

  /// Makes the directory hold `files`. None when that failed: then nothing has changed (reported).
  [[nodiscard]] std::optional<OutputChanges> replace(const OutputFiles& files, Diagnostics& diagnostics);

private:
  bool findDirectory(Diagnostics& diagnostics);
  bool lock(Diagnostics& diagnostics);
  bool recover(Diagnostics& diagnostics);
  bool finishJournal(const std::string& journal, bool forward, Diagnostics& diagnostics);
  std::string findStaging();
  bool makeDirectories(Diagnostics& diagnostics);
  void removeMadeDirectories();
  std::optional<OutputRecord> readRecord(Diagnostics& diagnostics);
  bool isFresh(const OutputRecord& record, Diagnostics& diagnostics);
  bool isAsRecorded(const std::string& path, const OutputRecord& record);
  std::optional<Failure> stage(const OutputPlan& plan);
  std::optional<Failure> stageFiles(const OutputPlan& plan, std::vector<std::string>& staged);
  std::error_code keepOld(const Operation& operation);
  std::optional<Failure> writeJournal(const Transaction& transaction);
  bool rollBack(Transaction& transaction);
  void discardStaging();
  bool fail(const Failure& failure, bool isIntact, Diagnostics& diagnostics);
  [[nodiscard]] std::string recordName() const;
  [[nodiscard]] std::string inStaging(llvm::StringRef name) const { return joinPath(staging_, name); }

  FileSystem& files_;
  std::string shownAs_;
  std::string path_;  ///< Without links, once found.
  OutputMode mode_;
  bool exists_ = false;
  bool isLocked_ = false;
  DirectoryLock lock_;
  std::string staging_;
  std::vector<std::string> made_;  ///< Directories made on the way to the output, outermost first.
};

}  // namespace cadre::driver
