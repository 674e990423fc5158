#include "prose/similar.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/bit.h>
#include <llvm/Support/xxhash.h>

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
  Ranked(ArrayRef<ArrayRef<uint32_t>> sets, ArrayRef<uint64_t> marks);
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

Ranked::Ranked(ArrayRef<ArrayRef<uint32_t>> sets, ArrayRef<uint64_t> marks) {
  uint32_t highest = 0;
  size_t sum = 0;
  for (const ArrayRef<uint32_t> set : sets) {
    sum += set.size();
    for (uint32_t stem : set) highest = std::max(highest, stem);
  }
  std::vector<uint32_t> uses(sum == 0 ? 0 : size_t{highest} + 1);
  for (const ArrayRef<uint32_t> set : sets) {
    for (uint32_t stem : set) ++uses[stem];
  }
  std::vector<uint32_t> order;
  for (uint32_t stem = 0; stem != uses.size(); ++stem) {
    if (uses[stem] != 0) order.push_back(stem);
  }
  llvm::sort(order, [&](uint32_t a, uint32_t b) {
    return uses[a] != uses[b] ? uses[a] < uses[b] : marks[a] < marks[b];
  });
  std::vector<uint32_t> rank(uses.size());
  for (uint32_t i = 0; i != order.size(); ++i) rank[order[i]] = i;
  stemCount_ = order.size();
  stems_.reserve(sum);
  begins_.reserve(sets.size() + 1);
  begins_.push_back(0);
  for (const ArrayRef<uint32_t> set : sets) {
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

/// A bit for each stem: bits that differ are stems that differ.
uint64_t signatureOf(ArrayRef<uint32_t> stems) {
  uint64_t bits = 0;
  for (uint32_t stem : stems) bits |= uint64_t{1} << ((stem * 0x9e3779b97f4a7c15U) >> 58);
  return bits;
}

/// How many of its rarest stems a set must be looked for by.
size_t prefixOf(size_t size, double least) {
  return size == 0
             ? 0
             : size - static_cast<size_t>(std::ceil(least * static_cast<double>(size) - 1e-9)) + 1;
}

/// From where in a set of `size` a common stem, the `at`-th of the rarest in another, can be the
/// first that both have: how many of the places in sets of fitting sizes are to be looked at. 0 for
/// none.
size_t reachOf(size_t size, size_t at, double least) {
  const auto smallest = static_cast<size_t>(std::ceil(least * static_cast<double>(size) - 1e-9));
  const auto largest = static_cast<size_t>(static_cast<double>(size) / least + 1e-9);
  size_t reach = 0;
  for (size_t other = smallest; other <= largest; ++other) {
    const size_t needed = commonNeeded(size, other, least);
    if (at + needed <= size && needed <= other) reach = std::max(reach, other - needed + 1);
  }
  return reach;
}

/// reachOf(), which sets of one size ask again and again.
class Reach {
public:
  explicit Reach(double least) : least_(least) {}
  size_t of(size_t size, size_t at) {
    if (size >= bySize_.size()) bySize_.resize(size + 1);
    std::vector<size_t>& known = bySize_[size];
    while (known.size() <= at) known.push_back(reachOf(size, known.size(), least_));
    return known[at];
  }

private:
  double least_;
  std::vector<std::vector<size_t>> bySize_;
};

/// For each stem, and each place that it has among a set's rarest, those sets, in one array.
class Postings {
public:
  struct Posting {
    uint64_t signature;
    uint32_t set;
    uint32_t size;
  };
  Postings(const Ranked& ranked, double least);
  /// Of sets in which the stem is the `at`-th.
  [[nodiscard]] ArrayRef<Posting> of(uint32_t stem, size_t at) const {
    const size_t list = listOf(stem, at);
    return ArrayRef(postings_).slice(begins_[list], ends_[list] - begins_[list]);
  }
  void add(uint32_t stem, size_t at, Posting posting) {
    postings_[ends_[listOf(stem, at)]++] = posting;
  }

  /// Places from the last of these on, which long sets alone have, share a list.
  static constexpr size_t places = 6;

private:
  static size_t listOf(uint32_t stem, size_t at) {
    return size_t{stem} * places + std::min(at, places - 1);
  }

  std::vector<Posting> postings_;
  std::vector<uint32_t> begins_;
  std::vector<uint32_t> ends_;
};

Postings::Postings(const Ranked& ranked, double least) : begins_(ranked.stemCount() * places + 1) {
  for (uint32_t set = 0; set != ranked.count(); ++set) {
    const ArrayRef<uint32_t> stems = ranked[set];
    for (size_t at = 0; at != prefixOf(stems.size(), least); ++at)
      ++begins_[listOf(stems[at], at) + 1];
  }
  for (size_t i = 1; i != begins_.size(); ++i) begins_[i] += begins_[i - 1];
  postings_.resize(begins_.back());
  ends_ = begins_;
}

/// Sets with the same stems, under the first of them.
class Equals {
public:
  explicit Equals(const Ranked& ranked)
      : ranked_(ranked), members_(ranked.count()), next_(ranked.count(), UINT32_MAX) {}
  uint32_t firstOf(uint32_t set);
  void add(uint32_t first, uint32_t set) { members_[first].push_back(set); }
  [[nodiscard]] ArrayRef<uint32_t> of(uint32_t first) const { return members_[first]; }

private:
  const Ranked& ranked_;
  llvm::DenseMap<uint64_t, uint32_t> firstByHash_;
  std::vector<llvm::SmallVector<uint32_t, 1>> members_;
  std::vector<uint32_t> next_;  ///< Other sets with one hash.
};

uint32_t Equals::firstOf(uint32_t set) {
  ArrayRef<uint32_t> stems = ranked_[set];
  // The two highest values are DenseMap's own.
  uint64_t hash =
      llvm::xxh3_64bits({reinterpret_cast<const uint8_t*>(stems.data()), stems.size() * 4}) >> 1;
  auto [place, isNew] = firstByHash_.try_emplace(hash, set);
  if (isNew) return set;
  uint32_t first = place->second;
  while (ranked_[first] != stems) {
    if (next_[first] == UINT32_MAX) next_[first] = set;
    first = next_[first];
  }
  return first;
}

/// Where thousands of texts differ in a word, not all of a text's partners are compared.
constexpr size_t mostLookedAt = 2000;

/// Adds the stems of all words that carry meaning, as often as they stand there.
template <class Stems>
void collectStems(const Text& text, Stems& out) {
  for (const Token& token : text.tokens()) {
    const Word& word = *token.word;
    // What a form of be or have adds is tense; numbers tell apart texts that are alike otherwise.
    const bool isStop = word.lists.contains(ListId::StopWords) ||
                        (word.function != FunctionWord::None && !word.mayBe(FunctionWord::Negation) &&
                         !word.mayBe(FunctionWord::Number));
    if (word.isNumber || !isStop) out.push_back(word.stemId);
  }
}

}  // namespace

StemSet stemsOf(const Text& text) {
  StemSet stems;
  collectStems(text, stems);
  llvm::sort(stems);
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

void StemSets::add(const Text& text) {
  const auto before = static_cast<ptrdiff_t>(stems_.size());
  collectStems(text, stems_);
  const auto begin = stems_.begin() + before;
  std::sort(begin, stems_.end());
  stems_.erase(std::unique(begin, stems_.end()), stems_.end());
  ends_.push_back(static_cast<uint32_t>(stems_.size()));
}

void StemSets::reserve(size_t count) {
  constexpr size_t stemsEach = 8;
  ends_.reserve(count);
  stems_.reserve(count * stemsEach);
}

void StemSets::take(StemSets&& other) {
  const auto before = static_cast<uint32_t>(stems_.size());
  llvm::append_range(stems_, other.stems_);
  for (const uint32_t end : other.ends_) ends_.push_back(before + end);
}

double similarity(ArrayRef<uint32_t> a, ArrayRef<uint32_t> b) {
  if (a.empty() || b.empty()) return 0;
  return jaccard(countCommon(a, b, 0), a.size(), b.size());
}

// PPJoin (Xiao, Wang, Lin & Yu 2008) with signatures in the place of its suffix filter. Two sets
// that are similar enough share a stem among the rarest of each; how many of the rarest follows
// from the threshold and the sizes, and so does where each may have the first that they share. Of
// sets that are equal the first alone is looked up.
std::vector<Pair> similarPairs(ArrayRef<ArrayRef<uint32_t>> sets, ArrayRef<uint64_t> marks, double least, unsigned most) {
  assert(least > 0.5 && "below that, prefixes are nearly whole sets");
  std::vector<Pair> found;
  Ranked ranked(sets, marks);
  Postings postings(ranked, least);
  Equals equals(ranked);
  Reach reaches(least);
  std::vector<uint32_t> seenBy(sets.size(), UINT32_MAX);
  for (uint32_t set = 0; set != sets.size(); ++set) {
    ArrayRef<uint32_t> stems = ranked[set];
    if (stems.empty()) continue;
    size_t from = found.size();
    uint32_t first = equals.firstOf(set);
    for (uint32_t equal : equals.of(first)) found.push_back({equal, set, 1});
    if (equals.of(first).size() < most) equals.add(first, set);
    if (found.size() - from == most) continue;

    auto smallest =
        static_cast<size_t>(std::ceil(least * static_cast<double>(stems.size()) - 1e-9));
    auto largest = static_cast<size_t>(static_cast<double>(stems.size()) / least + 1e-9);
    uint64_t signature = signatureOf(stems);
    for (size_t i = 0; i != prefixOf(stems.size(), least); ++i) {
      const size_t reach = std::min(reaches.of(stems.size(), i), Postings::places);
      for (size_t at = 0; at != reach; ++at) {
        for (const Postings::Posting& other : postings.of(stems[i], at)) {
          if (other.size < smallest || other.size > largest) continue;
          size_t needed = commonNeeded(stems.size(), other.size, least);
          auto differing = static_cast<size_t>(llvm::popcount(signature ^ other.signature));
          if (differing > stems.size() + other.size - 2 * needed || stems.size() - i < needed)
            continue;
          if (other.set == first || seenBy[other.set] == set) continue;
          seenBy[other.set] = set;
          size_t common = countCommon(stems, ranked[other.set], needed);
          if (common < needed) continue;
          double similarity = jaccard(common, stems.size(), other.size);
          for (uint32_t each : equals.of(other.set)) found.push_back({each, set, similarity});
          if (found.size() - from >= mostLookedAt) break;
        }
      }
      if (first == set)
        postings.add(stems[i], i, {signature, set, static_cast<uint32_t>(stems.size())});
    }
    keepBest(found, from, most);
  }
  return found;
}

}  // namespace cadre::prose
