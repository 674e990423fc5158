#include "ide/holding.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::ide {

using model::Model;
using model::Origin;
using model::OriginKind;
using model::ProfileId;
using model::Requirement;

namespace {

bool isOwn(const Origin& origin, ProfileId profile) {
  return origin.kind != OriginKind::Rule && origin.profile == profile;
}

}  // namespace

const Requirement* findRequirement(const Model& model, ProfileId profile,
                                   model::CompetencyId competency) {
  const auto& all = model[profile].requirements;
  const auto* found =
      llvm::find_if(all, [&](const Requirement& it) { return it.competency == competency; });
  return found == all.end() ? nullptr : found;
}

bool usesRules(const Model& model, model::FrameworkId own, model::FrameworkId other) {
  return own == other || llvm::any_of(model[own].uses, [&](const model::Use& use) {
           return use.withRules && use.framework == other;
         });
}

bool ruleReaches(const Model& model, const model::Rule& rule, ProfileId id) {
  const model::Profile& profile = model[id];
  if (profile.isAbstract || llvm::is_contained(rule.exceptions, id)) return false;
  if (!usesRules(model, profile.framework, rule.framework)) return false;
  return rule.families.empty() || llvm::any_of(rule.families, [&](model::FamilyId family) {
           return model.isWithin(profile.family, family);
         });
}

void Holding::merge(MaybeHeld& into, const Held& from) const {
  if (!into) {
    into = from;
    return;
  }
  if (model_.rank(from.level) > model_.rank(into->level)) {
    into->level = from.level;
    into->levelLine = from.levelLine;
  }
  if (from.importance < into->importance) {
    into->importance = from.importance;
    into->importanceLine = from.importanceLine;
  }
}

void Holding::lower(Held& held, const Origin& line) {
  if (!line.level.isNone()) {
    held.level = line.level;
    held.levelLine = line.span;
  }
  if (line.importance && *line.importance != held.importance) {
    held.importance = *line.importance;
    held.importanceLine = line.span;
  }
}

Holding::MaybeHeld Holding::inherited(ProfileId profile) const {
  MaybeHeld out;
  for (const ProfileId base : model_[profile].bases) {
    if (const MaybeHeld one = held(base)) merge(out, *one);
  }
  return out;
}

const Holding::MaybeHeld& Holding::held(ProfileId id) const {
  const auto [known, isNew] = known_.try_emplace(id.index());
  if (!isNew) return known->second;
  const auto drops = [&](const model::Drop& drop) { return drop.competency == competency_; };
  MaybeHeld out;
  if (llvm::none_of(model_[id].drops, drops)) {
    out = inherited(id);
    const Requirement* requirement = findRequirement(model_, id, competency_);
    for (const Origin& origin : requirement ? requirement->origins : llvm::ArrayRef<Origin>()) {
      if (!isOwn(origin, id)) continue;
      if (origin.kind == OriginKind::Lowers && out) {
        lower(*out, origin);
      } else {
        merge(out, {origin.level, origin.importance.value_or(model::Importance::Essential),
                    origin.span, origin.span});
      }
    }
  }
  // The table may have grown since.
  return known_[id.index()] = out;
}

Decision Holding::decide(ProfileId profile, const Requirement& requirement) const {
  MaybeHeld whole;
  for (const Origin& origin : requirement.origins) {
    if (origin.kind != OriginKind::Rule) continue;
    merge(whole, {origin.level, origin.importance.value_or(model::Importance::Essential),
                  origin.span, origin.span});
  }
  if (const MaybeHeld& own = held(profile)) merge(whole, *own);
  Decision out;
  if (whole) {
    out.level = whole->levelLine;
    out.importance = whole->importanceLine;
  }
  out.weight = requirement.weightLine;
  out.reason = requirement.becauseLine;
  return out;
}

model::Importance Holding::importanceAbove(const Origin& lowers) const {
  const MaybeHeld above = inherited(lowers.profile);
  return above ? above->importance : model::Importance::Essential;
}

}  // namespace cadre::ide
