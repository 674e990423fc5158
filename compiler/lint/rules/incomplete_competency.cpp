#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/STLFunctionalExtras.h>

namespace cadre::lint {

namespace {

/// Reports the few competencies that lack what most have.
void judge(Context& context, StringRef what, llvm::function_ref<bool(const Competency&)> has) {
  const Model& model = context.model();
  const ArrayRef<model::CompetencyId> all = context.survey().competencies();
  const auto with = static_cast<size_t>(llvm::count_if(all, [&](model::CompetencyId id) { return has(model[id]); }));
  if (with < 3 || with * 2 <= all.size()) return;
  for (const model::CompetencyId id : all) {
    if (!has(model[id]))
      context.report(rule::IncompleteCompetency{}, model[id].span, model[id].name, what, with, all.size());
  }
}

}  // namespace

void check(rule::IncompleteCompetency, const Model& model, Context& context) {
  judge(context, "code", [](const Competency& it) { return !it.code.empty(); });
  // With a default, a competency without a scale says that it has none.
  if (model.framework().defaultScale) return;
  judge(context, "scale", [&](const Competency& it) {
    return it.scale.isValid() || !it.rubric.indicators.empty() ||
           !context.survey().parts(model.tables().competencies.idOf(it)).empty();
  });
}

}  // namespace cadre::lint
