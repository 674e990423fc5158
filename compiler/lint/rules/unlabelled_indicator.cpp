#include "lint/publishing.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

namespace {

/// How many indicators a competency has, and how many without a label.
struct Tally {
  size_t all = 0;
  size_t bare = 0;
  Span first;  ///< The first without.

  void add(const model::Rubric& rubric) {
    for (const model::Bullet& it : rubric.indicators) {
      ++all;
      if (!it.label.empty()) continue;
      if (bare++ == 0) first = it.text.span;
    }
  }
};

Tally tallyOf(const Competency& competency) {
  Tally out;
  out.add(competency.rubric);
  for (const model::CompetencyLevel& level : competency.levels) out.add(level.rubric);
  return out;
}

}  // namespace

void check(rule::UnlabelledIndicator, const Model& model, Context& context) {
  const model::Framework& framework = model.framework();
  if (!isPublished(framework)) return;
  Tally whole;
  std::vector<std::pair<const Competency*, Tally>> found;
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Tally tally = tallyOf(model[id]);
    whole.all += tally.all;
    whole.bare += tally.bare;
    if (tally.bare > 0) found.emplace_back(&model[id], tally);
  }
  if (found.empty()) return;
  // Where labels are no habit, one word about that is enough.
  if (whole.bare * 2 > whole.all) {
    const std::string how =
        whole.bare == whole.all
            ? fmt::format("none of its {} has", counted(whole.all, "indicator", "indicators"))
            : fmt::format("{} of its {} indicators have no", whole.bare, whole.all);
    context
        .report(rule::UnlabelledIndicator{}, framework.span, titleOf(framework),
                whole.bare == whole.all ? how + " a label" : how + " label")
        .help(note::LabelThem);
    return;
  }
  for (const auto& [competency, tally] : found) {
    context
        .report(rule::UnlabelledIndicator{}, Place(tally.first).knownBy(""), titleOf(*competency),
                fmt::format("{} of its {} has no label", tally.bare,
                            counted(tally.all, "indicator", "indicators")))
        .help(note::LabelThem);
  }
}

}  // namespace cadre::lint
