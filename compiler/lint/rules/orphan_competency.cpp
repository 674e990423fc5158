#include "lint/rule.h"
#include "lint/statements.h"

namespace cadre::lint {

namespace {

/// Marks what profiles, abstract ones among them, and rules require, with all wholes and parts of it.
class Required {
public:
  Required(const Model& model, Survey& survey)
      : model_(model), survey_(survey), isUsed_(model.tables().competencies.size()), isWithin_(isUsed_.size()) {
    for (const Profile& it : model.tables().profiles) {
      if (it.status != model::Status::Retired && !model.isExternal(it)) addAll(it.requirements);
    }
    for (const model::Rule& it : model.tables().rules) {
      if (!model.isExternal(it)) addAll(it.requirements);
    }
  }
  [[nodiscard]] bool contains(model::CompetencyId id) const { return isUsed_[id.index()] || isWithin_[id.index()]; }

private:
  void addAll(ArrayRef<model::Requirement> requirements) {
    for (const model::Requirement& it : requirements) {
      addWholes(it.competency);
      addParts(it.competency);
    }
  }
  void addWholes(model::CompetencyId id) {
    if (isUsed_[id.index()]) return;
    isUsed_[id.index()] = true;
    for (const model::CompetencyId whole : model_[id].partOf) addWholes(whole);
  }
  void addParts(model::CompetencyId id) {
    if (isWithin_[id.index()]) return;
    isWithin_[id.index()] = true;
    for (const model::CompetencyId part : survey_.parts(id)) addParts(part);
  }

  const Model& model_;
  Survey& survey_;
  std::vector<bool> isUsed_;    ///< Required, or a whole of what is.
  std::vector<bool> isWithin_;  ///< Required, or a part of what is.
};

}  // namespace

void check(rule::OrphanCompetency, const Model& model, Context& context) {
  if (context.survey().profiles().empty()) return;
  const Required required(model, context.survey());
  std::vector<const Competency*> found;
  const ArrayRef<model::CompetencyId> all = context.survey().competencies();
  for (const model::CompetencyId id : all) {
    if (isLive(model[id]) && !required.contains(id)) found.push_back(&model[id]);
  }
  // Nothing at all: the profiles are yet to be written.
  if (found.size() == all.size()) return;
  for (const Competency* competency : found)
    context.report(rule::OrphanCompetency{}, competency->span, competency->name).help(note::RequireOrRetire);
}

}  // namespace cadre::lint
