#include "lint/habit.h"
#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using model::CompetencyId;

/// To which levels the resources of a framework develop its competencies.
class Suggestions {
public:
  explicit Suggestions(const Model& model) : model_(model) {
    for (const model::Resource& resource : model.tables().resources) {
      for (const model::Development& it : resource.develops) levels_[it.competency.index()].push_back(it.level);
    }
  }

  /// Whether the framework suggests anything at all.
  [[nodiscard]] bool isUsed() const {
    return !levels_.empty() || llvm::any_of(model_.tables().competencies, [](const Competency& it) {
      return !it.rubric.develop.empty() ||
             llvm::any_of(it.levels, [](const auto& level) { return !level.rubric.develop.empty(); });
    });
  }

  /// Whether anything helps people to reach this level; without a level, to have it at all.
  [[nodiscard]] bool has(CompetencyId id, const model::LevelValue& level) const {
    const Competency& competency = model_[id];
    if (!competency.rubric.develop.empty()) return true;
    const auto* const own = model_.findLevel(competency, level);
    if (own && !own->rubric.develop.empty()) return true;
    const auto found = levels_.find(id.index());
    return found != levels_.end() && llvm::any_of(found->second, [&](const model::LevelValue& it) {
             return it.isNone() || level.isNone() || it == level;
           });
  }

private:
  const Model& model_;
  llvm::DenseMap<uint32_t, llvm::SmallVector<model::LevelValue, 2>> levels_;
};

/// The levels on the way to `highest`, it included, that nothing helps to reach.
std::vector<std::string> barren(const Model& model, CompetencyId id, const model::LevelValue& highest,
                                const Suggestions& suggestions) {
  std::vector<std::string> out;
  const Competency& competency = model[id];
  const auto add = [&](const model::LevelValue& level) {
    if (model.rank(level) <= model.rank(highest) && !suggestions.has(id, level))
      out.push_back(quoted(model.display(level)));
  };
  if (highest.level) {
    for (const model::LevelId it : model.offeredLevels(competency)) add({it, std::nullopt});
  } else {
    // Of numbers, the anchors.
    for (const model::CompetencyLevel& it : competency.levels) add(it.level);
    if (competency.levels.empty() && !suggestions.has(id, {})) out.emplace_back("what is required");
  }
  return out;
}

/// The line that requires most of the competency.
const RequiredBy& highestOf(const Model& model, ArrayRef<RequiredBy> lines) {
  return *llvm::max_element(lines, [&](const RequiredBy& a, const RequiredBy& b) {
    return model.rank(a.requirement->level) < model.rank(b.requirement->level);
  });
}

}  // namespace

void check(rule::NoDevelopmentSuggestion, const Model& model, Context& context) {
  const Suggestions suggestions(model);
  std::vector<std::pair<CompetencyId, std::vector<std::string>>> found;
  size_t judged = 0;
  for (const CompetencyId id : context.survey().competencies()) {
    const auto lines = context.survey().requiredBy(id);
    if (lines.empty() || !isTechnical(model, id)) continue;
    ++judged;
    auto levels = barren(model, id, highestOf(model, lines).requirement->level, suggestions);
    if (!levels.empty()) found.emplace_back(id, std::move(levels));
  }
  if (isHabit(found.size(), judged, habitOfProfiles)) {
    context
        .report(rule::NoDevelopmentSuggestion{}, model.framework().span,
                fmt::format("{} of {} technical competencies do", found.size(), judged), "what is required")
        .help(note::AddDevelop);
    return;
  }
  // A framework that has only begun suggests nothing yet.
  if (!suggestions.isUsed()) return;
  for (const auto& [id, levels] : found) {
    const RequiredBy& highest = highestOf(model, context.survey().requiredBy(id));
    auto builder = context.report(rule::NoDevelopmentSuggestion{}, model[id].span, quoted(model[id]) + " does",
                                  listed(levels));
    if (!highest.requirement->level.isNone())
      builder.label(highest.requirement->span, note::RequiredThere, model.display(highest.requirement->level),
                    titleOf(model[highest.profile]));
    builder.help(note::AddDevelop);
  }
}

}  // namespace cadre::lint
