#include "diag/kinds/lint.h"
#include "driver/fixing.h"
#include "driver/rewrite.h"
#include "driver/rule_list.h"
#include "driver/styled_text.h"
#include "driver/verbs.h"

#include <fmt/format.h>

namespace cadre::driver {

namespace {

/// Stale entries that are named.
constexpr size_t mostNamed = 8;

class Lint {
public:
  explicit Lint(Context& context)
      : context_(context), loader_(context.files, context.sources, context.faults) {}

  ExitCode run() {
    const Options& options = context_.options;
    checkCall();
    if (context_.faults.hasErrors()) return context_.finish();
    if (options.list && options.operands.empty()) return listRules(context_, lint::Config());
    units_ = loadAll(loader_, options.operands);
    if (context_.faults.hasErrors()) return context_.finish();
    if (options.list) {
      return listRules(context_, units_.empty() ? lint::Config() : loader_.package(units_.front().package).lint.config);
    }
    if (options.fix || options.unsafeFixes) {
      return runFixing(context_, loader_, units_,
                       {.isLintAlone = true, .withUnsafe = options.unsafeFixes});
    }
    results_ = checkUnits(context_, loader_, units_, Linting::On);
    keepLintAlone(context_.findings);
    if (options.writeBaseline) return writeBaselines();
    if (options.checkBaseline) reportStale();
    const ExitCode code = context_.finish();
    if (options.checkBaseline) tellMissing();
    tellBaselined(context_, results_);
    return code;
  }

private:
  /// One thing at a time: of what is asked for nothing is left undone.
  void checkCall() {
    const Options& options = context_.options;
    std::vector<std::string> asked;
    if (options.list) asked.emplace_back("--list");
    if (options.fix || options.unsafeFixes) asked.emplace_back(options.fix ? "--fix" : "--unsafe-fixes");
    if (options.writeBaseline) asked.emplace_back("--write-baseline");
    if (options.checkBaseline) asked.emplace_back("--check-baseline");
    if (options.noBaseline && (options.list || options.writeBaseline || options.checkBaseline))
      asked.emplace_back("--no-baseline");
    if (asked.size() > 1)
      reportUsage(context_.faults, fmt::format("`{}` and `{}` are two calls", asked[0], asked[1]));
    if (options.json && !options.list)
      reportUsage(context_.faults, "`cadre lint` has `--json` for `--list` alone", {},
                  {"`--message-format json` gives findings as JSON"});
    if (options.list && options.operands.size() > 1)
      reportUsage(context_.faults, fmt::format("`{}` is one argument too many", options.operands[1]), {},
                  {"write `cadre lint --list [PATH]`"});
  }

  ExitCode writeBaselines() {
    // What a rule says beside errors is not the whole.
    for (Diagnostic& it : context_.findings.take()) {
      if (!isOfRule(it)) context_.findings.add(std::move(it));
    }
    if (!context_.isClean()) return context_.finish();
    std::vector<Rewrite> rewrites;
    std::string told;
    for (size_t i = 0; i < units_.size(); ++i) {
      const Package& package = loader_.package(units_[i].package);
      const size_t count = results_[i].lint.findings.size();
      const std::string before =
          package.baselineFile ? context_.sources.text(*package.baselineFile).str() : std::string();
      const std::string after = lint::writeBaseline(results_[i].lint.findings);
      if (count == 0 && !package.baselineFile) continue;
      if (before != after) {
        rewrites.push_back({package.baselineReal, package.baselineShown, before, after,
                            !package.baselineFile.has_value()});
      }
      told += fmt::format("recorded {} in `{}`\n", countOf(count, "finding"), package.baselineShown);
    }
    if (told.empty()) told = "nothing to record: no rule finds anything\n";
    const bool isWritten = rewriteSources(context_.files, rewrites, context_.faults);
    const ExitCode code = context_.finish();
    if (isWritten && context_.isTalking()) context_.err << told;
    return code;
  }

  /// Nothing can be stale in a file that is not there; who asks ought to know.
  void tellMissing() {
    if (!context_.isTalking()) return;
    for (const Unit& unit : units_) {
      const Package& package = loader_.package(unit.package);
      if (!package.baselineFile) context_.err << fmt::format("there is no baseline `{}`\n", package.baselineShown);
    }
  }

  /// Says which entries of the baselines nothing gives any more.
  void reportStale() {
    for (size_t i = 0; i < units_.size(); ++i) {
      const std::vector<lint::BaselineEntry>& stale = results_[i].lint.stale;
      const Package& package = loader_.package(units_[i].package);
      if (stale.empty() || !package.baselineFile) continue;
      size_t count = 0;
      for (const lint::BaselineEntry& it : stale) count += it.count;
      auto builder = context_.findings.report({*package.baselineFile, 0, 0}, diag::BaselineStale,
                                              countOf(count, "finding"));
      for (size_t n = 0; n < std::min(stale.size(), mostNamed); ++n) {
        const auto& [rule, site, others, alike] = stale[n];
        if (site.text.empty()) {
          builder.note(diag::StaleDeclaration, rule, site.declaration);
        } else {
          builder.note(diag::StaleEntry, rule, site.declaration, site.text);
        }
      }
      if (stale.size() > mostNamed) builder.note(diag::MoreStaleEntries, stale.size() - mostNamed);
      builder.help(diag::WriteBaseline);
    }
  }

  Context& context_;
  Loader loader_;
  std::vector<Unit> units_;
  std::vector<session::Result> results_;
};

}  // namespace

ExitCode runLint(Context& context) { return Lint(context).run(); }

}  // namespace cadre::driver
