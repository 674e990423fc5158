// A profile as something to compare: what it requires as sorted items, apart by what tells jobs apart
// (technical) and what they may share. Takes profiles of a model, gives sets and what differs between
// them. Judges nothing: rules do.
#pragma once

#include "model/model.h"

#include <llvm/ADT/SmallVector.h>

#include <string>
#include <vector>

namespace cadre::lint {

/// A competency at a level, to compare by. Two are equal where a job asks for the same.
struct Demand {
  model::CompetencyId competency;
  model::LevelValue level;
  friend bool operator==(const Demand&, const Demand&) = default;
};
/// By competency, then by level.
bool operator<(const Demand& a, const Demand& b);

using Demands = llvm::SmallVector<Demand, 12>;

struct Job {
  model::ProfileId profile;
  Demands technical;
  Demands other;       ///< Not technical.
  Demands leadership;  ///< Of `other`, that of leadership competencies.

  [[nodiscard]] size_t size() const { return technical.size() + other.size(); }
};

[[nodiscard]] Job jobOf(const model::Model& model, model::ProfileId profile);

/// Whether the competency counts as technical (leadership), by its kind or the one that this is like.
[[nodiscard]] bool isTechnical(const model::Model& model, model::CompetencyId competency);
[[nodiscard]] bool isLeadership(const model::Model& model, model::CompetencyId competency);

/// What is in all of the sets, sorted.
[[nodiscard]] Demands sharedBy(model::ArrayRef<const Demands*> sets);
/// What is in `set` and not in `others`; both sorted.
[[nodiscard]] Demands without(const Demands& set, const Demands& others);
/// `` `Media relations` at `Advanced` and `Crisis response` at `Practitioner` ``
[[nodiscard]] std::string listed(const model::Model& model, const Demands& demands);

/// Whether the same competencies stand in both, so that levels alone differ.
[[nodiscard]] bool differInLevelsAlone(const Demands& a, const Demands& b);

/// What the profile requires of a competency in effect, or null.
[[nodiscard]] const model::Requirement* findRequirement(const model::Profile& profile, model::CompetencyId competency);

/// Whether the profile, or one that it extends, drops the competency with a reason.
[[nodiscard]] bool isDropped(const model::Model& model, model::ProfileId profile, model::CompetencyId competency);
/// Whether an `every profile` rule that requires the competency leaves the profile out, by `except` or
/// by the families that it names.
[[nodiscard]] bool isLeftOut(const model::Model& model, model::ProfileId profile, model::CompetencyId competency);

}  // namespace cadre::lint
