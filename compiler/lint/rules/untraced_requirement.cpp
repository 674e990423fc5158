#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallSet.h>

namespace cadre::lint {

namespace {

using model::Requirement;
using model::StatementUse;

bool isSharedTask(const StatementUse& use) { return use.sort == model::StatementSort::Task && use.shared; }

/// Required of everybody, so that no task of one job need call for it.
bool isByRuleAlone(const Requirement& requirement) {
  return llvm::all_of(requirement.origins,
                      [](const model::Origin& it) { return it.kind == model::OriginKind::Rule; });
}

std::string tasksOf(const Model& model, const Competency& competency) {
  std::vector<std::string> out;
  for (const StatementUse& it : competency.statements) {
    if (isSharedTask(it)) out.push_back(quoted(model[it.shared].text.plain));
  }
  return listed(out, 3);
}

}  // namespace

void check(rule::UntracedRequirement, const Profile& profile, Context& context) {
  const Model& model = context.model();
  if (profile.isAbstract || profile.status == model::Status::Retired) return;
  llvm::SmallSet<uint32_t, 16> tasks;
  for (const StatementUse& it : profile.statements) {
    if (isSharedTask(it)) tasks.insert(it.shared.index());
  }
  if (tasks.empty()) return;
  std::vector<const Requirement*> untraced;
  for (const Requirement& it : profile.requirements) {
    const auto uses = model[it.competency].statements;
    // A competency without tasks says of no requirement whether it is called for.
    if (llvm::none_of(uses, isSharedTask) || isByRuleAlone(it)) continue;
    const bool isTraced = llvm::any_of(
        uses, [&](const StatementUse& use) { return isSharedTask(use) && tasks.contains(use.shared.index()); });
    if (!isTraced) untraced.push_back(&it);
  }
  if (untraced.empty()) return;
  std::vector<std::string> names;
  std::vector<model::CompetencyId> ids;
  for (const Requirement* it : untraced) {
    names.push_back(quoted(model[it->competency]));
    ids.push_back(it->competency);
  }
  auto builder = context.report(rule::UntracedRequirement{}, Place(profile.span).knownBy(keysOf(model, ids)),
                                titleOf(profile), listed(names));
  for (const Requirement* it : ArrayRef(untraced).take_front(mostNamed)) {
    builder.label(it->span, note::RequiredHere);
    const Competency& competency = model[it->competency];
    builder.note(note::TasksOfCompetency, titleOf(competency), tasksOf(model, competency));
  }
  builder.help(note::NameTheTask);
}

}  // namespace cadre::lint
