// The one form of a file, checked: takes a file's bytes, gives its text as `cadre fmt` writes it,
// or the syntax errors that forbid to write it. Compares what it gives with what it was given,
// token by token and tree by tree. Reads and writes no file.
#pragma once

#include "diag/diagnostics.h"
#include "source/source_manager.h"

#include <llvm/ADT/ArrayRef.h>

#include <optional>
#include <string>
#include <vector>

namespace cadre::session {

struct Formatted {
  std::optional<std::string> text;  ///< Nothing where the file does not parse, or `fault` is set.
  Diagnostics diagnostics;          ///< Why it does not parse.
  std::string fault;                ///< How the text would differ: a mistake of cadre.
};

Formatted format(const SourceManager& sources, FileId file);

/// The same for several files, by as many threads as `jobs`; no result depends on it.
std::vector<Formatted> format(const SourceManager& sources, llvm::ArrayRef<FileId> files,
                              unsigned jobs);

}  // namespace cadre::session
