// What an importer is: it takes the bytes of foreign files, gives the files of a package of
// readable source and an account of what was read. Reads and writes nothing itself; what is wrong
// with the foreign files is reported at their own rows.
#pragma once

#include "diag/diagnostics.h"
#include "source/source_manager.h"

#include <llvm/ADT/StringRef.h>

#include <map>
#include <string>
#include <vector>

namespace cadre::import {

/// A foreign file that the SourceManager holds.
struct InputFile {
  std::string name;       ///< Without directories: `Skills.txt`.
  llvm::StringRef bytes;  ///< Outlives the import.
  FileId file;            ///< For the places of diagnostics.
};

/// A foreign file in an encoding that its importer finds out.
struct RawFile {
  std::string path;  ///< As the user wrote it.
  llvm::StringRef bytes;
};

using Options = std::map<std::string, std::string>;

struct Input {
  std::vector<InputFile> files;  ///< Of importers that read UTF-8.
  std::vector<RawFile> raw;      ///< Of those that read any encoding, in the order of the call.
  Options options;
  std::map<std::string, RawFile> optionFiles;  ///< What options name, by option.
  /// Gets the texts of raw files, for the places of diagnostics.
  SourceManager* sources = nullptr;
  size_t longestText = size_t{1} << 31;  ///< Bytes of a text that the sources take, and one.
  bool makesPackage = true;              ///< False: only the proposal of a switch is wanted.
};

/// A file of the package, by its path from the package's directory, with `/`.
struct PackageFile {
  std::string path;
  std::string bytes;
};

/// So many of something: `{"suppressed", 124}`.
struct Count {
  std::string what;
  size_t number = 0;
};

/// What became of the rows of a table. `read` is the sum of all else.
struct TableSummary {
  std::string name;
  size_t read = 0;
  size_t used = 0;
  std::vector<Count> leftOut;  ///< Reasons that occurred, each with its rows.
  /// What is counted, where it is not rows; then also what stood in headers, which counts as read
  /// and not as used, and what the package keeps aside because it was not understood.
  std::string unit = "rows";
  size_t headers = 0;
  std::vector<Count> kept = {};
};

struct Summary {
  std::vector<TableSummary> tables;
  std::vector<Count> totals;  ///< What the package holds.

  /// The account as lines of text.
  [[nodiscard]] std::vector<std::string> lines() const;
};

struct Result {
  std::vector<PackageFile> files;  ///< Empty when an error was reported.
  Summary summary;
  std::string proposal;  ///< For standard output: what a switch asked for instead of a package.
};

}  // namespace cadre::import
