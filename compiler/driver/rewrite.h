// Writes sources back to where they were read from: takes old and new bytes, replaces each file in
// one step, and only after all of them are on the disk beside it. A file that somebody changed in
// the meantime is left alone, and with it all others. Makes files that are new in the same way.
#pragma once

#include "diag/diagnostics.h"
#include "driver/file_system.h"

#include <llvm/ADT/ArrayRef.h>

#include <string>

namespace cadre::driver {

/// A file to replace.
struct Rewrite {
  std::string real;   ///< Where it is; what a link there leads to is replaced, the link stays.
  std::string shown;  ///< As messages name it.
  std::string before;
  std::string after;
  bool isNew = false;  ///< Nothing is there yet; its directory is made where that is missing too.
};

/// Replaces the files; permissions stay. False after a report: then no file has changed, unless a
/// file could not be moved into place behind others that were (the report says so).
bool rewriteSources(FileSystem& files, llvm::ArrayRef<Rewrite> rewrites, Diagnostics& faults);

}  // namespace cadre::driver
