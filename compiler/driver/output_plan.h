// What has to happen so that an output directory holds what a build made, and nothing more of what
// earlier builds made. Takes the files of the build, the record of the last one and the disk; gives
// operations. Writes nothing; names what is in the way.
#pragma once

#include "diag/diagnostics.h"
#include "driver/output_record.h"
#include "driver/transaction.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cadre::driver {

/// A directory's files: path, relative with `/`, → bytes.
using OutputFiles = std::map<std::string, std::string, std::less<>>;

/// What a build changed, by paths in the output directory, sorted.
struct OutputChanges {
  std::vector<std::string> written;
  std::vector<std::string> removed;

  [[nodiscard]] bool empty() const { return written.empty() && removed.empty(); }
};

struct OutputPlan {
  std::vector<Operation> operations;
  std::vector<llvm::StringRef> staged;  ///< The bytes for each slot; null for a removed file.
  OutputChanges changes;
};

struct PlanInput {
  std::string directory;    ///< Need not exist.
  std::string shownAs;      ///< The directory as messages name it.
  std::string recordName;   ///< The file that holds the record; empty: none is kept.
  const OutputRecord& last;
  const OutputFiles& files;
};

/// None when something is in the way or cannot be read (reported). `recordText` owns the bytes of the
/// new record, which the plan refers to.
std::optional<OutputPlan> planOutput(FileSystem& files, const PlanInput& input, std::string& recordText,
                                     Diagnostics& diagnostics);

}  // namespace cadre::driver
