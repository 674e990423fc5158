#include "lint/run.h"

#include "diff/change.h"
#include "lint/allows.h"
#include "lint/dispatch.h"
#include "lint/held.h"
#include "lint/keys.h"
#include "lint/reading.h"
#include "lint/worker.h"
#include "support/parallel.h"
#include "support/semver.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <type_traits>
#include <utility>

namespace cadre::lint {

namespace {

/// With fewer competencies a thread costs more than it brings.
constexpr size_t fewestForThreads = 250;

class Engine {
public:
  Engine(const Input& input, Outcome& outcome)
      : input_(input),
        outcome_(outcome),
        context_(input.model, input.sources, input.config, lexica_, input.locks, input.today),
        times_(rules().size(), 0.0) {}

  void run(Diagnostics& out) {
    outcome_.words = readPassages(input_, lexica_, context_, times_);
    if (input_.isWhole) runWhole();
    tell(out);
  }

private:
  /// Calls the rules on such records, then those on declarations of any kind.
  template <class Record>
  void runOn(const Table<Record>& table, ArrayRef<Active<Declaration>> onAll) {
    constexpr bool hasRules = std::is_constructible_v<Check, CheckOf<Record>>;
    std::vector<Active<Record>> here;
    if constexpr (hasRules) here = active<Record>(input_.config);
    for (const Record& record : table) {
      if (!record.framework.isValid() || input_.model.isExternal(record)) continue;
      for (const auto& rule : here) rule.call(record, context_, input_.clock, times_);
      for (const auto& rule : onAll) rule.call(record, context_, input_.clock, times_);
    }
  }

  void runWhole() {
    const model::Tables& tables = input_.model.tables();
    const auto onAll = active<Declaration>(input_.config);
    const auto runOnEach = [&](const auto&... each) { (runOn(each, onAll), ...); };
    runOnEach(tables.frameworks, tables.scales, tables.kinds, tables.categories, tables.attributes, tables.statements,
              tables.competencies, tables.credentials, tables.resources, tables.families, tables.profiles, tables.paths,
              tables.crosswalks);
    runOnModel();
  }

  /// Each of these rules looks at everything: threads take them one after the other.
  void runOnModel() {
    struct Share {
      std::vector<Found> found;
      Diagnostics diagnostics;
    };
    const auto all = active<Model>(input_.config);
    std::vector<Share> shares(all.size());
    std::deque<Worker> workers;
    const size_t count = input_.model.tables().competencies.size() < fewestForThreads ? 1 : input_.jobs;
    for (size_t i = 0; i < count; ++i) workers.emplace_back(lexica_, context_, context_.survey().kept());
    std::atomic<size_t> next = 0;
    forEachIndex(count, input_.jobs, [&](size_t at) {
      Worker& worker = workers[at];
      for (size_t i = next++; i < all.size(); i = next++) {
        all[i].call(input_.model, worker.context, input_.clock, worker.times);
        shares[i] = {std::exchange(worker.context.found(), {}), std::exchange(worker.context.diagnostics(), {})};
      }
    });
    for (Share& it : shares) {
      llvm::append_range(context_.found(), std::move(it.found));
      context_.diagnostics().append(std::move(it.diagnostics));
    }
    for (const Worker& it : workers) it.addTimesTo(times_);
  }

  /// Takes out what the source allows or the baseline holds, and hands over the rest.
  void tell(Diagnostics& out) {
    Allows allows(input_.trees);
    std::deque<Diagnostic> all = context_.diagnostics().take();
    std::vector<Found>& found = context_.found();
    std::vector<size_t> counts(rules().size(), 0);
    std::vector<size_t> left;
    for (size_t i = 0; i < all.size(); ++i) {
      ++counts[static_cast<size_t>(found[i].rule)];
      const bool isAllowed = allows.cover(found[i].rule, all[i].span);
      const bool isAllowedThere = found[i].partner.isValid() && allows.cover(found[i].rule, found[i].partner);
      if (!isAllowed && !isAllowedThere) left.push_back(i);
    }
    judge(allows, all, found, left);
    // Findings that are alike are taken out in the order of the source.
    llvm::stable_sort(left, [&](size_t a, size_t b) { return isBefore(all[a], all[b]); });
    Held held(input_.baseline);
    const Keys keys(input_.model, input_.sources, input_.trees);
    for (const size_t i : left) {
      outcome_.findings.push_back(entryOf(all[i], found[i], keys));
      if (held.take(outcome_.findings.back())) {
        ++outcome_.baselined;
      } else {
        out.add(std::move(all[i]));
      }
    }
    // Beside errors not all rules have run.
    if (input_.isWhole) outcome_.stale = held.gone(outcome_.findings);
    if (!input_.clock) return;
    for (const RuleRow& row : rules()) {
      const auto at = static_cast<size_t>(row.id);
      if (input_.config.isOn(row.id)) outcome_.times.push_back({row.id, times_[at], counts[at]});
    }
  }

