#include "lint/levels_of.h"

#include "lint/habit.h"
#include "lint/job.h"

namespace cadre::lint {

LevelsOf::LevelsOf(const model::Model& model, const model::Profile& profile) {
  for (const model::Requirement& it : profile.requirements) {
    if (it.level.isNone()) {
      count_ = 0;
      return;
    }
    const model::Requirement& first = profile.requirements.front();
    const model::Competency& competency = model[it.competency];
    const model::Scale& scale = model[competency.scale];
    ++count_;
    isOne_ &= it.level == first.level && competency.scale == model[first.competency].scale;
    if (it.level.number) {
      isLowest_ &= *it.level.number == scale.low;
      isHighest_ &= *it.level.number == scale.high;
    } else {
      const auto offered = model.offeredLevels(competency);
      isLowest_ &= it.level.level == offered.front();
      isHighest_ &= offered.size() > 1 && it.level.level == offered.back();
    }
  }
}

bool Flatness::isTheWay() const {
  if (flat.empty()) return false;
  return isHabit(flat.size(), judged, habitOfProfiles) || (judged >= 3 && one == judged);
}

Flatness flatnessOf(const model::Model& model, model::ArrayRef<model::ProfileId> profiles, size_t from) {
  Flatness out;
  for (const model::ProfileId id : profiles) {
    const LevelsOf levels(model, model[id]);
    if (levels.count() < from) continue;
    ++out.judged;
    if (!levels.isOne()) continue;
    ++out.one;
    if (!levels.isLowest() && !levels.isHighest()) out.flat.push_back(id);
  }
  return out;
}

}  // namespace cadre::lint
