#include "lint/habit.h"
#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

size_t countEssential(const Profile& profile) {
  return static_cast<size_t>(llvm::count_if(profile.requirements, [](const model::Requirement& it) {
    return it.importance == model::Importance::Essential;
  }));
}

}  // namespace

void check(rule::AllEssential, const Model& model, Context& context) {
  const auto percent = static_cast<size_t>(context.number(OptionId::EssentialPercent));
  const auto from = static_cast<size_t>(context.number(OptionId::EssentialFrom));
  std::vector<model::ProfileId> found;
  size_t judged = 0;
  for (const model::ProfileId id : context.survey().profiles()) {
    const size_t size = model[id].requirements.size();
    if (size < from) continue;
    ++judged;
    if (countEssential(model[id]) * 100 > percent * size) found.push_back(id);
  }
  if (isHabit(found.size(), judged, habitOfProfiles)) {
    context
        .report(rule::AllEssential{}, model.framework().span,
                fmt::format("{} of {} profiles call more than {} % of what they require", found.size(), judged,
                            percent))
        .help(note::MakeSomeDesired);
    return;
  }
  for (const model::ProfileId id : found) {
    const Profile& profile = model[id];
    const size_t essential = countEssential(profile);
    const size_t all = profile.requirements.size();
    const std::string share =
        essential == all ? fmt::format("all {} competencies", all) : fmt::format("{} of the {} competencies", essential, all);
    context.report(rule::AllEssential{}, profile.span, fmt::format("{} of {} are", share, quoted(profile)))
        .help(note::MakeSomeDesired);
  }
}

}  // namespace cadre::lint
