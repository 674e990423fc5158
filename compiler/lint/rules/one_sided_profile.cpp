#include "lint/habit.h"
#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

namespace {

/// Says of the profiles that they require only, or no, technical competencies.
void reportAll(const std::vector<model::ProfileId>& found, size_t judged, bool isOnly, Context& context) {
  const Model& model = context.model();
  const StringRef what = isOnly ? "only technical" : "no technical";
  const auto& help = isOnly ? note::AddGeneral : note::AddTechnical;
  if (isHabit(found.size(), judged, habitOfProfiles)) {
    context
        .report(rule::OneSidedProfile{}, model.framework().span,
                fmt::format("{} of {} profiles require", found.size(), judged), what)
        .help(help);
    return;
  }
  for (const model::ProfileId id : found) {
    const Profile& profile = model[id];
    context.report(rule::OneSidedProfile{}, profile.span, quoted(profile) + " requires", what).help(help);
  }
}

}  // namespace

void check(rule::OneSidedProfile, const Model& model, Context& context) {
  const auto from = static_cast<size_t>(context.number(OptionId::OneSidedFrom));
  bool hasTechnical = false;
  bool hasOther = false;
  for (const Competency& it : model.tables().competencies)
    (isTechnical(model, model.tables().competencies.idOf(it)) ? hasTechnical : hasOther) = true;
  if (!hasTechnical || !hasOther) return;
  std::vector<model::ProfileId> onlyTechnical;
  std::vector<model::ProfileId> noTechnical;
  size_t judged = 0;
  for (const model::ProfileId id : context.survey().profiles()) {
    if (model[id].requirements.size() < from) continue;
    ++judged;
    const Job job = jobOf(model, id);
    if (job.other.empty()) onlyTechnical.push_back(id);
    if (job.technical.empty()) noTechnical.push_back(id);
  }
  reportAll(onlyTechnical, judged, true, context);
  reportAll(noTechnical, judged, false, context);
}

}  // namespace cadre::lint
