#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

namespace {

bool isUsed(const Scale& scale, Context& context) {
  const model::ScaleId id = context.model().tables().scales.idOf(scale);
  return llvm::any_of(context.survey().competencies(),
                      [&](model::CompetencyId it) { return context.model()[it].scale == id; });
}

}  // namespace

void check(rule::LevelCount, const Scale& scale, Context& context) {
  if (scale.kind == model::ScaleKind::Numeric || scale.status == model::Status::Retired) return;
  const size_t count = scale.levels.size();
  const auto fewest = static_cast<size_t>(context.number(OptionId::FewestLevels));
  const auto most = static_cast<size_t>(context.number(OptionId::MostLevels));
  if ((count >= fewest && count <= most) || !isUsed(scale, context)) return;
  auto builder = context.report(rule::LevelCount{}, scale.span, titleOf(scale),
                                counted(count, "level", "levels"), fewest, most);
  if (count > most) {
    builder.help(note::MergeLevels);
  } else {
    builder.help(note::AddLevels);
  }
}

}  // namespace cadre::lint
