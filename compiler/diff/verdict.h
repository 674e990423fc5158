// What a comparison asks of the version: takes a difference, gives the step that it needs and whether the
// version that the framework says is that far.
#pragma once

#include "diff/change.h"

namespace cadre::diff {

struct Verdict {
  enum class Standing : uint8_t {
    Enough,     ///< The version announces what has changed.
    Unchanged,  ///< There are changes, and the version is still the one before.
    TooSmall,   ///< The version announces less.
    Backwards,  ///< The version lies below the one before.
    Unknown,    ///< A side says no version that can be read.
  };
  VersionStep needed = VersionStep::None;     ///< By the changes that are not accepted.
  VersionStep announced = VersionStep::None;  ///< By the version.
  Standing standing = Standing::Enough;
  std::string least;  ///< The least version that is enough; empty where the one before cannot be read.
};
/// `enough`, `unchanged`, `too-small`, `backwards`, `unknown`.
[[nodiscard]] StringRef word(Verdict::Standing standing);

[[nodiscard]] Verdict judge(const Difference& difference);

/// Whether the change counts at all: not one that is accepted, nor one of another framework, which has a version
/// of its own.
[[nodiscard]] bool counts(const Change& change);
/// Whether it counts where changes of `tier` and those before it do.
[[nodiscard]] bool counts(const Change& change, Tier tier);
/// Whether it counts, and breaks what holds on to the framework.
[[nodiscard]] bool breaks(const Change& change);

}  // namespace cadre::diff
