#include "lint/held.h"

#include <llvm/ADT/STLExtras.h>

#include <utility>

namespace cadre::lint {

namespace {

/// Whether all sites of an entry were joined before.
bool holds(const AlikeSites& alike, const BaselineEntry& entry) {
  return llvm::all_of(entry.others, [&](const BaselineSite& it) {
    return alike.isEquivalent({entry.rule, entry.site}, {entry.rule, it});
  });
}

void join(AlikeSites& alike, const BaselineEntry& entry) {
  for (const BaselineSite& it : entry.others) alike.unionSets({entry.rule, entry.site}, {entry.rule, it});
}

}  // namespace

Held::Held(const Baseline* baseline) : baseline_(baseline) {
  if (!baseline) return;
  for (BaselineEntry entry : baseline->entries) {
    if (!entry.others.empty()) {
      join(alike_, entry);
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
  if (holds(alike_, finding)) return true;
  // What else is alike to a new one is told with it.
  join(alike_, finding);
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
    if (!it.others.empty()) join(now, it);
  }
  for (const BaselineEntry& it : baseline_->entries) {
    if (!it.others.empty() && !holds(now, it)) out.push_back(it);
  }
  llvm::sort(out);
  return out;
}

}  // namespace cadre::lint
