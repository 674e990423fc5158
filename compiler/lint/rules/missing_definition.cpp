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
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    // An umbrella is defined by its parts.
    if (!it.about.isEmpty() || isDefinedElsewhere(it) || !context.survey().parts(id).empty()) continue;
    context.report(rule::MissingDefinition{}, it.span, it.name).help(note::DefineIt);
  }
}

}  // namespace cadre::lint
