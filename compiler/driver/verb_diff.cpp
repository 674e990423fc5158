#include "diag/kinds/diff.h"
#include "diff/acceptance.h"
#include "diff/compare.h"
#include "diff/render.h"
#include "diff/settings.h"
#include "driver/diff_places.h"
#include "driver/side.h"
#include "driver/verbs.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSwitch.h>

#include <fmt/format.h>

namespace cadre::driver {

namespace {

/// A framework on both sides, or on one.
struct Couple {
  const SideFramework* before = nullptr;
  const SideFramework* after = nullptr;
};

/// All that can change, with tier and step.
ExitCode listChanges(Context& context) {
  size_t width = 0;
  for (const diff::ChangeRow& row : diff::changeRows()) width = std::max(width, row.name.size());
  for (const diff::ChangeRow& row : diff::changeRows()) {
    context.out << fmt::format("{:<{}}  {:<6}  {:<5}  {}\n", row.name, width, word(row.tier), word(row.step), row.help);
  }
  return context.finish();
}

bool extends(const model::Model& model, const model::Profile& profile, const model::Declaration& base) {
  return llvm::any_of(profile.bases, [&](model::ProfileId it) {
    return &model[it] == &base || extends(model, model[it], base);
  });
}

/// The keys of the profiles that extend it.
std::vector<std::string> heirsOf(const model::Model& model, const model::Declaration& base) {
  std::vector<std::string> out;
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
        out.push_back({*name, it.version.str(), it.because.plain.str(), word, declaration.key.str(), heirsOf(model, declaration)});
    }
  };
  model::forEachDeclaration(model, take);
  return out;
}

class DiffRun {
public:
  explicit DiffRun(Context& context) : context_(context) {}

  ExitCode run() {
    const auto& operands = context_.options.operands;
    const std::string& old = operands.front();
    const std::string now = operands.size() > 1 ? operands[1] : ".";
    // Both sides are opened, so that all that is wrong is said at once.
    const bool isBefore = before_.open(context_, old, isRevision(now) ? "." : now);
    const bool isAfter = after_.open(context_, now, isRevision(old) ? "." : old);
    if (!isBefore || !isAfter) return context_.finish();
    comparanda_.before = before_.shown();
    comparanda_.after = after_.shown();
    for (const Couple& couple : coupled()) compare(couple);
    // Programs get a document that says so, people silence, as from `git diff`.
    const bool isForPrograms = answerFormat() == "json" || answerFormat() == "html";
    if (hasNews() || isForPrograms) render();
    // The report and the findings often share a terminal.
    if (hasNews() && !context_.isClean() && context_.isForPeople()) context_.err << '\n';
    const bool isQuiet = !hasNews() && context_.isClean();
    const ExitCode code = context_.finish();
    if (isQuiet && context_.isTalking()) context_.err << "no changes\n";
    return code;
  }

private:
  /// Frameworks by their ids; a single one on each side, whatever it is called.
  [[nodiscard]] std::vector<Couple> coupled() const {
    const auto from = before_.frameworks();
    const auto to = after_.frameworks();
    std::vector<Couple> out;
    if (from.size() == 1 && to.size() == 1) return {{&from.front(), &to.front()}};
    for (const SideFramework& now : to) {
      const auto* old = llvm::find_if(from, [&](const SideFramework& it) { return it.id() == now.id(); });
      out.push_back({old == from.end() ? nullptr : old, &now});
    }
    for (const SideFramework& old : from) {
      if (llvm::none_of(to, [&](const SideFramework& it) { return it.id() == old.id(); }))
        out.push_back({&old, nullptr});
    }
    return out;
  }

  void compare(const Couple& couple) {
    diff::Comparand& comparand = comparanda_.frameworks.emplace_back();
    if (!couple.before || !couple.after) {
      const auto& document = *(couple.before ? couple.before : couple.after)->document;
      const diff::Difference alone = diff::compare(document, document);
      comparand.difference.before = alone.before;
      comparand.difference.after = alone.after;
      comparand.presence = couple.before ? diff::Comparand::Presence::OnlyBefore : diff::Comparand::Presence::OnlyAfter;
      diff::tellPresence(comparand);
      reportFailing(comparand, DiffPlaces(nullptr), context_.options.failOn);
      return;
    }
    const std::string oldId = couple.before->id();
    if (oldId == couple.after->id()) {
      comparand.difference = diff::compare(*couple.before->document, *couple.after->document);
    } else {
      rekeyed_.push_back(couple.before->document->withId(couple.after->id()));
      comparand.difference = diff::compare(*rekeyed_.back(), *couple.after->document, oldId);
    }
    if (couple.after->package && couple.after->package->diff)
      diff::apply(*couple.after->package->diff, comparand.difference);
    if (couple.after->result) diff::accept(allowancesOf(*couple.after->result->model), comparand.difference);
    comparand.verdict = diff::judge(comparand.difference);
    const DiffPlaces places(couple.after->result ? &*couple.after->result->model : nullptr);
    reportVersion(comparand, places);
    reportFailing(comparand, places, failOn(couple));
  }

