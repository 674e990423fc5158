// Effective profiles: takes own lines, bases and rules, gives what each profile requires in effect
// with the origins of each requirement, in order. The rules are those of docs/language (profiles):
// the highest level and the stronger importance win, going down is said aloud.
#pragma once

#include "sema/checker.h"

#include <set>

namespace cadre::sema {

class Inheritance {
public:
  explicit Inheritance(Checker& checker)
      : checker_(checker), tables_(checker.tables_), diags_(checker.diags_) {}

  /// Fills requirements, family, attributes, statements and credentials of all profiles.
  void run();

private:
  /// A requirement while it is being put together.
  struct Draft : model::Demand {
    model::CompetencyId competency;
    SmallVector<model::Origin, 3> origins;
    bool poisoned = false;
    const model::Demand* withoutRules = nullptr;  ///< Of one that begins with rules, or null.
  };
  using Drafts = llvm::MapVector<uint32_t, Draft>;
  using Seen = llvm::DenseMap<uint32_t, std::set<Span>>;  ///< The lines merged, by competency.

  /// A value that a base gives.
  struct Inherited {
    model::AttributeValue value;
    model::ProfileId base;
  };
  /// What a base says, for a report.
  struct Said {
    model::ProfileId base;
    StringRef value;
  };

  void visit(model::ProfileId start);
  void enter(model::ProfileId id);
  void leave(model::ProfileId id);
  void reportCycle(model::ProfileId id);
  void inheritRest(model::ProfileId id);
  void inheritFamily(model::ProfileId id);
  void inheritAttributes(model::ProfileId id);
  void inheritAttribute(model::ProfileId id, SmallVectorImpl<Inherited>& inherited,
                        const Inherited& one);
  void reportDisagreement(model::ProfileId id, StringRef what, const Said& first,
                          const Said& second);
  void inheritUses(model::ProfileId id);
  Drafts core(model::ProfileId id);
  void addBase(Drafts& drafts, model::ProfileId base, Seen& seen);
  void applyChange(Drafts& drafts, model::ProfileId id, const OwnLines::Change& change);
  void applyLowers(Draft& draft, model::ProfileId id, const OwnLines::Change& change);
  void reportNotLower(const Draft& draft, model::ProfileId id, const syntax::Lowers& source,
                      bool blameImportance);
  void applyOwn(Drafts& drafts, model::ProfileId id, const OwnLines::Line& line);
  /// `seen`: the lines that are origins of `into`, or nothing before the first merge.
  void mergeDraft(Draft& into, const Draft& from, std::set<Span>& seen);
  void merge(Draft& into, const model::Demand& next);
  void finish(model::ProfileId id);
  void addRules(Drafts& drafts, model::ProfileId id);
  [[nodiscard]] bool applies(const model::Rule& rule, model::ProfileId id) const;
  [[nodiscard]] bool isWithin(model::FamilyId family, model::FamilyId ancestor) const;
  /// The rule that `change` would change or go below, or null.
  [[nodiscard]] const model::Rule* touchedRule(model::ProfileId id, const OwnLines::Change& change,
                                               bool inherited) const;
  /// Whether a rule with a reported part may require the competency of the profile.
  [[nodiscard]] bool mayBeRuled(model::ProfileId id, model::CompetencyId competency) const;
  model::Requirement freeze(const Draft& draft);

  Checker& checker_;
  model::Tables& tables_;
  Diagnostics& diags_;
  std::vector<uint8_t> state_;      ///< 0: new, 1: on the trail, 2: done.
  std::vector<uint32_t> nextBase_;  ///< The base that is visited next.
  std::vector<model::ProfileId> trail_;
  std::vector<uint32_t> places_;  ///< On the trail.
  size_t circleMembers_ = 0;      ///< Of the circles that were reported.
  std::vector<Drafts> cores_;     ///< Own and inherited lines, without rules.
};

}  // namespace cadre::sema
