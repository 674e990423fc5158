// A comparison as people read it: takes a difference, gives sections by tier, in them headings (what a change
// is about, or what caused it) with what is said under each. The renderers draw this; none decides an order.
#pragma once

#include "diff/change.h"

namespace cadre::diff {

/// Something that is said, of whom, and by which changes.
struct Line {
  Phrase clause;
  std::vector<const Change*> changes;  ///< One, or those that say the same of several subjects.
};

struct Entry {
  /// Without a cause: the one subject of all lines. With one, each line names its subjects.
  Subject subject;
  std::optional<Cause> cause;
  std::vector<Line> lines;
};

struct Section {
  StringRef heading;  ///< `What people must be able to do`
  StringRef name;     ///< The tier's word, or `dependencies`.
  std::vector<Entry> entries;
  size_t lines = 0;
};

/// The tiers that hold changes, in their order; then what changed in the frameworks that this one uses.
[[nodiscard]] std::vector<Section> report(const Difference& difference);

/// How many things are said of it: what is said of several jobs counts once.
[[nodiscard]] size_t countLines(const Difference& difference);

/// `through the rule`: what kind of cause it is, for headings.
[[nodiscard]] std::string causeInWords(const Cause& cause);

}  // namespace cadre::diff
