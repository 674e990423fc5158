#include "lint/career.h"
#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using model::OriginKind;
using model::Requirement;

/// An essential competency that a step lowers or loses.
struct Loss {
  const Requirement* before;
  const Requirement* then;  ///< Null where it is gone.
};

bool isLoweredAloud(const Requirement& requirement) {
  return llvm::any_of(requirement.origins, [](const model::Origin& it) { return it.kind == OriginKind::Lowers; });
}

std::vector<Loss> lossesOf(const Model& model, const Step& step) {
  std::vector<Loss> out;
  for (const Requirement& before : model[step.from].requirements) {
    if (before.importance != model::Importance::Essential) continue;
    const Requirement* then = findRequirement(model[step.to], before.competency);
    if (!then) {
      if (!isDropped(model, step.to, before.competency) && !isLeftOut(model, step.to, before.competency))
        out.push_back({&before, nullptr});
    } else if (model.rank(then->level) < model.rank(before.level) && !isLoweredAloud(*then)) {
      out.push_back({&before, then});
    }
  }
  return out;
}

std::string told(const Model& model, const Loss& loss) {
  const std::string name = quoted(model[loss.before->competency]);
  if (!loss.then) return name + " is no longer required";
  return fmt::format("{} falls from {} to {}", name, quoted(model.display(loss.before->level)),
                     quoted(model.display(loss.then->level)));
}

}  // namespace

void check(rule::CareerStepBack, const Model& model, Context& context) {
  for (const Step& step : stepsOf(model)) {
    const std::vector<Loss> losses = lossesOf(model, step);
    if (losses.empty()) continue;
    const Profile& from = model[step.from];
    const Profile& to = model[step.to];
    const Span path = model[step.path].span;
    std::vector<std::string> parts;
    for (const Loss& it : losses) parts.push_back(told(model, it));
    // What another package declares cannot be mended there.
    Place place = model.isExternal(to) ? Place(path) : Place(to.span, path);
    std::vector<model::CompetencyId> lost;
    for (const Loss& it : losses) lost.push_back(it.before->competency);
    place = std::move(place).knownBy(fmt::format("from {}: {}", from.key, keysOf(model, lost)));
    auto builder = context.report(rule::CareerStepBack{}, place, titleOf(from), titleOf(to), listed(parts));
    for (const Loss& it : ArrayRef(losses).take_front(mostNamed)) {
      if (it.before->level.isNone()) {
        builder.label(it.before->span, note::RequiredBeforeAtAll);
      } else {
        builder.label(it.before->span, note::RequiredBefore, model.display(it.before->level));
      }
      if (it.then) builder.label(it.then->span, note::RequiredThen, model.display(it.then->level));
    }
    if (place.span != path) builder.label(path, note::StepInPath);
    builder.help(note::KeepOrSayWhy);
  }
}

}  // namespace cadre::lint
