#include "lint/habit.h"
#include "lint/publishing.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::UnvalidatedTechnical, const Model& model, Context& context) {
  if (!isPublished(model.framework()) || !model.framework().reviewed.empty()) return;
  std::vector<const Competency*> found;
  size_t judged = 0;
  for (const model::CompetencyId id : context.survey().competencies()) {
    const Competency& it = model[id];
    if (model.builtinKind(it).key != "technical" || it.deprecated ||
        it.status == model::Status::Draft)
      continue;
    ++judged;
    // A match is a source that others have validated.
    if (!it.reviewed.empty() || !it.matches.empty()) continue;
    found.push_back(&it);
  }
  if (found.empty()) return;
  const size_t shown = isHabit(found.size(), judged, habitOfCompetencies) ? 1 : found.size();
  for (const Competency* const it : ArrayRef(found).take_front(shown)) {
    const bool isForAll = shown < found.size();
    auto builder = context.report(rule::UnvalidatedTechnical{},
                                  isForAll ? Place(it->span).ofFramework(model).knownBy("") : Place(it->span), titleOf(*it));
    if (isForAll) builder.note(note::MoreUnvalidated, found.size() - shown);
    builder.help(note::DateReview);
  }
}

}  // namespace cadre::lint
