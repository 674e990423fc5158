#include "lint/held.h"

#include <llvm/ADT/STLExtras.h>

#include <utility>

namespace cadre::lint {

const size_t* AlikeSites::find(const std::string& rule, const BaselineSite& site) const {
  const auto found = indexes_.find({rule, site});
  return found == indexes_.end() ? nullptr : &found->second;
}

size_t AlikeSites::add(const std::string& rule, const BaselineSite& site) {
  const auto [place, isNew] = indexes_.try_emplace({rule, site}, parents_.size());
  if (isNew) parents_.push_back(place->second);
  return place->second;
}

size_t AlikeSites::rootOf(size_t index) const {
  while (parents_[index] != index) index = parents_[index] = parents_[parents_[index]];
  return index;
}

bool AlikeSites::holds(const BaselineEntry& entry) const {
  const size_t* const own = find(entry.rule, entry.site);
  return own && llvm::all_of(entry.others, [&](const BaselineSite& it) {
           const size_t* const other = find(entry.rule, it);
           return other && rootOf(*own) == rootOf(*other);
         });
}

void AlikeSites::join(const BaselineEntry& entry) {
  const size_t own = add(entry.rule, entry.site);
  for (const BaselineSite& it : entry.others) {
    const size_t other = add(entry.rule, it);
    parents_[rootOf(other)] = rootOf(own);
  }
}

Held::Held(const Baseline* baseline) : baseline_(baseline) {
  if (!baseline) return;
  for (BaselineEntry entry : baseline->entries) {
    if (!entry.others.empty()) {
      alike_.join(entry);
    } else {
      const size_t count = std::exchange(entry.count, 1);
      left_[std::move(entry)] += count;
    }
  }
}

bool Held::take(const BaselineEntry& finding) {
  if (!baseline_) return false;
  if (finding.others.empty()) {
    const auto known = left_.find(finding);
    if (known == left_.end() || known->second == 0) return false;
    --known->second;
    return true;
  }
  if (alike_.holds(finding)) return true;
  // What else is alike to a new one is told with it.
  alike_.join(finding);
  return false;
}

std::vector<BaselineEntry> Held::gone(llvm::ArrayRef<BaselineEntry> findings) const {
  std::vector<BaselineEntry> out;
  if (!baseline_) return out;
  for (const auto& [entry, count] : left_) {
    if (count == 0) continue;
    out.push_back(entry);
    out.back().count = count;
  }
  AlikeSites now;
  for (const BaselineEntry& it : findings) {
    if (!it.others.empty()) now.join(it);
  }
  for (const BaselineEntry& it : baseline_->entries) {
    if (!it.others.empty() && !now.holds(it)) out.push_back(it);
  }
  llvm::sort(out);
  return out;
}

}  // namespace cadre::lint
