// Which of many texts say nearly the same: takes each text's stems, gives groups. Exact (no text that
// is as similar as asked is missed), by inverted lists over the rarest stems (prefix filtering, after
// Bayardo, Ma & Srikant 2007), so that 50,000 texts take far less than a second each way.
#pragma once

#include "prose/text.h"

#include <cstdint>
#include <vector>

namespace cadre::prose {

/// The stems of a text that carry meaning (no stop words), sorted, each once; numbers as they are.
using StemSet = llvm::SmallVector<uint32_t, 12>;
[[nodiscard]] StemSet stemsOf(const Text& text);

/// The stems of many texts, one behind the other.
class StemSets {
public:
  /// Adds stemsOf(text).
  void add(const Text& text);
  /// Makes room for so many.
  void reserve(size_t count);
  /// Adds those of another one.
  void take(StemSets&& other);
  [[nodiscard]] size_t size() const { return ends_.size(); }
  /// Good until more are added.
  [[nodiscard]] ArrayRef<uint32_t> operator[](size_t set) const {
    const size_t begin = set == 0 ? 0 : ends_[set - 1];
    return ArrayRef(stems_).slice(begin, ends_[set] - begin);
  }

private:
  std::vector<uint32_t> stems_;
  std::vector<uint32_t> ends_;
};

/// Stems that both have, of all that either has: 0 to 1 (Jaccard). Two empty sets are not similar.
[[nodiscard]] double similarity(ArrayRef<uint32_t> a, ArrayRef<uint32_t> b);

struct Pair {
  uint32_t first = 0;  ///< Indexes of the texts, first < second.
  uint32_t second = 0;
  double similarity = 0;
};

/// All pairs of sets with a similarity of at least `least` (above 0.5), ordered by `second`, then
/// `first`. Of each text at most `most` earlier partners, the most similar ones, so that a thousand
/// copies do not make half a million pairs. A text with thousands of partners has those of the first ones
/// that it was compared with. `marks` are Lexicon::stemMarks().
[[nodiscard]] std::vector<Pair> similarPairs(ArrayRef<ArrayRef<uint32_t>> sets, ArrayRef<uint64_t> marks, double least,
                                             unsigned most = 3);

}  // namespace cadre::prose
