// What the source allows to change: takes what it says beside its declarations, marks the changes that it
// covers. An allowance is for one release: it counts while the version is still that of the release before,
// then for that release alone (and what comes before it: its pre-releases).
#pragma once

#include "diff/change.h"

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
};

/// Marks what is accepted. A change is covered by an allowance in what it is about, in what caused it, and in
/// the framework.
void accept(ArrayRef<Allowance> allowances, Difference& difference);

}  // namespace cadre::diff
