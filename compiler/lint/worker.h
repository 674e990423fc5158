// What a thread that runs rules has to itself: lexica, a context and the times of its rules. Knows
// nothing of what is run.
#pragma once

#include "lint/context.h"

#include <vector>

namespace cadre::lint {

struct Worker {
  /// A thread beside `like`, whose lexica are `shared`; what it keeps, or asks, is `kept`.
  Worker(Lexica& shared, const Context& like, std::shared_ptr<Kept> kept)
      : lexica(shared), context(like, lexica, std::move(kept)), times(rules().size(), 0.0) {}

  void addTimesTo(std::vector<double>& all) const {
    for (size_t i = 0; i < all.size(); ++i) all[i] += times[i];
  }

  Lexica lexica;
  Context context;
  std::vector<double> times;  ///< In seconds, by RuleId; with a clock.
};

}  // namespace cadre::lint
