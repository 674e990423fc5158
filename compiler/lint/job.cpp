#include "lint/job.h"

#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <iterator>

namespace cadre::lint {

namespace {

/// The built-in kinds stand first in their table, in this order.
enum class BuiltIn : uint8_t { Technical, Behavioural, Leadership, General };

BuiltIn sortOf(const model::Model& model, model::CompetencyId competency) {
  const model::KindId kind = model.tables().kinds.idOf(model.builtinKind(model[competency]));
  return static_cast<BuiltIn>(kind.index());
}

}  // namespace

bool operator<(const Demand& a, const Demand& b) {
  if (a.competency != b.competency) return a.competency < b.competency;
  if (a.level.level != b.level.level) return a.level.level < b.level.level;
  return a.level.number < b.level.number;
}

bool isTechnical(const model::Model& model, model::CompetencyId competency) {
  return sortOf(model, competency) == BuiltIn::Technical;
}

bool isLeadership(const model::Model& model, model::CompetencyId competency) {
  return sortOf(model, competency) == BuiltIn::Leadership;
}

Job jobOf(const model::Model& model, model::ProfileId profile) {
  Job out;
  out.profile = profile;
  for (const model::Requirement& it : model[profile].requirements) {
    const Demand demand = {it.competency, it.level};
    const BuiltIn sort = sortOf(model, it.competency);
    (sort == BuiltIn::Technical ? out.technical : out.other).push_back(demand);
    if (sort == BuiltIn::Leadership) out.leadership.push_back(demand);
  }
  llvm::sort(out.technical);
  llvm::sort(out.other);
  llvm::sort(out.leadership);
  return out;
}

Demands sharedBy(model::ArrayRef<const Demands*> sets) {
  Demands out = *sets.front();
  for (const Demands* set : sets.drop_front()) {
    Demands next;
    std::set_intersection(out.begin(), out.end(), set->begin(), set->end(), std::back_inserter(next));
    out = std::move(next);
  }
  return out;
}

Demands without(const Demands& set, const Demands& others) {
  Demands out;
  std::set_difference(set.begin(), set.end(), others.begin(), others.end(), std::back_inserter(out));
  return out;
}

std::string listed(const model::Model& model, const Demands& demands) {
  std::vector<std::string> items;
  for (const Demand& it : demands) items.push_back(quoted(model, it.competency, it.level));
  return listed(items);
}

bool differInLevelsAlone(const Demands& a, const Demands& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Demand& x, const Demand& y) { return x.competency == y.competency; });
}

const model::Requirement* findRequirement(const model::Profile& profile, model::CompetencyId competency) {
  const auto* const found =
      llvm::find_if(profile.requirements, [&](const model::Requirement& it) { return it.competency == competency; });
  return found == profile.requirements.end() ? nullptr : found;
}

bool isDropped(const model::Model& model, model::ProfileId profile, model::CompetencyId competency) {
  llvm::SmallVector<model::ProfileId, 8> line = {profile};
  // A base may be met twice; there are no circles in a model without errors.
  for (size_t i = 0; i < line.size(); ++i) {
    const model::Profile& at = model[line[i]];
    if (llvm::any_of(at.drops, [&](const model::Drop& it) { return it.competency == competency; })) return true;
    for (const model::ProfileId base : at.bases) {
      if (!llvm::is_contained(line, base)) line.push_back(base);
    }
  }
  return false;
}

bool isLeftOut(const model::Model& model, model::ProfileId profile, model::CompetencyId competency) {
  return llvm::any_of(model.tables().rules, [&](const model::Rule& rule) {
    const auto asks = [&](const model::Requirement& it) { return it.competency == competency; };
    if (llvm::none_of(rule.requirements, asks)) return false;
    if (llvm::is_contained(rule.exceptions, profile)) return true;
    return !rule.families.empty() && llvm::none_of(rule.families, [&](model::FamilyId family) {
      return model.isWithin(model[profile].family, family);
    });
  });
}

}  // namespace cadre::lint
