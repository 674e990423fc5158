#include "lint/career.h"
#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

bool asksForMore(const Model& model, const Profile& from, const Profile& to) {
  for (const model::Requirement& then : to.requirements) {
    const model::Requirement* before = findRequirement(from, then.competency);
    if (!before || model.rank(then.level) > model.rank(before->level) || then.importance < before->importance)
      return true;
  }
  return llvm::any_of(to.credentials, [&](const model::CredentialUse& then) {
    return llvm::none_of(from.credentials, [&](const model::CredentialUse& before) {
      return before.credential == then.credential && before.importance <= then.importance;
    });
  });
}

/// Whether the step takes something away, which is another rule's to tell.
bool asksForLess(const Model& model, const Profile& from, const Profile& to) {
  return llvm::any_of(from.requirements, [&](const model::Requirement& before) {
    const model::Requirement* then = findRequirement(to, before.competency);
    return !then || model.rank(then->level) < model.rank(before.level);
  });
}

}  // namespace

void check(rule::EmptyCareerStep, const Model& model, Context& context) {
  for (const Step& step : stepsOf(model)) {
    const Profile& from = model[step.from];
    const Profile& to = model[step.to];
    if (from.requirements.empty() || to.requirements.empty()) continue;
    if (asksForMore(model, from, to) || asksForLess(model, from, to)) continue;
    const Span path = model[step.path].span;
    const Place place =
        (model.isExternal(to) ? Place(path) : Place(to.span, path)).knownBy(fmt::format("from {}", from.key));
    auto builder = context.report(rule::EmptyCareerStep{}, place, titleOf(from), titleOf(to));
    builder.label(from.span, note::StepBegins);
    if (place.span != path) builder.label(path, note::StepInPath);
    builder.note(note::NothingNew, titleOf(to)).help(note::RaiseOrAdd);
  }
}

}  // namespace cadre::lint
