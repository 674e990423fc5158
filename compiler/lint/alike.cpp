#include "lint/alike.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <numeric>

namespace cadre::lint {

namespace {

/// A group of up to so many is told one by one.
constexpr size_t mostToldApart = 4;

/// Which things hang together through pairs.
class Groups {
public:
  explicit Groups(size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0U); }
  uint32_t of(uint32_t one) {
    while (parents_[one] != one) one = parents_[one] = parents_[parents_[one]];
    return one;
  }
  /// The first member stays the one that names the group.
  void join(uint32_t a, uint32_t b) {
    const auto [low, high] = std::minmax(of(a), of(b));
    parents_[high] = low;
  }

private:
  std::vector<uint32_t> parents_;
};

void tellEach(ArrayRef<uint32_t> members, ArrayRef<prose::Pair> pairs, std::vector<Alike>& out) {
  for (const uint32_t member : members.drop_front()) {
    const prose::Pair* best = nullptr;
    for (const prose::Pair& pair : pairs) {
      if (pair.second == member && (!best || pair.similarity > best->similarity)) best = &pair;
    }
    // One that is alike only to later ones is told there.
    if (best) out.push_back({member, {best->first}});
  }
}

}  // namespace

std::vector<Alike> groupAlike(ArrayRef<prose::Pair> pairs, size_t count) {
  Groups groups(count);
  for (const prose::Pair& pair : pairs) groups.join(pair.first, pair.second);
  struct Group {
    std::vector<uint32_t> members;
    std::vector<prose::Pair> pairs;
  };
  llvm::MapVector<uint32_t, Group> byFirst;
  for (const prose::Pair& pair : pairs) {
    Group& group = byFirst[groups.of(pair.first)];
    group.pairs.push_back(pair);
    group.members.push_back(pair.first);
    group.members.push_back(pair.second);
  }
  std::vector<Alike> out;
  for (auto& [first, group] : byFirst) {
    llvm::sort(group.members);
    group.members.erase(std::unique(group.members.begin(), group.members.end()), group.members.end());
    const ArrayRef<uint32_t> members = group.members;
    if (members.size() <= mostToldApart) {
      tellEach(members, group.pairs, out);
    } else {
      out.push_back({members.back(), members.drop_back().vec()});
    }
  }
  llvm::sort(out, [](const Alike& a, const Alike& b) { return a.later < b.later; });
  return out;
}

bool areParallel(ArrayRef<uint32_t> text, ArrayRef<uint32_t> title, ArrayRef<uint32_t> otherText,
                 ArrayRef<uint32_t> otherTitle) {
  const auto isExplained = [](ArrayRef<uint32_t> one, ArrayRef<uint32_t> other, ArrayRef<uint32_t> itsTitle,
                              ArrayRef<uint32_t> othersTitle) {
    return llvm::all_of(one, [&](uint32_t stem) {
      return llvm::is_contained(other, stem) || (llvm::is_contained(itsTitle, stem) && !llvm::is_contained(othersTitle, stem));
    });
  };
  return text != otherText && isExplained(text, otherText, title, otherTitle) &&
         isExplained(otherText, text, otherTitle, title);
}

}  // namespace cadre::lint
