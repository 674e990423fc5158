#include "lint/competencies.h"
#include "lint/habit.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

namespace {

struct Counted {
  Span place;
  size_t count = 0;
};

/// The levels that have indicators at all.
std::vector<Counted> levelsOf(Context& context) {
  std::vector<Counted> out;
  const Model& model = context.model();
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    if (!it.rubric.indicators.empty()) out.push_back({it.span, it.rubric.indicators.size()});
    for (const model::CompetencyLevel& level : it.levels) {
      if (!level.rubric.indicators.empty()) out.push_back({level.span, level.rubric.indicators.size()});
    }
  }
  return out;
}

/// Whether levels that miss the limits by one are how the framework is written: then a word on each
/// is noise.
bool areNearMissesUsual(ArrayRef<Counted> levels, size_t fewest, size_t most) {
  constexpr size_t many = 5;
  const auto misses = static_cast<size_t>(
      llvm::count_if(levels, [&](const Counted& it) { return it.count + 1 == fewest || it.count == most + 1; }));
  return misses >= many && misses * 5 > levels.size();
}

}  // namespace

void check(rule::IndicatorCount, const Model& model, Context& context) {
  const std::vector<Counted> levels = levelsOf(context);
  const auto fewest = static_cast<size_t>(context.number(OptionId::FewestIndicators));
  const auto most = static_cast<size_t>(context.number(OptionId::MostIndicators));
  size_t few = 0;
  for (const Counted& it : levels) few += it.count < fewest ? 1 : 0;
  // Where most levels have few, that is how the framework is written, or it has only begun.
  const bool isStyle = few * 2 > levels.size();
  const bool isWay = isHabit(few, levels.size(), habitOfCompetencies);
  bool isTold = isStyle && !isWay;
  const bool areUsual = !isWay && areNearMissesUsual(levels, fewest, most);
  for (const Counted& it : levels) {
    if (areUsual && (it.count + 1 == fewest || it.count == most + 1)) continue;
    if (it.count > most) {
      context.report(rule::IndicatorCount{}, it.place, counted(it.count, "indicator", "indicators"), "more", most)
          .help(note::ChooseTheTelling);
    } else if (it.count < fewest && !isTold) {
      auto builder =
          context.report(rule::IndicatorCount{}, isWay ? Place(it.place).ofFramework(model).knownBy("") : Place(it.place),
                         counted(it.count, "indicator", "indicators"), "fewer", fewest);
      builder.help(note::AddWhatIsSeen);
      if (isWay) builder.note(note::SoAreOthers, few - 1);
      isTold = isWay;
    }
  }
}

}  // namespace cadre::lint
