#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/MapVector.h>

namespace cadre::lint {

namespace {

bool hasText(const model::CompetencyLevel& level) {
  return !level.about.isEmpty() || !level.rubric.indicators.empty();
}

/// The level as the competency has it, where it says nothing of it while it describes others.
const model::CompetencyLevel* findSilent(const Model& model, const Competency& competency,
                                         const model::LevelValue& level) {
  if (!level.level) return nullptr;
  const model::CompetencyLevel* named = model.findLevel(competency, level);
  if (!named || hasText(*named)) return nullptr;
  for (const model::CompetencyLevel& it : competency.levels) {
    if (hasText(it)) return named;
  }
  return nullptr;
}

std::string describedLevels(const Model& model, const Competency& competency) {
  std::vector<std::string> out;
  for (const model::CompetencyLevel& it : competency.levels) {
    if (hasText(it)) out.push_back(quoted(model.display(it.level)));
  }
  return listed(out);
}

}  // namespace

void check(rule::UndescribedLevelRequired, const Model& model, Context& context) {
  using Key = std::pair<uint32_t, uint32_t>;
  llvm::MapVector<Key, std::vector<model::ProfileId>> found;
  for (const model::ProfileId id : context.survey().profiles()) {
    for (const model::Requirement& it : model[id].requirements) {
      const Competency& competency = model[it.competency];
      if (model.isExternal(competency) || !findSilent(model, competency, it.level)) continue;
      found[{it.competency.index(), it.level.level.index()}].push_back(id);
    }
  }
  for (const auto& [key, profiles] : found) {
    const Profile& first = model[profiles.front()];
    const Competency& competency = model[model::CompetencyId(key.first)];
    const model::Requirement& line = *findRequirement(first, model::CompetencyId(key.first));
    auto builder = context.report(rule::UndescribedLevelRequired{}, Place(line.span, competency.span).knownBy(fmt::format("{} at {}", competency.key, model.display(line.level))),
                                  titleOf(first),
                                  titleOf(competency), model.display(line.level));
    builder.label(model.findLevel(competency, line.level)->span, note::LevelWithoutText);
    if (profiles.size() > 1)
      builder.note(note::SameLevelRequired, counted(profiles.size() - 1, "other profile", "other profiles"));
    builder.help(note::DescribeTheLevel, describedLevels(model, competency));
  }
}

}  // namespace cadre::lint
