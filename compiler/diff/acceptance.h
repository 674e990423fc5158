// What the source allows to change: takes what it says beside its declarations, marks the changes that it
// covers. An allowance is for one release: it counts from the release before up to that one, and no longer.
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
};

/// Marks what is accepted. A change is covered by an allowance in what it is about, in what caused it, and in
/// the framework.
void accept(ArrayRef<Allowance> allowances, Difference& difference);

}  // namespace cadre::diff
