// Names that people call by something else: takes what a thing may be called (names, old names,
// titles) and what to write for it, gives what to write for a text that is the same but for case,
// spaces, dashes and underscores. Knows nothing of what the names name.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre {

/// A name or a title without what people get wrong: case, spaces, dashes and underscores.
[[nodiscard]] std::string squeezed(llvm::StringRef name);

class Alike {
public:
  /// `name` is to be written for what is called `key`. `thing` tells things apart: each is offered
  /// once, by the name that came first.
  void add(llvm::StringRef key, llvm::StringRef name, size_t thing);
  /// What to write for `name`, three at most, in the order in which they came.
  [[nodiscard]] std::vector<std::string> find(llvm::StringRef name) const;

private:
  struct Offer {
    std::string name;
    size_t thing = 0;
  };
  llvm::StringMap<std::vector<Offer>> offers_;
};

}  // namespace cadre
