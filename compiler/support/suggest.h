// "Did you mean": takes a misspelt word and the words that exist, gives the likely ones, best first.
// Knows nothing of what the words name.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre {

/// At most `most` candidates that a reader would take for `word` misspelt: by edit distance (case
/// counts little), at most a third of the word's length; equal distances in the given order.
std::vector<llvm::StringRef> suggest(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> candidates,
                                     size_t most = 3);

/// The same over names that packages or parents stand before, as `core.Teamwork`: what lacks only
/// that comes alone, and a name without a dot is compared with their last parts where nothing else is
/// like it.
std::vector<std::string> suggestNames(llvm::StringRef name, const std::vector<std::string>& names);

}  // namespace cadre
