#include "lint/habit.h"
#include "lint/job.h"
#include "lint/levels_of.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::CeilingProfile, const Model& model, Context& context) {
  const auto from = static_cast<size_t>(context.number(OptionId::CeilingFrom));
  // Where levels are grades, the last grade is at the top.
  if (flatnessOf(model, context.survey().profiles(), from).isTheWay()) return;
  std::vector<model::ProfileId> found;
  size_t judged = 0;
  for (const model::ProfileId id : context.survey().profiles()) {
    const LevelsOf levels(model, model[id]);
    if (levels.count() < from) continue;
    ++judged;
    if (levels.isHighest()) found.push_back(id);
  }
  if (isHabit(found.size(), judged, habitOfProfiles)) {
    context
        .report(rule::CeilingProfile{}, model.framework().span,
                fmt::format("{} of {} profiles require all competencies", found.size(), judged))
        .help(note::LowerToNeeded);
    return;
  }
  for (const model::ProfileId id : found) {
    const Profile& profile = model[id];
    context
        .report(rule::CeilingProfile{}, profile.span,
                fmt::format("{} requires all its {} competencies", quoted(profile), profile.requirements.size()))
        .help(note::LowerToNeeded);
  }
}

}  // namespace cadre::lint
