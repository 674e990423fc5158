#include "lint/habit.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

/// Another framework defines it, and this one says which.
bool isDefinedElsewhere(const Competency& competency) {
  return llvm::any_of(competency.matches, [](const model::Match& it) { return it.relation == model::Relation::Exact; });
}

}  // namespace

void check(rule::MissingDefinition, const Model& model, Context& context) {
  std::vector<const Competency*> found;
  const ArrayRef<model::CompetencyId> all = context.survey().competencies();
  for (const model::CompetencyId id : all) {
    const Competency& it = model[id];
    // An umbrella is defined by its parts.
    if (it.about.isEmpty() && !isDefinedElsewhere(it) && context.survey().parts(id).empty()) found.push_back(&it);
  }
  const bool isHabit = Habit{found.size(), all.size()}.isOne();
  for (const Competency* competency : found) {
    auto builder = context.report(rule::MissingDefinition{}, competency->span, competency->name);
    builder.help(note::DefineIt);
    if (!isHabit) continue;
    builder.note(note::SoAreOthers, found.size() - 1);
    break;
  }
}

}  // namespace cadre::lint
