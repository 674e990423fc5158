#include "ide/likeness.h"

#include "lint/job.h"
#include "model/publication.h"
#include "support/parallel.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <tuple>

namespace cadre::ide {

using model::ArrayRef;
using model::CompetencyId;
using model::LevelValue;
using model::Model;
using model::ProfileId;

namespace {

/// Where the scale of a competency begins: what levels are counted from.
double originOf(const Model& model, CompetencyId competency) {
  const model::ScaleId scale = model[competency].scale;
  return scale && model[scale].kind == model::ScaleKind::Numeric ? model[scale].low : 0;
}

/// The place of a level above the beginning of its scale; 1 without a scale.
double heightOf(const Model& model, const LevelValue& level, double origin) {
  return level.isNone() ? 1 : model.rank(level) - origin;
}

/// How much of the higher level the lower one is.
double closeness(double a, double b) {
  if (a == b) return 1;
  const double higher = std::max(a, b);
  return higher > 0 ? std::max(0.0, std::min(a, b)) / higher : 0;
}

void count(Likeness& likeness, double a, double b) {
  ++likeness.either;
  ++likeness.both;
  likeness.same += a == b ? 1 : 0;
  likeness.sum += closeness(a, b);
}

/// A profile as what it requires, fit to be compared with thousands.
struct Job {
  struct Item {
    uint32_t competency = 0;
    bool isTechnical = false;
    double height = 0;
  };
  ProfileId profile;
  std::vector<Item> items;  ///< The rarest competencies first.
  size_t technical = 0;
};

/// Where each competency is among the first items of jobs.
using Postings = std::vector<std::vector<uint32_t>>;

/// How many of its rarest items two sets must be compared by, so that none as similar is missed.
size_t prefixOf(size_t size, double least) {
  const auto kept = static_cast<size_t>(std::ceil(least * static_cast<double>(size) - 1e-9));
  return std::min(size, size - kept + 1);
}

class Search {
public:
  Search(const Model& model, ArrayRef<ProfileId> profiles, double least, size_t most)
      : model_(model), least_(least), most_(most) {
    std::vector<uint32_t> uses(model.tables().competencies.size());
    for (const ProfileId id : profiles) {
      for (const auto& it : model[id].requirements) ++uses[it.competency.index()];
    }
    for (const ProfileId id : profiles) addJob(id, uses);
    postings_.resize(uses.size());
    for (uint32_t job = 0; job < jobs_.size(); ++job) {
      for (const Job::Item& it : prefix(jobs_[job])) postings_[it.competency].push_back(job);
    }
  }

  AlikePairs run(unsigned threads) {
    constexpr size_t blockSize = 64;
    const size_t blocks = (jobs_.size() + blockSize - 1) / blockSize;
    forEachIndex(blocks, threads, [&](size_t block) {
      Found found;
      Scratch scratch(*this);
      const size_t end = std::min(jobs_.size(), (block + 1) * blockSize);
      for (size_t job = block * blockSize; job < end; ++job)
        compareWithEarlier(job, scratch, found);
      const std::lock_guard guard(mutex_);
      merge(found);
    });
    return finish();
  }

private:
  struct Found {
    size_t count = 0;
    std::vector<AlikePair> pairs;
  };
  /// What one job requires, to be looked up by competency.
  struct Scratch {
    explicit Scratch(const Search& search)
        : heights(search.postings_.size()),
          isThere(search.postings_.size()),
          seenBy(search.jobs_.size(), UINT32_MAX) {}
    std::vector<double> heights;
    std::vector<bool> isThere;
    std::vector<uint32_t> seenBy;
  };

  void addJob(ProfileId id, ArrayRef<uint32_t> uses) {
    Job& job = jobs_.emplace_back();
    job.profile = id;
    for (const auto& it : model_[id].requirements) {
      const bool isTechnical = lint::isTechnical(model_, it.competency);
      job.items.push_back({it.competency.index(), isTechnical,
                           heightOf(model_, it.level, originOf(model_, it.competency))});
      job.technical += isTechnical ? 1 : 0;
    }
    llvm::sort(job.items, [&](const Job::Item& a, const Job::Item& b) {
      return std::pair(uses[a.competency], a.competency) <
             std::pair(uses[b.competency], b.competency);
    });
  }

  [[nodiscard]] ArrayRef<Job::Item> prefix(const Job& job) const {
    return ArrayRef(job.items).take_front(prefixOf(job.items.size(), least_));
  }

  /// Sets of these sizes can be alike enough.
  [[nodiscard]] bool mayFit(size_t a, size_t b) const {
    return static_cast<double>(std::min(a, b)) >=
           least_ * static_cast<double>(std::max(a, b)) - 1e-9;
  }

