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
      if (it.levels.size() == usual->first) continue;
      context
          .report(rule::UnevenLevels{}, it.span, titleOf(it),
                  counted(it.levels.size(), "level", "levels"), titleOf(model[it.scale]),
                  usual->second, all.competencies.size(), usual->first)
          .help(note::EvenOut);
    }
  }
}

}  // namespace cadre::lint
