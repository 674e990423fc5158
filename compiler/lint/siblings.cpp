#include "lint/siblings.h"

#include "lint/wording.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/STLExtras.h>

#include <cstring>

namespace cadre::lint {

namespace {

using model::Model;

uint64_t mixed(uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31U);
}

uint64_t hashOf(const Demand& demand) {
  uint64_t level = demand.level.level ? demand.level.level.index() + 1ULL : 0;
  if (demand.level.number) {
    const double number = *demand.level.number + 0.0;
    std::memcpy(&level, &number, sizeof level);
  }
  return mixed(mixed(level) + demand.competency.index());
}

/// A sum, so that a member is taken out by taking away.
uint64_t hashOf(const Demands& demands) {
  uint64_t sum = demands.size();
  for (const Demand& it : demands) sum += hashOf(it);
  return sum;
}

/// Beyond this, a group is no ladder, and its members are not compared one by one.
constexpr size_t longestLadder = 64;

/// Tells steps of a career from rivals.
class JobLadders {
public:
  explicit JobLadders(Context& context) : model_(context.model()), lexicon_(context.lexicon()), careers_(context.model()) {}

  /// Whether one is another grade of the other, or leads where the other does not.
  bool areGrades(const Job& a, const Job& b) {
    // One of them leads.
    if (a.leadership.empty() != b.leadership.empty()) return true;
    // The same technical competencies at other levels: junior and senior.
    if (a.technical != b.technical && differInLevelsAlone(a.technical, b.technical)) return true;
    if (careers_.join(a.profile, b.profile)) return true;
    const std::string& title = plainTitle(a);
    return !title.empty() && title == plainTitle(b);
  }

  /// The members that are a rival of another one.
  std::vector<Job> rivals(std::vector<Job> jobs) {
    if (jobs.size() > longestLadder) return jobs;
    std::vector<bool> isRival(jobs.size());
    for (size_t i = 0; i < jobs.size(); ++i) {
      for (size_t j = i + 1; j < jobs.size(); ++j) {
        if ((isRival[i] && isRival[j]) || areGrades(jobs[i], jobs[j])) continue;
        isRival[i] = isRival[j] = true;
      }
    }
    std::vector<Job> out;
    for (size_t i = 0; i < jobs.size(); ++i) {
      if (isRival[i]) out.push_back(std::move(jobs[i]));
    }
    return out;
  }

private:
  /// The title without words of grade and numbers; empty where none is in it, or nothing is left.
  const std::string& plainTitle(const Job& job) {
    const auto [place, isNew] = titles_.try_emplace(job.profile.index());
    if (!isNew || !lexicon_) return place->second;
    prose::Text text;
    text.read(titleOf(model_[job.profile]), *lexicon_);
    const auto grades = text.find(prose::ListId::GradeWords);
    std::string rest;
    for (uint32_t i = 0; i < text.tokens().size(); ++i) {
      const prose::Word& word = *text.tokens()[i].word;
      const bool isGrade = llvm::any_of(grades, [&](const prose::Match& it) { return it.first <= i && i < it.last; });
      if (!isGrade && !word.isNumber) rest += word.form.str() + " ";
    }
    return place->second = rest;
  }

  const Model& model_;
  prose::Lexicon* lexicon_;
  Careers careers_;
  llvm::DenseMap<uint32_t, std::string> titles_;
};

/// Puts jobs together by a hash, in the order in which each is first met.
template <class Hash>
std::vector<std::vector<const Job*>> grouped(const std::vector<Job>& jobs, Hash hash) {
  llvm::MapVector<uint64_t, std::vector<const Job*>> groups;
  for (const Job& job : jobs) groups[hash(job)].push_back(&job);
  std::vector<std::vector<const Job*>> out;
  for (auto& [key, members] : groups) out.push_back(std::move(members));
  return out;
}

uint64_t wholeHash(const Job& job) { return mixed(hashOf(job.technical)) + hashOf(job.other); }

class Family {
public:
  Family(std::vector<Job> jobs, JobLadders& ladders) : jobs_(std::move(jobs)), ladders_(ladders) {
    for (Job& job : jobs_) usesTechnical_ |= !job.technical.empty();
  }

