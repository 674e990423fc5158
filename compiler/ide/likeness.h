// How alike two profiles are by what they require, and which of many hardly differ: takes a model,
// gives a share of what either requires, and pairs. Says nothing in words, judges nothing.
#pragma once

#include "model/model.h"

#include <optional>
#include <vector>

namespace cadre::ide {

/// What two profiles have in common. Each competency that either requires counts one. What both
/// require counts as much as the lower level is part of the higher one (in levels from the lowest,
/// in numbers from the low end of the range), so that with equal levels the share is Jaccard's
/// index.
struct Likeness {
  size_t either = 0;  ///< Competencies that one of them requires, or both.
  size_t both = 0;    ///< Of these, those that both require.
  size_t same = 0;    ///< Of these, those at the same level.
  double sum = 0;     ///< Of these, how close they are.

  /// 0 for nothing in common, 1 for the same at the same levels; none where neither requires any.
  [[nodiscard]] std::optional<double> share() const {
    return either == 0 ? std::nullopt : std::optional(sum / static_cast<double>(either));
  }
};

struct Alikeness {
  Likeness all;
  Likeness technical;  ///< Of technical competencies alone.

  /// The lower one of the two shares, which pairs are ranked by: what is common to all jobs of a
  /// house hides no craft, and a common craft hides nothing else.
  [[nodiscard]] double lower() const;
};

[[nodiscard]] Alikeness alikeness(const model::Model& model, model::ProfileId a,
                                  model::ProfileId b);

struct AlikePair {
  model::ProfileId first;  ///< The one that is declared first.
  model::ProfileId second;
  Alikeness alikeness;
};

struct AlikePairs {
  size_t profiles = 0;           ///< That were compared with each other.
  size_t count = 0;              ///< Pairs that are alike enough.
  std::vector<AlikePair> pairs;  ///< The most alike of these first; of equals those declared first.
};

/// The profiles of the framework that outputs hold, neither retired nor without a requirement.
[[nodiscard]] std::vector<model::ProfileId> comparableProfiles(const model::Model& model);

/// The pairs whose Alikeness::lower() is at least `least` (above 0), at most `most` of them. Exact:
/// profiles are paired by the rarest of what they require, so that unlike ones never meet, and no
/// more than `most` pairs are held for each of `threads`.
[[nodiscard]] AlikePairs alikePairs(const model::Model& model,
                                    model::ArrayRef<model::ProfileId> profiles, double least,
                                    size_t most, unsigned threads);

}  // namespace cadre::ide
