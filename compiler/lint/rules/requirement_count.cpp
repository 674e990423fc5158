#include "lint/habit.h"
#include "lint/job.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

struct Limits {
  size_t least;
  size_t most;
  size_t mostTechnical;
};

/// How many competencies the profile may require: more where most of them are technical.
size_t mostFor(const Job& job, const Limits& limits) {
  return job.technical.size() > job.other.size() ? std::max(limits.most, limits.mostTechnical) : limits.most;
}

void reportAll(const std::vector<Job>& found, size_t judged, const Limits& limits, bool isFew, Context& context) {
  const Model& model = context.model();
  const auto& help = isFew ? note::AddWhatTheJobTakes : note::KeepWhatDecides;
  if (isHabit(found.size(), judged, habitOfProfiles)) {
    const std::string who = fmt::format("{} of {} profiles require {} than {}", found.size(), judged,
                                        isFew ? "fewer" : "more", isFew ? limits.least : limits.most);
    const std::string range = fmt::format("{} to {}", limits.least, limits.most);
    context.report(rule::RequirementCount{}, model.framework().span, who, range).help(help);
    return;
  }
  for (const Job& job : found) {
    const Profile& profile = model[job.profile];
    const std::string who = fmt::format("{} requires {}", quoted(profile), job.size());
    const std::string range = fmt::format("{} to {}", limits.least, mostFor(job, limits));
    auto builder = context.report(rule::RequirementCount{}, profile.span, who, range);
    if (mostFor(job, limits) > limits.most) builder.note(note::MoreIfTechnical, limits.mostTechnical, limits.most);
    builder.help(help);
  }
}

/// Of what is published, outputs leave drafts out: what a published profile requires of them is not
/// asked yet.
bool counts(const Model& model, const Profile& profile, model::CompetencyId competency) {
  using enum model::Status;
  const Competency& it = model[competency];
  return it.status != Draft || profile.status == Draft || model[it.framework].status == Draft;
}

Job countedJob(const Model& model, model::ProfileId profile) {
  Job job = jobOf(model, profile);
  const auto isLeftOut = [&](const Demand& it) { return !counts(model, model[profile], it.competency); };
  llvm::erase_if(job.technical, isLeftOut);
  llvm::erase_if(job.other, isLeftOut);
  llvm::erase_if(job.leadership, isLeftOut);
  return job;
}

/// Whether the profile says itself what one must know or be able to do, beside its competencies.
bool asksForMore(const Profile& profile) {
  return llvm::any_of(profile.statements,
                      [](const model::StatementUse& it) { return it.sort != model::StatementSort::Task; });
}

}  // namespace

void check(rule::RequirementCount, const Model& model, Context& context) {
  const Limits limits = {static_cast<size_t>(context.number(OptionId::LeastRequirements)),
                         static_cast<size_t>(context.number(OptionId::MostRequirements)),
                         static_cast<size_t>(context.number(OptionId::MostTechnicalRequirements))};
  // A framework that could not fill a profile has only begun.
  const bool hasBegun = model.tables().competencies.size() < limits.least;
  std::vector<Job> few;
  std::vector<Job> many;
  size_t judged = 0;
  for (const model::ProfileId id : context.survey().profiles()) {
    const auto size = static_cast<size_t>(llvm::count_if(model[id].requirements, [&](const model::Requirement& it) {
      return counts(model, model[id], it.competency);
    }));
    if (size == 0) continue;
    ++judged;
    if (size < limits.least && !hasBegun && !asksForMore(model[id])) few.push_back(countedJob(model, id));
    if (size <= limits.most) continue;
    Job job = countedJob(model, id);
    if (size > mostFor(job, limits)) many.push_back(std::move(job));
  }
  reportAll(few, judged, limits, true, context);
  reportAll(many, judged, limits, false, context);
}

}  // namespace cadre::lint
