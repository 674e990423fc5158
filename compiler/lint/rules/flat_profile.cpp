#include "lint/job.h"
#include "lint/levels_of.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::FlatProfile, const Model& model, Context& context) {
  const auto from = static_cast<size_t>(context.number(OptionId::FlatFrom));
  std::vector<model::ProfileId> flat;
  size_t judged = 0;
  for (const model::ProfileId id : context.survey().profiles()) {
    const LevelsOf levels(model, model[id]);
    if (levels.count() < from) continue;
    ++judged;
    // What begins a career may well be at the lowest level throughout; the highest is another rule's.
    if (levels.isOne() && !levels.isLowest() && !levels.isHighest()) flat.push_back(id);
  }
  if (isTheWay(flat.size(), judged)) {
    context
        .report(rule::FlatProfile{}, model.framework().span,
                fmt::format("{} of {} profiles require all competencies at one level", flat.size(), judged))
        .help(note::RaiseWhatMatters);
    return;
  }
  for (const model::ProfileId id : flat) {
    const Profile& profile = model[id];
    context
        .report(rule::FlatProfile{}, profile.span,
                fmt::format("{} requires all its {} competencies at {}", quoted(profile), profile.requirements.size(),
                            quoted(model.display(profile.requirements.front().level))))
        .help(note::RaiseWhatMatters);
  }
}

}  // namespace cadre::lint
