#include "driver/comparison.h"

#include "diag/kinds/diff.h"
#include "diff/acceptance.h"
#include "diff/compare.h"
#include "diff/report.h"
#include "diff/settings.h"
#include "support/listing.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::driver {

namespace {

/// Who extends whom, the other way round; made when it is first asked for, as few sources allow anything.
class Heirs {
public:
  explicit Heirs(const model::Model& model) : model_(model) {}

  /// The keys of the profiles that extend `base`, directly or not.
  std::vector<std::string> of(const model::Profile& base) {
    index();
    std::vector<std::string> out;
    llvm::DenseSet<const model::Profile*> seen;
    std::vector<const model::Profile*> waiting = {&base};
    while (!waiting.empty()) {
      const model::Profile* next = waiting.back();
      waiting.pop_back();
      for (const model::Profile* heir : direct_.lookup(next)) {
        if (!seen.insert(heir).second) continue;
        out.push_back(heir->key.str());
        waiting.push_back(heir);
      }
    }
    return out;
  }

private:
  void index() {
    if (!direct_.empty()) return;
    for (const model::Profile& profile : model_.tables().profiles) {
      for (const model::ProfileId base : profile.bases) direct_[&model_[base]].push_back(&profile);
    }
  }

  const model::Model& model_;
  llvm::DenseMap<const model::Profile*, std::vector<const model::Profile*>> direct_;
};

/// What the source allows to change.
std::vector<diff::Allowance> allowancesOf(const model::Model& model) {
  std::vector<diff::Allowance> out;
  Heirs heirs(model);
  const auto take = [&](const model::Declaration& declaration, llvm::StringRef word) {
    if (model.isExternal(declaration) || declaration.allowedChanges.empty()) return;
    std::vector<std::string> covered;
    if (word == "profile") covered = heirs.of(static_cast<const model::Profile&>(declaration));
    for (const model::AllowedChange& it : declaration.allowedChanges) {
      // The linter tells of names that there are not.
      if (const auto name = diff::findChangeName(it.change))
        out.push_back({*name, it.version.str(), it.because.plain.str(), word, declaration.key.str(), covered, it.span});
    }
  };
  model::forEachDeclaration(model, take);
  return out;
}

}  // namespace

std::vector<Couple> coupled(llvm::ArrayRef<SideFramework> before, llvm::ArrayRef<SideFramework> after) {
  if (before.size() == 1 && after.size() == 1) return {{&before.front(), &after.front()}};
  std::vector<Couple> out;
  for (const SideFramework& now : after) {
    const auto* old = llvm::find_if(before, [&](const SideFramework& it) { return it.id() == now.id(); });
    out.push_back({old == before.end() ? nullptr : old, &now});
  }
  for (const SideFramework& old : before) {
    if (llvm::none_of(after, [&](const SideFramework& it) { return it.id() == old.id(); }))
      out.push_back({&old, nullptr});
  }
  return out;
}

diff::Comparand compareCouple(const diff::Document& before, const SideFramework& after, llvm::StringRef oldId) {
  diff::Comparand out;
  out.difference = diff::compare(before, *after.document, oldId);
  if (after.package && after.package->diff) diff::apply(*after.package->diff, out.difference);
  if (after.result) diff::accept(allowancesOf(*after.result->model), out.difference);
  out.verdict = diff::judge(out.difference);
  return out;
}

diff::Comparand compareCouple(const Couple& couple, std::vector<std::unique_ptr<diff::Document>>& rekeyed) {
  const std::string oldId = couple.before->id();
  if (oldId == couple.after->id()) return compareCouple(*couple.before->document, *couple.after);
  rekeyed.push_back(couple.before->document->withId(couple.after->id()));
  return compareCouple(*rekeyed.back(), *couple.after, oldId);
}

void reportUnusedAllowances(Context& context, const SideFramework& after, const diff::Difference& difference) {
  if (!after.result) return;
  for (const diff::Allowance& it : allowancesOf(*after.result->model)) {
    if (!diff::isWithoutEffect(it, difference)) continue;
    auto report = context.findings.report(it.span, diag::AllowsNothing, diff::rowOf(it.change.id).name, difference.after.version);
    if (it.version != difference.after.version) {
      report.help(diag::AllowsLater, it.version, difference.after.version);
      continue;
    }
    std::vector<std::string> places;
    for (const diff::Subject& subject : diff::subjectsOf(it.change, difference)) places.push_back(fmt::format("`{} {}`", subject.word, subject.title));
    if (places.empty()) {
      report.help(diag::NothingToAllow, difference.before.version);
    } else {
      constexpr size_t mostShown = 3;
      const size_t rest = places.size() > mostShown ? places.size() - mostShown : 0;
      places.resize(places.size() - rest);
      if (rest != 0) places.push_back(fmt::format("{} more", rest));
      report.help(diag::AllowsElsewhere, enumerated(places), places.size() == 1 ? "has" : "have");
    }
  }
}

void reportVersion(Context& context, const diff::Comparand& comparand, const DiffPlaces& places) {
  const diff::Verdict& verdict = comparand.verdict;
  const diff::Release& before = comparand.difference.before;
  const diff::Release& after = comparand.difference.after;
  if (verdict.standing == diff::Verdict::Standing::Backwards) {
    auto report = context.findings.report(places.framework(), diag::VersionBackwards, after.version, before.version);
    if (after.version == diff::noVersion) report.help(diag::SayAVersion, verdict.least);
  }
  if (verdict.standing != diff::Verdict::Standing::TooSmall) return;
  // As many as the report has lines.
  std::vector<const diff::Change*> asking;
  for (const diff::Section& section : diff::report(comparand.difference)) {
    for (const diff::Entry& entry : section.entries) {
      for (const diff::Line& line : entry.lines) {
        const auto first = llvm::find_if(line.changes, [&](const diff::Change* it) { return diff::counts(*it) && it->step == verdict.needed; });
        if (first != line.changes.end()) asking.push_back(*first);
      }
    }
  }
  context.findings
      .report(places.framework(), diag::VersionTooSmall, after.version, word(verdict.announced), word(verdict.needed))
      .note(diag::NeedsMost, asking.size(), asking.size() == 1 ? "" : "s", diff::countLines(comparand.difference),
            asking.size() == 1 ? "s" : "", asking.front()->subject.title + ": " + asking.front()->clause.plain())
      .help(diag::LeastVersion, verdict.least, llvm::StringRef(after.version).take_until([](char c) { return c == '-'; }));
}

}  // namespace cadre::driver
