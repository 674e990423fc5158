#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::CumulativeUnstated, const Scale& scale, Context& context) {
  if (scale.kind == model::ScaleKind::Numeric || scale.cumulative || scale.levels.size() < 2)
    return;
  if (scale.status == model::Status::Retired || !scale.about.isEmpty()) return;
  const model::ScaleId id = context.model().tables().scales.idOf(scale);
  const bool isDescribed =
      llvm::any_of(context.survey().competencies(), [&](model::CompetencyId it) {
        const Competency& competency = context.model()[it];
        return competency.scale == id && competency.levels.size() > 1;
      });
  if (!isDescribed) return;
  auto builder = context.report(rule::CumulativeUnstated{}, scale.span, titleOf(scale));
  builder.help(note::SayCumulative);
  if (!scale.title.span.isValid()) return;
  const Span behind = {scale.title.span.file, scale.title.span.end, scale.title.span.end};
  builder.unsafeFix("write `cumulative` behind the title", behind, " cumulative");
}

}  // namespace cadre::lint
