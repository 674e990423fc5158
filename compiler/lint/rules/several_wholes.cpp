#include "lint/rule.h"

namespace cadre::lint {

void check(rule::SeveralWholes, const Competency& competency, Context& context) {
  if (competency.categories.size() < 2 || competency.status == model::Status::Retired) return;
  std::string names;
  for (const model::CategoryId id : competency.categories)
    names += fmt::format("{}`{}`", names.empty() ? "" : ", ", context.model()[id].name);
  context.report(rule::SeveralWholes{}, competency.span, competency.name, competency.categories.size(), names)
      .help(note::TreesKeepOne);
}

}  // namespace cadre::lint
