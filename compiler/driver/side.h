// A side of a comparison: takes what the user named (a package, a workspace, a release's framework.json, or
// a revision of a git repository), gives the frameworks there as documents. Reports what cannot be read and
// what does not check.
#pragma once

#include "diff/document.h"
#include "driver/checked_place.h"
#include "driver/context.h"

#include <memory>
#include <string>
#include <vector>

namespace cadre::driver {

struct SideFramework {
  std::unique_ptr<diff::Document> document;
  /// What it was made of; null for a framework.json.
  const session::Result* result = nullptr;
  const Package* package = nullptr;

  [[nodiscard]] std::string id() const { return document->framework().get("id").str(); }
};

/// What a checked package publishes, as a side has it. None where that failed (reported). The framework refers
/// to `result` and `package`.
[[nodiscard]] std::optional<SideFramework> publishedFramework(Context& context, const session::Result& result,
                                                              const Package& package);

class Side {
public:
  /// Reads, checks and publishes what `named` is. A revision without a path is what stood there where
  /// `counterpart` is. False where that failed (reported).
  [[nodiscard]] bool open(Context& context, const std::string& named, const std::string& counterpart);

  /// As the user would write it.
  [[nodiscard]] const std::string& shown() const { return name_; }
  [[nodiscard]] llvm::ArrayRef<SideFramework> frameworks() const { return frameworks_; }
  /// What was read on the disk, as the user would write it: files, and directories whose names were. Of a
  /// revision nothing.
  [[nodiscard]] std::vector<std::string> read() const;
  /// True of a revision that may be another commit tomorrow: of all but whole hashes.
  [[nodiscard]] bool isMovingRevision() const { return isMovingRevision_; }

private:
  bool readRelease(Context& context, const std::string& path);
  bool readReleases(Context& context, const std::string& directory);
  bool compile(Context& context);

  std::string name_;
  bool isRevision_ = false;
  bool isMovingRevision_ = false;
  std::optional<Place> place_;  ///< Up to the check.
  CheckedPlace checked_;  ///< Of sources.
  std::vector<std::string> releases_;  ///< The files that were read, and the directories above them.
  std::vector<SideFramework> frameworks_;
};

}  // namespace cadre::driver
