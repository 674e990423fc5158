#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"


namespace cadre::lint {

namespace {

using model::CompetencyId;
using model::ProfileId;

/// What nearly every profile requires: behavioural or general, and no leadership.
class Core {
public:
  Core(const Model& model, ArrayRef<ProfileId> profiles, size_t percent) : model_(model), judged_(profiles.size()) {
    counts_.resize(model.tables().competencies.size());
    for (const ProfileId id : profiles) {
      for (const model::Requirement& it : model[id].requirements) ++counts_[it.competency.index()];
    }
    for (uint32_t i = 0; i < counts_.size(); ++i) {
      const CompetencyId id(i);
      const bool isCore = counts_[i] < judged_ && counts_[i] * 100 >= percent * judged_;
      if (isCore && !isTechnical(model, id) && !isLeadership(model, id)) members_.push_back(id);
    }
  }

  /// What of it a profile neither requires nor says that it does not.
  [[nodiscard]] std::vector<CompetencyId> missingIn(ProfileId profile) const {
    std::vector<CompetencyId> out;
    for (const CompetencyId it : members_) {
      if (!findRequirement(model_[profile], it) && !isDropped(model_, profile, it) && !isLeftOut(model_, profile, it))
        out.push_back(it);
    }
    return out;
  }
  [[nodiscard]] size_t count(CompetencyId it) const { return counts_[it.index()]; }
  [[nodiscard]] size_t judged() const { return judged_; }
  [[nodiscard]] bool isEmpty() const { return members_.empty(); }

private:
  const Model& model_;
  size_t judged_;
  std::vector<size_t> counts_;
  std::vector<CompetencyId> members_;
};

}  // namespace

void check(rule::MissingCoreCompetency, const Model& model, Context& context) {
  std::vector<ProfileId> profiles;
  for (const ProfileId id : context.survey().profiles()) {
    if (!model[id].requirements.empty()) profiles.push_back(id);
  }
  if (profiles.size() < static_cast<size_t>(context.number(OptionId::CoreProfiles))) return;
  const Core core(model, profiles, static_cast<size_t>(context.number(OptionId::CorePercent)));
  if (core.isEmpty()) return;
  for (const ProfileId id : profiles) {
    const std::vector<CompetencyId> missing = core.missingIn(id);
    if (missing.empty()) continue;
    std::vector<std::string> names;
    for (const CompetencyId it : missing) names.push_back(quoted(model[it]));
    auto builder =
        context.report(rule::MissingCoreCompetency{}, Place(model[id].span).knownBy(keysOf(model, missing)),
                       titleOf(model[id]), listed(names));
    for (size_t i = 0; i < std::min(missing.size(), mostNamed); ++i)
      builder.note(note::CoreShare, core.count(missing[i]), core.judged(), names[i]);
    builder.help(note::RequireOfEvery);
  }
}

}  // namespace cadre::lint