  void findSame(std::vector<Siblings>& out) {
    for (const auto& members : grouped(jobs_, [](const Job& it) { return hashOf(it.technical); })) {
      kinds_.push_back(members.front());
      if (members.size() < 2 || !usesTechnical_) continue;
      // What requires the same in everything is found by another rule: one of them stands for all.
      llvm::DenseMap<uint64_t, bool> seen;
      std::vector<Job> different;
      for (const Job* it : members) {
        if (seen.try_emplace(wholeHash(*it), true).second) different.push_back(*it);
      }
      add(out, std::move(different), true);
    }
  }

  /// Of jobs with the same technical competencies, the first stands for all.
  void findNear(std::vector<Siblings>& out, size_t shared) {
    llvm::MapVector<uint64_t, std::vector<const Job*>> byRest;
    for (const Job* job : kinds_) {
      const uint64_t all = hashOf(job->technical);
      if (job->technical.size() >= shared) byRest[all].push_back(job);
      if (job->technical.size() <= shared) continue;
      for (const Demand& it : job->technical) byRest[all - 1 - hashOf(it)].push_back(job);
    }
    llvm::DenseMap<uint32_t, bool> told;
    for (const auto& [key, members] : byRest) {
      if (members.size() < 2) continue;
      const bool isTold = llvm::all_of(members, [&](const Job* it) { return told.contains(it->profile.index()); });
      if (isTold) continue;
      std::vector<Job> jobs;
      for (const Job* it : members) jobs.push_back(*it);
      if (!add(out, std::move(jobs), false)) continue;
      for (const Job& it : out.back().jobs) told.try_emplace(it.profile.index(), true);
    }
  }

private:
  bool add(std::vector<Siblings>& out, std::vector<Job> jobs, bool isSame) {
    Siblings group = {ladders_.rivals(std::move(jobs)), isSame};
    if (group.jobs.size() < 2) return false;
    out.push_back(std::move(group));
    return true;
  }

  std::vector<Job> jobs_;
  JobLadders& ladders_;
  std::vector<const Job*> kinds_;
  bool usesTechnical_ = false;
};

}  // namespace

GroupNames namesOf(const Siblings& group, const model::Model& model) {
  GroupNames out;
  std::vector<std::string> titles;
  for (const Job& it : group.jobs) {
    titles.push_back(quoted(model[it.profile]));
    out.earlier.push_back(model[it.profile].span);
  }
  out.all = listed(titles);
  out.count = titles.size();
  out.last = out.earlier.back();
  out.earlier.pop_back();
  return out;
}

std::vector<Siblings> identicalJobs(Context& context) {
  std::vector<Job> jobs;
  for (const model::ProfileId id : context.survey().profiles()) {
    Job job = jobOf(context.model(), id);
    if (job.size() >= 2) jobs.push_back(std::move(job));
  }
  std::vector<Siblings> out;
  for (const auto& members : grouped(jobs, wholeHash)) {
    if (members.size() < 2) continue;
    Siblings& group = out.emplace_back();
    for (const Job* it : members) group.jobs.push_back(*it);
  }
  return out;
}

std::vector<Siblings> indistinctJobs(Context& context, size_t differences, size_t shared) {
  std::vector<Siblings> out;
  JobLadders ladders(context);
  const auto families = context.survey().families();
  for (const FamilyMembers& members : families) {
    // Where others have a family, profiles without one are no family.
    if (!members.family && families.size() > 1) continue;
    std::vector<Job> jobs;
    for (const model::ProfileId id : members.profiles) {
      Job job = jobOf(context.model(), id);
      if (job.size() >= 2) jobs.push_back(std::move(job));
    }
    Family family(std::move(jobs), ladders);
    family.findSame(out);
    if (differences > 1) family.findNear(out, shared);
  }
  return out;
}

}  // namespace cadre::lint
