#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

bool isManagersTitle(StringRef title, prose::Lexicon& lexicon) {
  prose::Text text;
  text.read(title, lexicon);
  return !text.find(prose::ListId::ManagementTitles).empty() && text.find(prose::ListId::IndividualTitles).empty();
}

/// A leadership competency required at the highest of three levels or more, or null.
const model::Requirement* findHighest(const Model& model, const Profile& profile) {
  const auto* const found = llvm::find_if(profile.requirements, [&](const model::Requirement& it) {
    if (!isLeadership(model, it.competency) || !it.level.level) return false;
    const auto offered = model.offeredLevels(model[it.competency]);
    return offered.size() > 2 && it.level.level == offered.back();
  });
  return found == profile.requirements.end() ? nullptr : found;
}

}  // namespace

void check(rule::ManagerWithoutLeadership, const Model& model, Context& context) {
  prose::Lexicon* lexicon = context.lexicon();
  if (!lexicon || !lexicon->has(prose::ListId::ManagementTitles)) return;
  const auto& competencies = model.tables().competencies;
  const bool hasLeadership =
      llvm::any_of(competencies, [&](const Competency& it) { return isLeadership(model, competencies.idOf(it)); });
  if (!hasLeadership) return;
  std::vector<std::pair<model::ProfileId, bool>> judged;
  bool hasManagers = false;
  for (const model::ProfileId id : context.survey().profiles()) {
    if (model[id].requirements.empty()) continue;
    judged.emplace_back(id, isManagersTitle(titleOf(model[id]), *lexicon));
    hasManagers |= judged.back().second;
  }
  // Where no title speaks of managing, titles do not tell who leads.
  if (!hasManagers) return;
  for (const auto& [id, isManager] : judged) {
    const Profile& profile = model[id];
    if (isManager) {
      const bool leads = llvm::any_of(profile.requirements, [&](const model::Requirement& it) {
        return isLeadership(model, it.competency);
      });
      if (leads) continue;
      context
          .report(rule::ManagerWithoutLeadership{}, profile.span, titleOf(profile),
                  "says that somebody manages people, and the profile requires no leadership competency")
          .help(note::AddLeadership);
    } else if (const model::Requirement* highest = findHighest(model, profile)) {
      context
          .report(rule::ManagerWithoutLeadership{}, profile.span, titleOf(profile),
                  fmt::format("says nothing of managing people, and the profile requires {}, its highest level",
                              quoted(model, highest->competency, highest->level)))
          .label(highest->span, note::RequiredHere)
          .help(note::LowerLeadership);
    }
  }
}

}  // namespace cadre::lint
