#include "driver/comparison.h"

#include "diag/kinds/diff.h"
#include "diff/acceptance.h"
#include "diff/compare.h"
#include "diff/settings.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::driver {

namespace {

bool extends(const model::Model& model, const model::Profile& profile, const model::Declaration& base) {
  return llvm::any_of(profile.bases, [&](model::ProfileId it) {
    return &model[it] == &base || extends(model, model[it], base);
  });
}

/// The keys of the profiles that extend it; only a profile has any.
std::vector<std::string> heirsOf(const model::Model& model, const model::Declaration& base, llvm::StringRef word) {
  std::vector<std::string> out;
  if (word != "profile") return out;
  for (const model::Profile& profile : model.tables().profiles) {
    if (extends(model, profile, base)) out.push_back(profile.key.str());
  }
  return out;
}

/// What the source allows to change.
std::vector<diff::Allowance> allowancesOf(const model::Model& model) {
  std::vector<diff::Allowance> out;
  const auto take = [&](const model::Declaration& declaration, llvm::StringRef word) {
    if (model.isExternal(declaration)) return;
    for (const model::AllowedChange& it : declaration.allowedChanges) {
      // The linter tells of names that there are not.
      if (const auto name = diff::findChangeName(it.change))
        out.push_back({*name, it.version.str(), it.because.plain.str(), word, declaration.key.str(), heirsOf(model, declaration, word)});
    }
  };
  model::forEachDeclaration(model, take);
  return out;
}

}  // namespace

std::vector<Couple> coupleById(llvm::ArrayRef<SideFramework> before, llvm::ArrayRef<SideFramework> after) {
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

void reportVersion(Context& context, const diff::Comparand& comparand, const DiffPlaces& places) {
  const diff::Verdict& verdict = comparand.verdict;
  const diff::Release& before = comparand.difference.before;
  const diff::Release& after = comparand.difference.after;
  if (verdict.standing == diff::Verdict::Standing::Backwards) {
    auto report = context.findings.report(places.framework(), diag::VersionBackwards, after.version, before.version);
    if (after.version == diff::noVersion) report.help(diag::SayAVersion, verdict.least);
  }
  if (verdict.standing != diff::Verdict::Standing::TooSmall) return;
  std::vector<const diff::Change*> asking;
  for (const diff::Change& change : comparand.difference.changes) {
    if (diff::counts(change) && change.step == verdict.needed) asking.push_back(&change);
  }
  context.findings
      .report(places.framework(), diag::VersionTooSmall, after.version, word(verdict.announced), word(verdict.needed))
      .note(diag::NeedsMost, asking.size(), asking.size() == 1 ? "" : "s", comparand.difference.changes.size(),
            asking.size() == 1 ? "s" : "", asking.front()->subject.title + ": " + asking.front()->clause.plain())
      .help(diag::LeastVersion, verdict.least, llvm::StringRef(after.version).take_until([](char c) { return c == '-'; }));
}

}  // namespace cadre::driver
