// Names, kept once: takes text, gives a 32-bit Name that compares in one instruction. The text
// lives as long as the interner.
#pragma once

#include "support/id.h"

#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

#include <vector>

namespace cadre {

struct InternedText;
/// An interned name; none for no name.
using Name = Id<InternedText>;

class Interner {
public:
  /// The name of `text`; equal texts give equal names. `text` is copied.
  Name intern(llvm::StringRef text) {
    const auto [entry, added] = names_.try_emplace(text, Name(static_cast<uint32_t>(texts_.size())));
    if (added) texts_.push_back(entry->first());
    return entry->second;
  }

  /// The name of `text` if it was interned, else none.
  [[nodiscard]] Name find(llvm::StringRef text) const { return names_.lookup(text); }

  [[nodiscard]] llvm::StringRef text(Name name) const {
    return name ? texts_[name.index()] : llvm::StringRef();
  }

private:
  llvm::StringMap<Name, llvm::BumpPtrAllocator> names_;
  std::vector<llvm::StringRef> texts_;
};

}  // namespace cadre
