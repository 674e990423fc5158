// Which findings a baseline holds: takes its entries and then findings one by one, in the order of the
// source, and says of each whether it was there before, and at the end what is gone.
#pragma once

#include "lint/baseline.h"

#include <llvm/ADT/ArrayRef.h>

#include <map>
#include <vector>

namespace cadre::lint {

/// Things of which a rule says that they are alike hang together, whichever of them was named first: a finding
/// on some is held where entries join them, and one more of them is one finding more.
class AlikeSites {
public:
  /// Whether all sites of an entry were joined before.
  [[nodiscard]] bool holds(const BaselineEntry& entry) const;
  void join(const BaselineEntry& entry);

private:
  [[nodiscard]] const size_t* find(const std::string& rule, const BaselineSite& site) const;
  size_t add(const std::string& rule, const BaselineSite& site);
  [[nodiscard]] size_t rootOf(size_t index) const;

  std::map<std::pair<std::string, BaselineSite>, size_t> indexes_;
  mutable std::vector<size_t> parents_;  ///< Shortened when they are asked.
};

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
