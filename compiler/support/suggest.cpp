#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <string>

namespace cadre {

std::vector<llvm::StringRef> suggest(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> candidates,
                                     size_t most) {
  struct Match {
    unsigned distance;
    llvm::StringRef text;
  };
  const unsigned limit = std::max<unsigned>(1, static_cast<unsigned>(word.size() + 2) / 3);
  const std::string lower = word.lower();
  std::vector<Match> matches;
  for (const llvm::StringRef candidate : candidates) {
    const size_t gap = std::max(candidate.size(), word.size()) - std::min(candidate.size(), word.size());
    if (candidate == word || gap > limit) continue;
    const std::string other = candidate.lower();
    const unsigned distance = llvm::StringRef(lower).edit_distance(other, true, limit);
    if (distance <= limit) matches.push_back({distance, candidate});
  }
  llvm::stable_sort(matches, [](const Match& a, const Match& b) { return a.distance < b.distance; });
  std::vector<llvm::StringRef> out;
  for (const Match& match : matches) {
    if (out.size() == most) break;
    if (!llvm::is_contained(out, match.text)) out.push_back(match.text);
  }
  return out;
}

}  // namespace cadre
