// Objects that git keeps in files of their own: takes directories of objects, tells whether one of
// their files was cut off, as happens to what was written shortly before a power cut. libgit2 reads
// on for ever at the end of such a file.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre::git {

class LooseObjects {
public:
  /// Looks in a directory of objects too, and in those that it names as its alternates.
  void add(const std::string& directory) { add(directory, 0); }

  /// Whether a file of an object whose hash begins with `digits`, two at least, was cut off.
  [[nodiscard]] bool isAnyCutOff(llvm::StringRef digits) const;

private:
  void add(const std::string& directory, unsigned depth);

  std::vector<std::string> directories_;
};

}  // namespace cadre::git
