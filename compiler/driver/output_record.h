// What a build left in an output directory: a list of its files with the hash of their bytes, and of
// the directories it made. Takes and gives the text of the file that holds it; touches no disk.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace cadre::driver {

struct OutputRecord {
  std::map<std::string, std::string, std::less<>> files;  ///< Path → hash.
  std::set<std::string, std::less<>> directories;

  /// The record as text, the same for the same record.
  [[nodiscard]] std::string write() const;
  /// None where the text is not a record, or names a path outside the directory.
  static std::optional<OutputRecord> parse(llvm::StringRef text);
};

/// A hash that tells changed bytes from unchanged ones, in hexadecimal.
std::string hashOf(llvm::StringRef bytes);

/// A relative path with `/` that stays inside its directory and holds no line feed.
bool isInnerPath(llvm::StringRef path);

}  // namespace cadre::driver