  /// What is to say of the allows themselves. Of that, too, something may be allowed; so those that do are
  /// judged when all others have been.
  void judge(Allows& allows, std::deque<Diagnostic>& all, std::vector<Found>& found, std::vector<size_t>& left) {
    const auto stageOf = [](const Allows::Site& site) {
      if (site.row && site.row->id == RuleId::UnusedAllow) return 2;
      return site.row && site.row->id == RuleId::UnknownRule ? 1 : 0;
    };
    for (const int stage : {0, 1, 2}) {
      for (const Allows::Site& site : allows.sites()) {
        if (stageOf(site) == stage) judge(site);
      }
      for (Diagnostic& it : context_.diagnostics().take()) {
        const size_t i = all.size();
        all.push_back(std::move(it));
        // The last ones would each cover itself.
        if (stage == 2 || !allows.cover(found[i].rule, all[i].span)) left.push_back(i);
      }
    }
    // `found` grew with them.
    assert(found.size() == all.size());
  }

  void judge(const Allows::Site& site) {
    const Span place = site.allow->rule.span;
    if (site.allow->version) return judgeChange(site);
    if (!site.row) {
      if (!input_.config.isOn(RuleId::UnknownRule)) return;
      const StringRef name = site.allow->rule.text;
      auto report = context_.report(rule::UnknownRule{}, place, name);
      if (diff::findChangeName(name)) {
        report.help(note::AllowChangeAt, name, name, input_.model.framework().version);
      } else {
        report.didYouMean(place, suggest(name, ruleNames())).help(note::RulesAreListed);
      }
    } else if (input_.isWhole && !site.isNeeded && input_.config.isOn(site.row->id) &&
               input_.config.isOn(RuleId::UnusedAllow)) {
      context_.report(rule::UnusedAllow{}, place, site.row->name)
          .help(note::RemoveAllow)
          .safeFix("remove the line", withItsLine(input_.sources, site.allow->span), "");
    }
  }

  /// An `allow` of a change, for a release. Whether that brings the change `cadre diff` alone can tell.
  void judgeChange(const Allows::Site& site) {
    const Span place = site.allow->rule.span;
    const StringRef name = site.allow->rule.text;
    const StringRef current = input_.model.framework().version;
    const std::optional<Version> release = Version::parse(site.allow->version->value);
    const std::optional<Version> now = Version::parse(current);
    if (!diff::findChangeName(name)) {
      if (!input_.config.isOn(RuleId::UnknownRule)) return;
      const std::vector<std::string> names = diff::changeNames();
      context_.report(rule::UnknownRule{}, place, name)
          .didYouMean(place, suggest(name, std::vector<StringRef>(names.begin(), names.end())))
          .help(note::ChangesAreListed);
    } else if (release && now && compare(*release, *now) < 0 && input_.config.isOn(RuleId::UnusedAllow)) {
      context_.report(rule::UnusedAllow{}, place, name)
          .note(note::ReleaseIsPast, current, site.allow->version->value)
          .help(note::RemoveAllow)
          .safeFix("remove the line", withItsLine(input_.sources, site.allow->span), "");
    }
  }

  /// As a baseline records it.
  static BaselineEntry entryOf(const Diagnostic& diagnostic, const Found& found, const Keys& keys) {
    BaselineEntry out{std::string(diagnostic.code), keys.siteOf(diagnostic.span)};
    if (found.declaration) out.site.declaration = found.declaration->key.str();
    if (found.subject) out.site.text = squeezed(*found.subject);
    if (found.others.empty()) return out;
    // Which of them has the finding depends on the names of files.
    std::vector<BaselineSite> all = {std::move(out.site)};
    for (const Span it : found.others) all.push_back(keys.siteOf(it));
    llvm::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    out.site = std::move(all.front());
    out.others.assign(std::make_move_iterator(all.begin() + 1), std::make_move_iterator(all.end()));
    return out;
  }

  const Input& input_;
  Outcome& outcome_;
  Lexica lexica_;
  Context context_;
  std::vector<double> times_;
};

}  // namespace

Outcome run(const Input& input, Diagnostics& diagnostics) {
  Outcome outcome;
  Engine(input, outcome).run(diagnostics);
  return outcome;
}

}  // namespace cadre::lint
