#include "lint/ladder.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::LevelGap, const Competency& competency, Context& context) {
  if (competency.status == model::Status::Retired || !competency.scale) return;
  const Scale& scale = context.model()[competency.scale];
  if (scale.kind == model::ScaleKind::Numeric) return;
  for (size_t i = 1; i < competency.levels.size(); ++i) {
    const model::CompetencyLevel& below = competency.levels[i - 1];
    const model::CompetencyLevel& above = competency.levels[i];
    if (!below.level.level || !above.level.level) continue;
    const uint32_t from = context.model()[below.level.level].ordinal;
    const uint32_t to = context.model()[above.level.level].ordinal;
    if (to <= from + 1) continue;
    std::vector<std::string> names;
    for (uint32_t ordinal = from + 1; ordinal < to; ++ordinal)
      names.push_back(quoted(nameOf(context.model(), {scale.levels[ordinal - 1], std::nullopt})));
    context
        .report(rule::LevelGap{}, above.span, titleOf(competency), listed(names),
                nameOf(context.model(), below.level), nameOf(context.model(), above.level))
        .label(below.span, note::LevelBelowGap)
        .help(note::FillGap);
  }
}

}  // namespace cadre::lint
