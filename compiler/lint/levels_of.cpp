#include "lint/levels_of.h"

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
      isLowest_ &= offered.size() > 1 && it.level.level == offered.front();
      isHighest_ &= offered.size() > 1 && it.level.level == offered.back();
    }
  }
}

}  // namespace cadre::lint