  /// What the call refuses, else what the project does.
  [[nodiscard]] std::optional<std::string> failOn(const Couple& couple) const {
    if (context_.options.failOn || !couple.after->package) return context_.options.failOn;
    const auto& settings = couple.after->package->diff;
    return settings ? settings->failOn : std::nullopt;
  }

  void reportVersion(const diff::Comparand& comparand, const DiffPlaces& places) {
    const diff::Verdict& verdict = comparand.verdict;
    const diff::Release& before = comparand.difference.before;
    const diff::Release& after = comparand.difference.after;
    if (verdict.standing == diff::Verdict::Standing::Backwards) {
      context_.findings.report(places.framework(), diag::VersionBackwards, after.version, before.version);
    }
    if (verdict.standing != diff::Verdict::Standing::TooSmall) return;
    std::vector<const diff::Change*> asking;
    for (const diff::Change& change : comparand.difference.changes) {
      if (diff::counts(change) && change.step == verdict.needed) asking.push_back(&change);
    }
    context_.findings
        .report(places.framework(), diag::VersionTooSmall, after.version, word(verdict.announced), word(verdict.needed))
        .note(diag::NeedsMost, asking.size(), asking.size() == 1 ? "" : "s", comparand.difference.changes.size(),
              asking.size() == 1 ? "s" : "", asking.front()->subject.title + ": " + asking.front()->clause.plain())
        .help(diag::LeastVersion, verdict.least, llvm::StringRef(after.version).take_until([](char c) { return c == '-'; }));
  }

  /// What `--fail-on` refuses, each at its place.
  void reportFailing(const diff::Comparand& comparand, const DiffPlaces& places, const std::optional<std::string>& what) {
    if (!what) return;
    const std::optional<diff::Tier> tier = diff::findTier(*what);
    for (const diff::Change& change : comparand.difference.changes) {
      if (tier ? !diff::counts(change, *tier) : !diff::breaks(change)) continue;
      Diagnostic finding;
      finding.severity = Severity::Error;
      finding.code = diff::rowOf(change.id).name;
      finding.message = change.subject.title + ": " + change.clause.plain();
      finding.span = places.of(change);
      context_.findings.add(std::move(finding));
    }
  }

  [[nodiscard]] bool hasNews() const {
    return llvm::any_of(comparanda_.frameworks, [](const diff::Comparand& it) { return it.hasNews(); });
  }

  [[nodiscard]] llvm::StringRef answerFormat() const {
    const auto& asked = context_.options.answerFormat;
    return asked ? llvm::StringRef(*asked) : "text";
  }

  void render() {
    const llvm::StringRef format = answerFormat();
    if (format == "json") {
      renderJson(comparanda_, context_.out);
    } else if (format == "markdown") {
      renderMarkdown(comparanda_, context_.out);
    } else if (format == "html") {
      renderHtml(comparanda_, context_.out);
    } else {
      renderText(comparanda_, {.color = context_.colorOut, .width = context_.pageWidth}, context_.out);
    }
  }

  Context& context_;
  Side before_;
  Side after_;
  std::vector<std::unique_ptr<diff::Document>> rekeyed_;  ///< Of frameworks with another id.
  diff::Comparanda comparanda_;
};

}  // namespace

ExitCode runDiff(Context& context) {
  if (context.options.list) return listChanges(context);
  if (context.options.operands.empty()) {
    reportUsage(context.faults, "`cadre diff` needs OLD [NEW]", {}, {"write `cadre diff OLD [NEW]`, as in `cadre diff git:HEAD~1`"});
    return context.finish();
  }
  return DiffRun(context).run();
}

}  // namespace cadre::driver
