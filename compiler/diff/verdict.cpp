#include "diff/verdict.h"

#include <llvm/Support/ErrorHandling.h>

#include <algorithm>

namespace cadre::diff {

StringRef word(Verdict::Standing standing) {
  switch (standing) {
    case Verdict::Standing::Enough: return "enough";
    case Verdict::Standing::Unchanged: return "unchanged";
    case Verdict::Standing::TooSmall: return "too-small";
    case Verdict::Standing::Backwards: return "backwards";
    case Verdict::Standing::Unknown: return "unknown";
  }
  llvm_unreachable("every standing has a word");
}

bool counts(const Change& change) { return !change.accepted && !change.isOfDependency(); }

bool counts(const Change& change, Tier tier) { return counts(change) && change.tier <= tier; }

bool breaks(const Change& change) { return counts(change) && change.step == VersionStep::Major; }

namespace {

Verdict::Standing standingOf(const Verdict& verdict, const Version& before, const Version& after) {
  const int order = compare(after, before);
  if (order < 0) return Verdict::Standing::Backwards;
  if (verdict.needed == VersionStep::None) return Verdict::Standing::Enough;
  if (order == 0) return Verdict::Standing::Unchanged;
  return verdict.announced < verdict.needed ? Verdict::Standing::TooSmall : Verdict::Standing::Enough;
}

}  // namespace

Verdict judge(const Difference& difference) {
  Verdict out;
  for (const Change& change : difference.changes) {
    if (counts(change)) out.needed = std::max(out.needed, change.step);
  }
  const std::optional<Version> before = Version::parse(difference.before.version);
  const std::optional<Version> after = Version::parse(difference.after.version);
  if (before) out.least = toString(nextVersion(*before, out.needed));
  if (!before || !after) {
    out.standing = Verdict::Standing::Unknown;
    return out;
  }
  if (compare(*after, *before) > 0) out.announced = stepBetween(*before, *after);
  out.standing = standingOf(out, *before, *after);
  return out;
}

}  // namespace cadre::diff
