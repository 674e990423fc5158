#include "diff/acceptance.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ErrorHandling.h>

namespace cadre::diff {

namespace {

/// Whether the allowance is for the release that the newer side is, or is on the way to.
bool isDue(const Allowance& allowance, const Difference& difference) {
  const std::optional<Version> release = Version::parse(allowance.version);
  const std::optional<Version> before = Version::parse(difference.before.version);
  const std::optional<Version> after = Version::parse(difference.after.version);
  if (!release || !before || !after || compare(*before, *release) >= 0) return false;
  // Before the version moves, the release is one to come.
  if (compare(*before, *after) == 0) return true;
  Version reached = *after;
  reached.prerelease = release->prerelease;
  return compare(reached, *release) == 0 && compare(*after, *release) <= 0;
}

/// The word of the declarations that are such a cause.
StringRef wordOf(Cause::Kind kind) {
  switch (kind) {
    case Cause::Kind::Rule: return "rule";
    case Cause::Kind::Scale: return "scale";
    case Cause::Kind::Own:
    case Cause::Kind::Base:
    case Cause::Kind::Extends:
    case Cause::Kind::Family: return "profile";
  }
  llvm_unreachable("every cause has a word");
}

bool standsAt(const Allowance& allowance, const Change& change) {
  if (allowance.word == "framework") return true;
  if (allowance.word == change.subject.word && allowance.id == change.subject.id) return true;
  if (!change.cause) return change.subject.word == "profile" && llvm::is_contained(allowance.heirs, change.subject.id);
  return change.cause->id == allowance.id && allowance.word == wordOf(change.cause->kind);
}

bool isCalled(const ChangeName& name, const Change& change) {
  return name.id == change.id && (name.word.empty() || name.word == change.subject.word);
}

bool covers(const Allowance& allowance, const Change& change) {
  return isCalled(allowance.change, change) && standsAt(allowance, change);
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

bool isWithoutEffect(const Allowance& allowance, const Difference& difference) {
  const std::optional<Version> release = Version::parse(allowance.version);
  const std::optional<Version> before = Version::parse(difference.before.version);
  const std::optional<Version> after = Version::parse(difference.after.version);
  if (!release || !before || !after || !after->prerelease.empty() || compare(*after, *before) <= 0) return false;
  const int order = compare(*release, *after);
  const auto isCovered = [&](const Change& it) { return covers(allowance, it); };
  if (order == 0) return llvm::none_of(difference.changes, isCovered);
  return order > 0 && llvm::any_of(difference.changes, [&](const Change& it) { return !it.accepted && isCovered(it); });
}

std::vector<Subject> subjectsOf(const ChangeName& change, const Difference& difference) {
  std::vector<Subject> out;
  for (const Change& it : difference.changes) {
    if (isCalled(change, it) && !it.isOfDependency() && !llvm::is_contained(out, it.subject)) out.push_back(it.subject);
  }
  return out;
}

}  // namespace cadre::diff
