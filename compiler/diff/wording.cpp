#include "diff/wording.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

namespace cadre::diff {

namespace {

/// `Needs a minor version, and 1.3.0 is one.`
std::string enoughInWords(const Verdict& verdict, const Release& before, const Release& after) {
  const StringRef step = word(verdict.needed);
  const std::optional<Version> from = Version::parse(before.version);
  const std::optional<Version> to = Version::parse(after.version);
  if (from && !from->prerelease.empty())
    return fmt::format("Needs a {} version; behind {}, a pre-release, any later one is.", step, before.version);
  if (verdict.announced > verdict.needed)
    return fmt::format("Needs a {} version at least, and {} is a {} one.", step, after.version, word(verdict.announced));
  const bool isPatch = verdict.needed == VersionStep::Patch;
  if (from && to && areEarly(*from, *to) && !isPatch)
    return fmt::format("Needs a {} version, and {} is one: below 1.0.0 the {} number says so.", step, after.version,
                       verdict.needed == VersionStep::Major ? "second" : "third");
  return fmt::format("Needs a {} version, and {} is one.", step, after.version);
}

}  // namespace

void tellPresence(Comparand& comparand) {
  const bool isGone = comparand.presence == Comparand::Presence::OnlyBefore;
  const Release& release = isGone ? comparand.difference.before : comparand.difference.after;
  const ChangeRow& row = rowOf(isGone ? ChangeId::Removed : ChangeId::Added);
  Change& change = comparand.difference.changes.emplace_back();
  change.id = row.id;
  change.tier = row.tier;
  change.step = row.step;
  change.subject = {"framework", release.id, release.title};
  change.clause.words(isGone ? "is gone" : "is new");
  comparand.verdict.needed = row.step;
}

std::string verdictInWords(const Comparand& comparand) {
  const Verdict& verdict = comparand.verdict;
  const Release& before = comparand.difference.before;
  const Release& after = comparand.difference.after;
  const std::string step = word(verdict.needed).str();
  switch (verdict.standing) {
    case Verdict::Standing::Enough:
      if (verdict.needed == VersionStep::None) return "No version step is needed.";
      return enoughInWords(verdict, before, after);
    case Verdict::Standing::Unchanged:
      return fmt::format("Needs a {} version, {} or later; it is still {}.", step, verdict.least, after.version);
    case Verdict::Standing::TooSmall:
      return fmt::format("Needs a {} version, {} or later; {} announces a {} one.", step, verdict.least, after.version,
                         word(verdict.announced));
    case Verdict::Standing::Backwards:
      if (after.version == noVersion) return fmt::format("Follows version {}, and says no version any more.", before.version);
      return fmt::format("Goes back from version {} to {}.", before.version, after.version);
    case Verdict::Standing::Unknown:
      return verdict.needed == VersionStep::None ? "No version step is needed." : fmt::format("Needs a {} version.", step);
  }
  llvm_unreachable("every standing has words");
}

std::string countsInWords(const Comparand& comparand) {
  size_t all = 0;
  std::vector<std::string> parts;
  for (const Section& section : report(comparand.difference)) {
    all += section.lines;
    parts.push_back(fmt::format("{} {}", section.lines, findTier(section.name) ? section.name : "in other frameworks"));
  }
  if (all == 0) return "No changes";
  return fmt::format("{} change{}: {}", all, all == 1 ? "" : "s", llvm::join(parts, ", "));
}

std::string titleOf(const Comparand& comparand) {
  const Release& before = comparand.difference.before;
  const Release& after = comparand.difference.after;
  switch (comparand.presence) {
    case Comparand::Presence::OnlyBefore: return fmt::format("{} {}", before.title, before.version);
    case Comparand::Presence::OnlyAfter: return fmt::format("{} {}", after.title, after.version);
    case Comparand::Presence::Both: break;
  }
  if (before.version == after.version) return fmt::format("{} {}", after.title, after.version);
  return fmt::format("{} {} → {}", after.title, before.version, after.version);
}

std::string kindInBrackets(const Subject& subject) {
  if (subject.word == "framework") return subject.isExternal ? " (used by this framework)" : " (framework)";
  if (subject.isAbstract) return " (base profile)";
  if (subject.word == "profile") return subject.isExternal ? " (of another framework)" : "";
  return fmt::format(" ({}{})", subject.word, subject.isExternal ? " of another framework" : "");
}

std::vector<std::string> subjectsOf(const Entry& entry, const Line& line) {
  std::vector<std::string> out;
  if (!entry.cause) return out;
  for (const Change* change : line.changes) out.push_back(change->subject.title);
  return out;
}

Phrase clauseOf(const Line& line) { return line.changes.size() > 1 ? line.clause.ofSeveral() : line.clause; }

bool isBreaking(const Line& line) { return breaks(*line.changes.front()); }

std::string acceptanceOf(const Line& line) {
  const std::optional<Acceptance>& accepted = line.changes.front()->accepted;
  return accepted ? fmt::format("accepted for {}: {}", accepted->version, accepted->reason) : std::string();
}

std::string reasonOf(const Line& line) {
  const std::optional<Cause>& cause = line.changes.front()->cause;
  if (!cause) return {};
  switch (cause->kind) {
    case Cause::Kind::Extends: return fmt::format("as it {} extends {}", cause->isGone ? "no longer" : "now", cause->title);
    case Cause::Kind::Family: return fmt::format("through its family, {}", cause->title);
    case Cause::Kind::Own:
    case Cause::Kind::Base:
    case Cause::Kind::Rule:
    case Cause::Kind::Scale: return {};
  }
  llvm_unreachable("every cause has words");
}

}  // namespace cadre::diff
