#include "lint/career.h"

#include <llvm/ADT/DenseSet.h>

#include <utility>

namespace cadre::lint {

using model::ProfileId;

std::vector<Step> stepsOf(const model::Model& model) {
  std::vector<Step> out;
  llvm::DenseSet<std::pair<uint32_t, uint32_t>> seen;
  const auto isRetired = [&](ProfileId it) { return model[it].status == model::Status::Retired; };
  for (const model::Path& path : model.tables().paths) {
    if (model.isExternal(path) || path.status == model::Status::Retired) continue;
    for (const auto chain : path.chains) {
      for (size_t i = 1; i < chain.size(); ++i) {
        const ProfileId from = chain[i - 1];
        const ProfileId to = chain[i];
        if (isRetired(from) || isRetired(to) || !seen.insert({from.index(), to.index()}).second) continue;
        out.push_back({from, to, model.tables().paths.idOf(path)});
      }
    }
  }
  return out;
}

Careers::Careers(const model::Model& model) {
  for (const Step& step : stepsOf(model)) {
    if (next_.empty()) next_.resize(model.tables().profiles.size());
    next_[step.from.index()].push_back(step.to);
  }
}

bool Careers::join(ProfileId a, ProfileId b) const { return !next_.empty() && (reaches(a, b) || reaches(b, a)); }

bool Careers::reaches(ProfileId from, ProfileId to) const {
  llvm::DenseSet<uint32_t> seen;
  std::vector<ProfileId> open = {from};
  while (!open.empty()) {
    const ProfileId at = open.back();
    open.pop_back();
    for (const ProfileId it : next_[at.index()]) {
      if (it == to) return true;
      if (seen.insert(it.index()).second) open.push_back(it);
    }
  }
  return false;
}

}  // namespace cadre::lint