  void compareWithEarlier(size_t index, Scratch& scratch, Found& found) const {
    const Job& job = jobs_[index];
    for (const Job::Item& it : job.items) {
      scratch.heights[it.competency] = it.height;
      scratch.isThere[it.competency] = true;
    }
    for (const Job::Item& it : prefix(job)) {
      for (const uint32_t other : postings_[it.competency]) {
        if (other >= index) break;
        if (scratch.seenBy[other] == index) continue;
        scratch.seenBy[other] = static_cast<uint32_t>(index);
        if (!mayFit(job.items.size(), jobs_[other].items.size()) ||
            !mayFit(job.technical, jobs_[other].technical))
          continue;
        const Alikeness alikeness = compare(job, jobs_[other], scratch);
        if (alikeness.lower() >= least_ - 1e-9)
          add(found, {jobs_[other].profile, job.profile, alikeness});
      }
    }
    for (const Job::Item& it : job.items) scratch.isThere[it.competency] = false;
  }

  static Alikeness compare(const Job& job, const Job& other, const Scratch& scratch) {
    Alikeness out;
    for (const Job::Item& it : other.items) {
      if (!scratch.isThere[it.competency]) continue;
      const double height = scratch.heights[it.competency];
      count(out.all, height, it.height);
      if (it.isTechnical) count(out.technical, height, it.height);
    }
    out.all.either = job.items.size() + other.items.size() - out.all.both;
    out.technical.either = job.technical + other.technical - out.technical.both;
    return out;
  }

  static bool isBefore(const AlikePair& a, const AlikePair& b) {
    const auto rank = [](const AlikePair& it) {
      return std::tuple(-it.alikeness.lower(), -it.alikeness.all.share().value_or(0), it.first,
                        it.second);
    };
    return rank(a) < rank(b);
  }

  /// A heap whose top is the least alike.
  void add(Found& found, const AlikePair& pair) const {
    ++found.count;
    keep(found, pair);
  }
  void keep(Found& found, const AlikePair& pair) const {
    found.pairs.push_back(pair);
    std::push_heap(found.pairs.begin(), found.pairs.end(), isBefore);
    if (found.pairs.size() <= most_) return;
    std::pop_heap(found.pairs.begin(), found.pairs.end(), isBefore);
    found.pairs.pop_back();
  }
  void merge(const Found& found) {
    all_.count += found.count;
    for (const AlikePair& it : found.pairs) keep(all_, it);
  }

  AlikePairs finish() {
    llvm::sort(all_.pairs, isBefore);
    for (AlikePair& it : all_.pairs) {
      if (it.second < it.first) std::swap(it.first, it.second);
    }
    return {jobs_.size(), all_.count, std::move(all_.pairs)};
  }

  const Model& model_;
  double least_;
  size_t most_;
  std::vector<Job> jobs_;
  Postings postings_;  ///< By competency: the jobs with it in their prefix, in order.
  std::mutex mutex_;
  Found all_;
};

}  // namespace

double Alikeness::lower() const {
  const double whole = all.share().value_or(0);
  return std::min(whole, technical.share().value_or(whole));
}

Alikeness alikeness(const Model& model, ProfileId a, ProfileId b) {
  Alikeness out;
  const lint::Job from = lint::jobOf(model, a);
  const lint::Job to = lint::jobOf(model, b);
  const auto addAll = [&](const lint::Demands& first, const lint::Demands& second,
                          Likeness& likeness) {
    for (const lint::Demand& it : first) {
      const auto* other = llvm::find_if(
          second, [&](const lint::Demand& one) { return one.competency == it.competency; });
      if (other == second.end()) continue;
      const double origin = originOf(model, it.competency);
      count(likeness, heightOf(model, it.level, origin), heightOf(model, other->level, origin));
    }
    likeness.either = first.size() + second.size() - likeness.both;
  };
  addAll(from.technical, to.technical, out.technical);
  addAll(from.other, to.other, out.all);
  out.all.either += out.technical.either;
  out.all.both += out.technical.both;
  out.all.same += out.technical.same;
  out.all.sum += out.technical.sum;
  return out;
}

std::vector<ProfileId> comparableProfiles(const Model& model) {
  std::vector<ProfileId> out;
  const model::Publication publication(model);
  for (const ProfileId id : publication.ids<model::Profile>()) {
    const model::Profile& profile = model[id];
    const bool isLive = profile.status != model::Status::Retired && !profile.isAbstract;
    if (isLive && !model.isExternal(profile) && !profile.requirements.empty()) out.push_back(id);
  }
  return out;
}

AlikePairs alikePairs(const Model& model, ArrayRef<ProfileId> profiles, double least, size_t most,
                      unsigned threads) {
  return Search(model, profiles, least, most).run(threads);
}

}  // namespace cadre::ide
