#include "lint/rule.h"
#include "lint/siblings.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::IdenticalProfiles, const Model& model, Context& context) {
  for (const Siblings& group : identicalJobs(context)) {
    std::vector<std::string> names;
    std::vector<Span> earlier;
    for (const Job& it : group.jobs) {
      names.push_back(quoted(model[it.profile]));
      earlier.push_back(model[it.profile].span);
    }
    const Span last = earlier.back();
    earlier.pop_back();
    Demands all = group.jobs.front().technical;
    all.append(group.jobs.front().other.begin(), group.jobs.front().other.end());
    auto builder = context.report(rule::IdenticalProfiles{}, Place(last, earlier.front()), listed(names));
    builder.labels(earlier, earlier.size() == 1 ? note::TheOtherOne : note::AnotherOfThem, note::MoreOfThem)
        .note(note::AllRequire, names.size() == 2 ? "both" : "all", listed(model, all))
        .help(note::MakeOneProfile);
  }
}

}  // namespace cadre::lint
