#include "prose/similar.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <cmath>

namespace cadre::prose {
namespace {

/// The least number of common stems that makes sets of these sizes as similar as `least`.
size_t commonNeeded(size_t a, size_t b, double least) {
  return static_cast<size_t>(std::ceil(least / (1 + least) * static_cast<double>(a + b) - 1e-9));
}

double jaccard(size_t common, size_t a, size_t b) {
  return static_cast<double>(common) / static_cast<double>(a + b - common);
}

/// The sets with their stems numbered by rarity, rarest first, one behind the other.
class Ranked {
public:
  explicit Ranked(ArrayRef<StemSet> sets);
  [[nodiscard]] ArrayRef<uint32_t> operator[](uint32_t set) const {
    return ArrayRef(stems_).slice(begins_[set], begins_[set + 1] - begins_[set]);
  }
  [[nodiscard]] size_t count() const { return begins_.size() - 1; }
  [[nodiscard]] size_t stemCount() const { return stemCount_; }

private:
  std::vector<uint32_t> stems_;
  std::vector<uint32_t> begins_;
  size_t stemCount_ = 0;
};

Ranked::Ranked(ArrayRef<StemSet> sets) {
  uint32_t highest = 0;
  size_t sum = 0;
  for (const StemSet& set : sets) {
    sum += set.size();
    for (uint32_t stem : set) highest = std::max(highest, stem);
  }
  std::vector<uint32_t> uses(sum == 0 ? 0 : size_t{highest} + 1);
  for (const StemSet& set : sets) {
    for (uint32_t stem : set) ++uses[stem];
  }
  std::vector<uint32_t> order;
  for (uint32_t stem = 0; stem != uses.size(); ++stem) {
    if (uses[stem] != 0) order.push_back(stem);
  }
  llvm::sort(order, [&](uint32_t a, uint32_t b) { return uses[a] != uses[b] ? uses[a] < uses[b] : a < b; });
  std::vector<uint32_t> rank(uses.size());
  for (uint32_t i = 0; i != order.size(); ++i) rank[order[i]] = i;
  stemCount_ = order.size();
  stems_.reserve(sum);
  begins_.reserve(sets.size() + 1);
  begins_.push_back(0);
  for (const StemSet& set : sets) {
    for (uint32_t stem : set) stems_.push_back(rank[stem]);
    std::sort(stems_.begin() + begins_.back(), stems_.end());
    begins_.push_back(static_cast<uint32_t>(stems_.size()));
  }
}

/// Common stems, or fewer than `needed` as soon as that is certain.
size_t countCommon(ArrayRef<uint32_t> a, ArrayRef<uint32_t> b, size_t needed) {
  size_t common = 0;
  size_t i = 0;
  size_t j = 0;
  while (i != a.size() && j != b.size()) {
    if (common + std::min(a.size() - i, b.size() - j) < needed) return common;
    if (a[i] == b[j]) {
      ++common, ++i, ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  return common;
}

/// Keeps the `most` most similar partners of one set; of equals the earliest.
void keepBest(std::vector<Pair>& found, size_t from, unsigned most) {
  auto begin = found.begin() + static_cast<ptrdiff_t>(from);
  if (static_cast<size_t>(found.end() - begin) > most) {
    std::partial_sort(begin, begin + most, found.end(), [](const Pair& a, const Pair& b) {
      return a.similarity != b.similarity ? a.similarity > b.similarity : a.first < b.first;
    });
    found.resize(from + most);
    begin = found.begin() + static_cast<ptrdiff_t>(from);
  }
  std::sort(begin, found.end(), [](const Pair& a, const Pair& b) { return a.first < b.first; });
}

}  // namespace

StemSet stemsOf(const Text& text) {
  StemSet stems;
  for (const Token& token : text.tokens()) {
    const Word& word = *token.word;
    // What a form of be or have adds is tense; numbers tell apart texts that are alike otherwise.
    bool isStop = word.lists.contains(ListId::StopWords) || (word.function != FunctionWord::None &&
                  !word.mayBe(FunctionWord::Negation) && !word.mayBe(FunctionWord::Number));
    if (word.isNumber || !isStop) stems.push_back(word.stemId);
  }
  llvm::sort(stems);
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

double similarity(ArrayRef<uint32_t> a, ArrayRef<uint32_t> b) {
  if (a.empty() || b.empty()) return 0;
  return jaccard(countCommon(a, b, 0), a.size(), b.size());
}

// PPJoin without its suffix filter: Xiao, Wang, Lin & Yu 2008. Two sets that are similar enough share
// a stem among the rarest of each; how many of the rarest follows from the threshold and the sizes.
std::vector<Pair> similarPairs(ArrayRef<StemSet> sets, double least, unsigned most) {
  assert(least > 0.5 && "below that, prefixes are nearly whole sets");
  std::vector<Pair> found;
  Ranked ranked(sets);
  struct Posting {
    uint32_t set;
    uint32_t at;  ///< Of the stem in the set.
  };
  std::vector<llvm::SmallVector<Posting, 2>> postings(ranked.stemCount());
  std::vector<uint32_t> shared(sets.size());
  std::vector<uint32_t> candidates;
  // Shorter sets must be indexed with the prefix that a longer partner needs, and come in any order.
  for (uint32_t set = 0; set != sets.size(); ++set) {
    ArrayRef<uint32_t> stems = ranked[set];
    if (stems.empty()) continue;
    auto smallest = static_cast<size_t>(std::ceil(least * static_cast<double>(stems.size()) - 1e-9));
    size_t prefix = stems.size() - smallest + 1;
    candidates.clear();
    for (size_t i = 0; i != prefix; ++i) {
      for (const Posting& posting : postings[stems[i]]) {
        size_t other = ranked[posting.set].size();
        if (other < smallest || static_cast<double>(stems.size()) < least * static_cast<double>(other) - 1e-9) continue;
        size_t rest = std::min(stems.size() - i, other - posting.at);
        if (shared[posting.set] == 0) {
          if (rest < commonNeeded(stems.size(), other, least)) continue;
          candidates.push_back(posting.set);
        }
        ++shared[posting.set];
      }
      postings[stems[i]].push_back({set, static_cast<uint32_t>(i)});
    }
    size_t from = found.size();
    for (uint32_t other : candidates) {
      shared[other] = 0;
      ArrayRef<uint32_t> others = ranked[other];
      size_t needed = commonNeeded(stems.size(), others.size(), least);
      size_t common = countCommon(stems, others, needed);
      if (common >= needed) found.push_back({other, set, jaccard(common, stems.size(), others.size())});
    }
    keepBest(found, from, most);
  }
  return found;
}

}  // namespace cadre::prose
