#include "diff/compare.h"
#include "driver/comparison.h"
#include "driver/verbs.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <set>

namespace cadre::driver {

namespace {

struct ListedChange {
  std::string name;
  diff::Change change;
};

/// All that can change, as `settings` have it: also what they say of one kind of declaration.
std::vector<ListedChange> listedChanges(const diff::Settings& settings) {
  diff::Difference all;
  std::vector<std::string> names;
  const auto add = [&](std::string name, const diff::ChangeRow& row, llvm::StringRef word) {
    names.push_back(std::move(name));
    diff::Change& change = all.changes.emplace_back();
    change.id = row.id;
    change.tier = row.tier;
    change.step = row.step;
    change.subject.word = word;
  };
  std::set<std::string> ofOneKind;
  const auto note = [&](const auto& values) {
    for (const auto& [name, value] : values) {
      const auto found = diff::findChangeName(name);
      if (found && !found->word.empty()) ofOneKind.insert(name);
    }
  };
  note(settings.tiers);
  note(settings.steps);
  for (const diff::ChangeRow& row : diff::changeRows()) {
    add(row.name.str(), row, {});
    for (const std::string& name : ofOneKind) {
      if (const auto found = diff::findChangeName(name); found->id == row.id) add(name, row, found->word);
    }
  }
  diff::apply(settings, all);
  std::vector<ListedChange> out;
  for (size_t i = 0; i < names.size(); ++i) out.push_back({std::move(names[i]), std::move(all.changes[i])});
  return out;
}

/// All that can change, with tier and step; with PATH, as its cadre.toml sets them.
ExitCode listChanges(Context& context) {
  const auto& operands = context.options.operands;
  diff::Settings settings;
  if (operands.size() > 1) {
    reportUsage(context.faults, fmt::format("`{}` is one argument too many", operands[1]), {}, {"write `cadre diff --list [PATH]`"});
  } else if (!operands.empty()) {
    Loader loader(context.files, context.sources, context.faults);
    const size_t package = loader.open(operands.front());
    const std::vector<Unit> units = package == Loader::npos ? std::vector<Unit>() : loader.load(package);
    if (!units.empty()) settings = loader.package(units.front().package).diff.value_or(diff::Settings());
  }
  if (context.faults.hasErrors()) return context.finish();
  const std::vector<ListedChange> all = listedChanges(settings);
  size_t width = 0;
  for (const ListedChange& it : all) width = std::max(width, it.name.size());
  for (const auto& [name, change] : all) {
    context.out << fmt::format("{:<{}}  {:<6}  {:<5}  {}\n", name, width, word(change.tier), word(change.step), rowOf(change.id).help);
  }
  return context.finish();
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
    for (const Couple& couple : coupled(before_.frameworks(), after_.frameworks())) compare(couple);
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
  void compare(const Couple& couple) {
    diff::Comparand& comparand = comparanda_.frameworks.emplace_back();
    if (!couple.before || !couple.after) {
      const diff::Release release = diff::releaseOf(*(couple.before ? couple.before : couple.after)->document);
      comparand.difference.before = release;
      comparand.difference.after = release;
      comparand.presence = couple.before ? diff::Comparand::Presence::OnlyBefore : diff::Comparand::Presence::OnlyAfter;
      diff::tellPresence(comparand);
      reportFailing(comparand, DiffPlaces(nullptr), context_.options.failOn);
      return;
    }
    comparand = compareCouple(couple, rekeyed_);
    const DiffPlaces places(couple.after->result ? &*couple.after->result->model : nullptr);
    reportVersion(context_, comparand, places);
    reportUnusedAllowances(context_, *couple.after, comparand.difference);
    reportFailing(comparand, places, failOn(couple));
  }

  /// What the call refuses, else what the project does.
  [[nodiscard]] std::optional<std::string> failOn(const Couple& couple) const {
    if (context_.options.failOn || !couple.after->package) return context_.options.failOn;
    const auto& settings = couple.after->package->diff;
    return settings ? settings->failOn : std::nullopt;
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
