#include "lint/rule.h"
#include "lint/siblings.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::IdenticalProfiles, const Model& model, Context& context) {
  for (const Siblings& group : identicalJobs(context)) {
    const GroupNames names = namesOf(group, model);
    Demands all = group.jobs.front().technical;
    all.append(group.jobs.front().other.begin(), group.jobs.front().other.end());
    auto builder = context.report(rule::IdenticalProfiles{}, Place::among(names.last, names.earlier), names.all);
    builder.labels(names.earlier, names.count == 2 ? note::TheOtherOne : note::AnotherOfThem, note::MoreOfThem)
        .note(note::AllRequire, names.count == 2 ? "both" : "all", listed(model, all))
        .help(note::MakeOneProfile);
  }
}

}  // namespace cadre::lint
