#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/Twine.h>

#include <algorithm>
#include <string>

namespace cadre {

namespace {

/// The bytes up to the last dot that both names have in common: `acme.` of `acme.core`, `acme.tools`.
size_t sharedParents(llvm::StringRef a, llvm::StringRef b) {
  size_t shared = 0;
  for (size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i) {
    if (a[i] == '.') shared = i + 1;
  }
  return shared;
}

}  // namespace

std::vector<llvm::StringRef> suggest(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> candidates,
                                     size_t most) {
  struct Match {
    unsigned distance;
    llvm::StringRef text;
  };
  const std::string lower = word.lower();
  std::vector<Match> matches;
  for (const llvm::StringRef candidate : candidates) {
    // What both names share is no evidence that one is the other misspelt.
    const size_t size = word.size() - sharedParents(word, candidate);
    const unsigned limit = std::max<unsigned>(1, static_cast<unsigned>(size + 2) / 3);
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

std::vector<std::string> suggestNames(llvm::StringRef name, const std::vector<std::string>& names) {
  std::vector<std::string> out;
  llvm::copy_if(names, std::back_inserter(out),
                [&](llvm::StringRef full) { return full.ends_with(("." + name).str()); });
  if (!out.empty()) return out;
  const std::vector<llvm::StringRef> candidates(names.begin(), names.end());
  for (const llvm::StringRef found : suggest(name, candidates)) out.push_back(found.str());
  if (!out.empty() || name.contains('.')) return out;
  // What stands before the last dot is not asked for: `WoundCar` may mean `nursing.WoundCare`.
  const auto lastOf = [](llvm::StringRef full) { return full.substr(full.rfind('.') + 1); };
  std::vector<llvm::StringRef> lasts;
  for (const llvm::StringRef full : candidates) lasts.push_back(lastOf(full));
  constexpr size_t most = 3;
  for (const llvm::StringRef found : suggest(name, lasts, most)) {
    for (const llvm::StringRef full : candidates) {
      if (lastOf(full) == found && out.size() < most && !llvm::is_contained(out, full))
        out.push_back(full.str());
    }
  }
  return out;
}

}  // namespace cadre
