// What a project says of changes: which tier they are of, which version announces them, and which of them
// `cadre diff` refuses. Takes names that were checked, changes a difference accordingly.
#pragma once

#include "diff/change.h"

#include <map>

namespace cadre::diff {

struct Settings {
  /// `breaking`, or the word of a tier: what `--fail-on` takes without a value of its own.
  std::optional<std::string> failOn;
  std::map<std::string, Tier> tiers;         ///< By the name of a change.
  std::map<std::string, VersionStep> steps;  ///< By the name of a change, or the word of a tier.

  [[nodiscard]] bool isEmpty() const { return tiers.empty() && steps.empty(); }
};

/// Gives each change its tier and step. The name with a declaration's word (`resource-removed`) counts before
/// that without, and for the step the name before the tier.
void apply(const Settings& settings, Difference& difference);

/// The values that `fail-on` takes.
[[nodiscard]] ArrayRef<StringRef> failOnValues();

}  // namespace cadre::diff
