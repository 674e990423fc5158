#include "lint/levels_of.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::FlatProfile, const Model& model, Context& context) {
  const auto from = static_cast<size_t>(context.number(OptionId::FlatFrom));
  // What begins a career may well be at the lowest level throughout; the highest is another rule's.
  const Flatness flatness = flatnessOf(model, context.survey().profiles(), from);
  if (flatness.isTheWay()) {
    context
        .report(rule::FlatProfile{}, model.framework().span,
                fmt::format("{} of {} profiles require all competencies at one level", flatness.one, flatness.judged))
        .help(note::RaiseWhatMatters);
    return;
  }
  for (const model::ProfileId id : flatness.flat) {
    const Profile& profile = model[id];
    context
        .report(rule::FlatProfile{}, profile.span,
                fmt::format("{} requires all its {} competencies at {}", quoted(profile), profile.requirements.size(),
                            quoted(model.display(profile.requirements.front().level))))
        .help(note::RaiseWhatMatters);
  }
}

}  // namespace cadre::lint
