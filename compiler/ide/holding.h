// Which line decides what of an effective requirement: takes a model, goes over bases, lowerings
// and rules once more for one competency, gives places. The rules are those of
// docs/language/profiles.md; what they come to stands in the model.
#pragma once

#include "model/model.h"

#include <llvm/ADT/DenseMap.h>

#include <optional>

namespace cadre::ide {

/// The lines that decided. Without a place: nobody did.
struct Decision {
  Span level;
  Span importance;
  Span weight;
  Span reason;
};

/// The effective requirement of the profile, or null.
const model::Requirement* findRequirement(const model::Model& model, model::ProfileId profile,
                                          model::CompetencyId competency);

/// Whether the rules of `other` reach the profiles of `own`.
bool usesRules(const model::Model& model, model::FrameworkId own, model::FrameworkId other);
bool ruleReaches(const model::Model& model, const model::Rule& rule, model::ProfileId profile);

class Holding {
public:
  Holding(const model::Model& model, model::CompetencyId competency)
      : model_(model), competency_(competency) {}

  /// `requirement` is the profile's, for the competency.
  [[nodiscard]] Decision decide(model::ProfileId profile,
                                const model::Requirement& requirement) const;
  /// The importance that the line `lowers` found.
  [[nodiscard]] model::Importance importanceAbove(const model::Origin& lowers) const;

private:
  /// What a profile has by its bases and its own lines, and where that was decided.
  struct Held {
    model::LevelValue level;
    model::Importance importance = model::Importance::Essential;
    Span levelLine;
    Span importanceLine;
  };
  using MaybeHeld = std::optional<Held>;

  [[nodiscard]] const MaybeHeld& held(model::ProfileId profile) const;
  [[nodiscard]] MaybeHeld inherited(model::ProfileId profile) const;
  void merge(MaybeHeld& into, const Held& from) const;
  static void lower(Held& held, const model::Origin& line);

  const model::Model& model_;
  model::CompetencyId competency_;
  mutable llvm::DenseMap<uint32_t, MaybeHeld> known_;
};

}  // namespace cadre::ide
