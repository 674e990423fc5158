// What translations were made from: takes the text of a lock file, `translations/<language>.lock`,
// gives the hashes of source texts by the keys of texts, and writes them again, in an order of its
// own, a line each, so that two branches rarely meet in one line. Opens no file.
#pragma once

#include "diag/diagnostics.h"
#include "source/source_manager.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <map>
#include <string>

namespace cadre::translation {

using llvm::ArrayRef;
using llvm::StringRef;

/// Of the Markdown of a text. White space counts as one space, and at the ends as nothing.
[[nodiscard]] uint64_t hashOf(StringRef markdown);

/// The texts of a package that one language translates, and what from.
class Lock {
public:
  void add(StringRef key, uint64_t hash);
  /// What was recorded under a key: nothing, or one hash; of bullets by position, in a list in
  /// which one translation stands for several, more.
  [[nodiscard]] ArrayRef<uint64_t> find(StringRef key) const;
  /// The keys, by their bytes.
  [[nodiscard]] std::vector<StringRef> keys() const;
  /// Takes over the lines of `other` that are of another framework than the one with that key: one
  /// file that stands alone may lie beside others.
  void keepOthers(const Lock& other, StringRef framework);
  /// The whole file.
  [[nodiscard]] std::string write(StringRef language) const;

private:
  llvm::StringMap<llvm::SmallVector<uint64_t, 1>> lines_;
};

/// Those of a package, by language.
using Locks = std::map<std::string, Lock, std::less<>>;

/// Reads a lock; reports lines that are none.
[[nodiscard]] Lock readLock(const SourceManager& sources, FileId file, Diagnostics& diags);

}  // namespace cadre::translation
