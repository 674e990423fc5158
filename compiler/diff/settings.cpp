#include "diff/settings.h"

#include <array>

namespace cadre::diff {

namespace {

/// The names of a change, the most particular first.
std::array<std::string, 2> namesOf(const Change& change) {
  const std::string name = rowOf(change.id).name.str();
  return {change.subject.word.str() + "-" + name, name};
}

}  // namespace

void apply(const Settings& settings, Difference& difference) {
  if (settings.isEmpty()) return;
  for (Change& change : difference.changes) {
    const std::array names = namesOf(change);
    const auto set = [&](const auto& values, auto& member) {
      for (const std::string& name : names) {
        if (const auto found = values.find(name); found != values.end()) return member = found->second, true;
      }
      return false;
    };
    set(settings.tiers, change.tier);
    if (set(settings.steps, change.step)) continue;
    const auto ofTier = settings.steps.find(word(change.tier).str());
    if (ofTier != settings.steps.end()) change.step = ofTier->second;
  }
}

ArrayRef<StringRef> failOnValues() {
  static constexpr std::array<StringRef, 4> values = {"breaking", "people", "data", "text"};
  return values;
}

}  // namespace cadre::diff
