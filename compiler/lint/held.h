// Which findings a baseline holds: takes its entries and then findings one by one, in the order of the
// source, and says of each whether it was there before, and at the end what is gone.
#pragma once

#include "lint/baseline.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/EquivalenceClasses.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace cadre::lint {

/// Things of which a rule says that they are alike hang together, whichever of them was named first: a finding
/// on some is held where entries join them, and one more of them is one finding more.
using AlikeSites = llvm::EquivalenceClasses<std::pair<std::string, BaselineSite>>;  ///< By rule.

class Held {
public:
  /// Null holds nothing. `baseline` must outlive it.
  explicit Held(const Baseline* baseline);

  /// Whether the finding was there before; of findings that are alike, as many as were there.
  bool take(const BaselineEntry& finding);
  /// The entries that none of the findings, which are all there are, has any more.
  [[nodiscard]] std::vector<BaselineEntry> gone(llvm::ArrayRef<BaselineEntry> findings) const;

private:
  const Baseline* baseline_;
  std::map<BaselineEntry, size_t> left_;  ///< Of findings on one site alone.
  AlikeSites alike_;
};

}  // namespace cadre::lint
