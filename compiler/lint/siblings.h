// Profiles of one family beside each other: takes a framework, gives those that require the same, and
// those that technical competencies hardly tell apart. Steps of a career are no rivals: they may share
// what they require. Finds groups by hashes, so that thousands of profiles cost milliseconds.
#pragma once

#include "lint/career.h"
#include "lint/context.h"
#include "lint/job.h"

namespace cadre::lint {

/// Profiles of one group, in the order of the source; two or more.
struct Siblings {
  std::vector<Job> jobs;
  /// Whether they share all their technical competencies; else all but one of each.
  bool isSame = true;
};

/// How a finding about a group names it.
struct GroupNames {
  std::string all;            ///< The titles, listed.
  Span last;                  ///< Where the finding stands.
  std::vector<Span> earlier;  ///< The other ones; one or more.
  size_t count = 0;
};
[[nodiscard]] GroupNames namesOf(const Siblings& group, const model::Model& model);

/// The profiles that require the same competencies at the same levels, in the whole framework. Those
/// that require less than two are left out: they have only begun.
[[nodiscard]] std::vector<Siblings> identicalJobs(Context& context);

/// The groups within families that fewer than `differences` (1 or 2) technical competencies tell apart;
/// groups of near ones share `shared` of them or more.
[[nodiscard]] std::vector<Siblings> indistinctJobs(Context& context, size_t differences, size_t shared);

}  // namespace cadre::lint
