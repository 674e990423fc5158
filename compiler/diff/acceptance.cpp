#include "diff/acceptance.h"

namespace cadre::diff {

namespace {

/// Whether the allowance is for a release that lies behind the older side, and that the newer one has not
/// gone past.
bool isDue(const Allowance& allowance, const Difference& difference) {
  const std::optional<Version> release = Version::parse(allowance.version);
  const std::optional<Version> before = Version::parse(difference.before.version);
  const std::optional<Version> after = Version::parse(difference.after.version);
  if (!release || !before || !after) return false;
  return compare(*before, *release) < 0 && compare(*after, *release) <= 0;
}

bool standsAt(const Allowance& allowance, const Change& change) {
  if (allowance.word == "framework") return true;
  if (allowance.word == change.subject.word && allowance.id == change.subject.id) return true;
  return change.cause && change.cause->id == allowance.id &&
         ((change.cause->kind == Cause::Kind::Rule && allowance.word == "rule") ||
          (change.cause->kind != Cause::Kind::Rule && allowance.word == "profile"));
}

bool covers(const Allowance& allowance, const Change& change) {
  if (allowance.change.id != change.id) return false;
  if (!allowance.change.word.empty() && allowance.change.word != change.subject.word) return false;
  return standsAt(allowance, change);
}

}  // namespace

void accept(ArrayRef<Allowance> allowances, Difference& difference) {
  for (const Allowance& allowance : allowances) {
    if (!isDue(allowance, difference)) continue;
    for (Change& change : difference.changes) {
      if (!change.accepted && covers(allowance, change)) change.accepted = {allowance.version, allowance.reason};
    }
  }
}

}  // namespace cadre::diff
