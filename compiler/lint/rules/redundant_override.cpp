#include "lint/allows.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using model::Origin;
using model::OriginKind;
using model::Requirement;

/// The origin that makes the profile's own line needless, or null.
const Origin* findStronger(const Model& model, const Requirement& requirement, const Origin& own) {
  // A base that lowers is raised again by the own line.
  const auto lowers = [](const Origin& it) { return it.kind == OriginKind::Lowers; };
  if (llvm::any_of(requirement.origins, lowers)) return nullptr;
  for (const Origin& it : requirement.origins) {
    if (&it == &own) continue;
    const double difference = model.rank(it.level) - model.rank(own.level);
    if (difference < 0 || it.importance.value_or(model::Importance::Essential) > *own.importance) continue;
    // Of several lines, another one may decide the weight.
    if (own.weight && (own.weight != it.weight || requirement.origins.size() > 2)) continue;
    return &it;
  }
  return nullptr;
}

}  // namespace

void check(rule::RedundantOverride, const Profile& profile, Context& context) {
  const Model& model = context.model();
  if (profile.status == model::Status::Retired) return;
  const model::ProfileId id = model.tables().profiles.idOf(profile);
  for (const Requirement& it : profile.requirements) {
    if (it.origins.size() < 2) continue;
    const auto* const own = llvm::find_if(
        it.origins, [&](const Origin& origin) { return origin.kind == OriginKind::Own && origin.profile == id; });
    // A reason of its own is worth a line.
    if (own == it.origins.end() || !own->because.isEmpty() || !own->importance) continue;
    // Whoever wrote the weaker word meant to weaken, and is told how.
    if (*own->importance > it.importance && context.isOn(RuleId::IgnoredImportance)) continue;
    const Origin* stronger = findStronger(model, it, *own);
    if (!stronger) continue;
    context
        .report(rule::RedundantOverride{}, Place(own->span, stronger->span).knownBy(model[it.competency].key.str()), whoseLine(model, *stronger),
                quoted(model, it.competency, stronger->level))
        .label(stronger->span, note::AlreadyHere)
        .help(note::RemoveLine)
        .safeFix("remove the line", withItsLine(context.sources(), own->span), "");
  }
}

}  // namespace cadre::lint
