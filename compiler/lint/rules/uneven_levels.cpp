#include "lint/rule.h"
#include "lint/wording.h"

#include <map>

namespace cadre::lint {

namespace {

/// The competencies of one scale that say at which of its levels they stand.
struct OfScale {
  std::vector<model::CompetencyId> competencies;
  std::map<size_t, size_t> byCount;  ///< How many define so many levels.
};

/// Whether a competency begins higher up and goes on from there to the top: the first levels of a
/// scale need not have it.
bool beginsLater(const Model& model, const Competency& competency) {
  const ArrayRef<model::CompetencyLevel> levels = competency.levels;
  const auto ordinalOf = [&](const model::CompetencyLevel& it) -> size_t {
    return it.level.level ? model[it.level.level].ordinal : 0;
  };
  const size_t first = ordinalOf(levels.front());
  const size_t top = model[competency.scale].levels.size();
  return first > 1 && ordinalOf(levels.back()) == top && levels.size() == top - first + 1;
}

}  // namespace

void check(rule::UnevenLevels, const Model& model, Context& context) {
  std::map<uint32_t, OfScale> scales;
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    if (!it.scale || it.levels.empty() || model[it.scale].kind == model::ScaleKind::Numeric)
      continue;
    OfScale& all = scales[it.scale.index()];
    all.competencies.push_back(id);
    ++all.byCount[it.levels.size()];
  }
  const auto fewest = static_cast<size_t>(context.number(OptionId::EvenAmong));
  const auto share = static_cast<size_t>(context.number(OptionId::EvenShare));
  for (const auto& [scale, all] : scales) {
    if (all.competencies.size() < fewest || all.byCount.size() < 2) continue;
    const auto usual =
        std::max_element(all.byCount.begin(), all.byCount.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (usual->second * 100 < share * all.competencies.size()) continue;
    for (const model::CompetencyId id : all.competencies) {
      const Competency& it = model[id];
      if (it.levels.size() == usual->first || beginsLater(model, it)) continue;
      context
          .report(rule::UnevenLevels{}, it.span, titleOf(it),
                  counted(it.levels.size(), "level", "levels"), titleOf(model[it.scale]),
                  usual->second, all.competencies.size(), usual->first)
          .help(it.levels.size() < usual->first ? note::EvenOut : note::MergeSteps);
    }
  }
}

}  // namespace cadre::lint
