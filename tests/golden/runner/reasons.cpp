#include "golden/runner/reasons.h"

#include "ide/holding.h"
#include "ide/why.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::golden {

namespace {

/// Pairs that are explained at most: a test of many is one of the others too.
constexpr size_t mostPairs = 2000;

void checkDecision(const model::Model& model, const model::Profile& profile,
                   const model::Requirement& requirement, std::vector<std::string>& complaints) {
  const auto id = model.tables().profiles.idOf(profile);
  const ide::Decision decision =
      ide::Holding(model, requirement.competency).decide(id, requirement);
  const auto originAt = [&](Span span) {
    return llvm::find_if(requirement.origins,
                         [&](const model::Origin& it) { return it.span == span; });
  };
  const std::string name = fmt::format("`{}` requires `{}`", profile.name.str(),
                                       model[requirement.competency].name.str());
  const auto* level = originAt(decision.level);
  if (level == requirement.origins.end() || level->level != requirement.level) {
    complaints.push_back(name + ": another line decides the level than the explanation says");
  }
  const auto* importance = originAt(decision.importance);
  if (importance == requirement.origins.end() || importance->importance != requirement.importance) {
    complaints.push_back(name + ": another line decides the importance than the explanation says");
  }
}

}  // namespace

std::vector<std::string> checkReasons(const Workspace& workspace) {
  std::vector<std::string> complaints;
  if (!workspace.result().model || workspace.diagnostics().hasErrors()) return complaints;
  const model::Model& model = *workspace.result().model;
  size_t pairs = 0;
  for (const model::Profile& profile : model.tables().profiles) {
    const auto id = model.tables().profiles.idOf(profile);
    for (const model::Requirement& it : profile.requirements)
      checkDecision(model, profile, it, complaints);
    if (ide::explain(model, id).requirements.size() != profile.requirements.size()) {
      complaints.push_back(
          fmt::format("`{}`: the overview lacks a requirement", profile.name.str()));
    }
    for (const model::Competency& competency : model.tables().competencies) {
      if (++pairs > mostPairs) return complaints;
      const ide::Why why = ide::explain(model, id, model.tables().competencies.idOf(competency));
      if (!why.isRequired || !why.reasons.empty()) continue;
      complaints.push_back(fmt::format("{}: no reason is given", why.headline));
    }
  }
  return complaints;
}

}  // namespace cadre::golden
