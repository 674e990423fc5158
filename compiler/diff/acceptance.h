// What the source allows to change: takes what it says beside its declarations, marks the changes that it
// covers. An allowance is for one release: it counts while the version is still that of the release before,
// then for that release alone (and what comes before it: its pre-releases).
#pragma once

#include "diff/change.h"
#include "source/span.h"

namespace cadre::diff {

/// `allow CHANGE at VERSION because REASON`, in the block of a declaration.
struct Allowance {
  ChangeName change;
  std::string version;
  std::string reason;
  /// The declaration that it stands in; of the framework's, all changes.
  StringRef word;
  std::string id;
  /// The profiles that extend it, directly or not: what changes in them without a line that is known to have
  /// caused it (a credential, a task, an attribute, the family) may come from it.
  std::vector<std::string> heirs;
  Span span = {};  ///< The line.
};

/// Marks what is accepted. A change is covered by an allowance in what it is about, in what caused it, and in
/// the framework.
void accept(ArrayRef<Allowance> allowances, Difference& difference);

/// Whether the newer side is the release that the allowance is for, and nothing in it is covered; or the allowance is for
/// a later one, and would have covered something here. Nothing is said while the version has not moved, nor of
/// a pre-release.
[[nodiscard]] bool isWithoutEffect(const Allowance& allowance, const Difference& difference);
/// Whom such a change is told of, each once.
[[nodiscard]] std::vector<Subject> subjectsOf(const ChangeName& change, const Difference& difference);

}  // namespace cadre::diff
