#include "lint/ladder.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::LevelWithoutIndicators, const Competency& competency, Context& context) {
  if (competency.status == model::Status::Retired) return;
  const auto saysMuch = [](const model::CompetencyLevel& it) {
    return !it.rubric.indicators.empty();
  };
  const auto* const described = llvm::find_if(competency.levels, saysMuch);
  if (described == competency.levels.end()) return;
  for (const model::CompetencyLevel& level : competency.levels) {
    // Where an `about` tells what the level is, that will do.
    if (saysMuch(level) || !level.about.isEmpty()) continue;
    context
        .report(rule::LevelWithoutIndicators{}, level.span, nameOf(context.model(), level.level),
                titleOf(competency))
        .help(note::DescribeLevel);
  }
}

}  // namespace cadre::lint
