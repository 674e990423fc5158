#include "lint/run.h"

#include "lint/allows.h"
#include "lint/held.h"
#include "lint/keys.h"
#include "lint/rule.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>
#include <array>
#include <bit>
#include <type_traits>
#include <variant>

namespace cadre::lint {

namespace {

template <class Subject>
using CheckOf = void (*)(const Subject&, Context&);

/// What a rule looks at decides when it is called.
using Check = std::variant<CheckOf<Passage>, CheckOf<Competency>, CheckOf<Profile>, CheckOf<Scale>, CheckOf<Path>,
                           CheckOf<Declaration>, CheckOf<Model>>;

template <class Rule, class Subject>
void call(const Subject& subject, Context& context) {
  check(Rule{}, subject, context);
}

/// The checks of all rules, by RuleId.
ArrayRef<Check> checks() {
#define RULE(id, name, number, group, tier, fix, subject, ...) CheckOf<subject>(&call<rule::id, subject>),
#define NOTE(...)
  static const Check all[] = {
#include "lint/rules.def"
  };
  return all;
}

/// The rules that compare statements by their words.
constexpr RuleId statementRules[] = {RuleId::DuplicateText, RuleId::RepeatedAcrossLevels, RuleId::AdverbOnlyProgression,
                                  RuleId::AutonomyRegression, RuleId::ThinkingRegression};

/// A rule that runs, and its check.
template <class Subject>
struct Active {
  RuleId rule;
  CheckOf<Subject> check;
  Reads reads;
};

class Engine {
public:
  Engine(const Input& input, Outcome& outcome)
      : input_(input),
        outcome_(outcome),
        context_(input.model, input.sources, input.config, lexica_, input.locks, input.today),
        times_(rules().size(), 0.0) {}

  void run(Diagnostics& out) {
    runPassages();
    if (input_.isWhole) runWhole();
    tell(out);
  }

private:
  template <class Subject>
  std::vector<Active<Subject>> active() const {
    std::vector<Active<Subject>> out;
    for (const RuleRow& row : rules()) {
      if (!input_.config.isOn(row.id)) continue;
      if (const auto* found = std::get_if<CheckOf<Subject>>(&checks()[static_cast<size_t>(row.id)]))
        out.push_back({row.id, *found, row.reads});
    }
    return out;
  }

  template <class Subject>
  void call(const Active<Subject>& rule, const Subject& subject) {
    if (!input_.clock) return rule.check(subject, context_);
    const double start = input_.clock();
    rule.check(subject, context_);
    times_[static_cast<size_t>(rule.rule)] += input_.clock() - start;
  }

  /// Whether a rule that reads texts of this role has anything to say of a passage.
  static bool mayRead(const Reads& reads, const Passage& passage) {
    if (!reads.lexicon) return true;
    if (!passage.text || passage.tokens().empty()) return false;
    if (reads.verbs && !passage.lexicon->hasVerbs()) return false;
    return reads.lists.isEmpty() || passage.text->mayHold().meets(reads.lists);
  }

  void runPassages() {
    // By role: most rules read statements alone.
    std::array<std::vector<Active<Passage>>, 16> byRole;
    for (const Active<Passage>& rule : active<Passage>()) {
      for (size_t i = 0; i < byRole.size(); ++i) {
        if ((rule.reads.roles.bits >> i & 1U) != 0) byRole[i].push_back(rule);
      }
    }
    const double start = input_.clock ? input_.clock() : 0;
    double inRules = 0;
    const bool keepsStatements =
        input_.isWhole &&
        llvm::any_of(statementRules, [&](RuleId it) { return input_.config.isOn(it); });
    const bool keepsStems = input_.isWhole && input_.config.isOn(RuleId::SimilarIndicators);
    const bool keepsTally = input_.isWhole && (input_.config.isOn(RuleId::GenderCodedWords) ||
                                               input_.config.isOn(RuleId::ReadingGrade));
    const bool anyReads = llvm::any_of(byRole, [](const auto& rules) { return !rules.empty(); });
    if (!anyReads && !keepsStatements && !keepsStems && !keepsTally) return;
    eachPassage(input_.model, lexica_, [&](const Passage& passage) {
      if (keepsStems) context_.survey().keepStems(passage);
      if (keepsTally) context_.survey().keepTally(passage);
      if (keepsStatements) context_.survey().keepStatements(passage);
      const double before = input_.clock ? input_.clock() : 0;
      for (const Active<Passage>& rule : byRole[std::countr_zero(static_cast<uint16_t>(passage.role))]) {
        if (mayRead(rule.reads, passage)) call(rule, passage);
      }
      if (input_.clock) inRules += input_.clock() - before;
    });
    if (input_.clock) outcome_.words = input_.clock() - start - inRules;
  }

  /// Calls the rules on such records, then those on declarations of any kind.
  template <class Record>
  void runOn(const Table<Record>& table, ArrayRef<Active<Declaration>> onAll) {
    constexpr bool hasRules = std::is_constructible_v<Check, CheckOf<Record>>;
    std::vector<Active<Record>> here;
    if constexpr (hasRules) here = active<Record>();
    for (const Record& record : table) {
      if (!record.framework.isValid() || input_.model.isExternal(record)) continue;
      for (const auto& rule : here) call(rule, record);
      for (const auto& rule : onAll) call(rule, static_cast<const Declaration&>(record));
    }
  }

  void runWhole() {
    const model::Tables& tables = input_.model.tables();
    const auto onAll = active<Declaration>();
    runOn(tables.frameworks, onAll);
    runOn(tables.scales, onAll);
    runOn(tables.kinds, onAll);
    runOn(tables.categories, onAll);
    runOn(tables.attributes, onAll);
    runOn(tables.statements, onAll);
    runOn(tables.competencies, onAll);
    runOn(tables.credentials, onAll);
    runOn(tables.resources, onAll);
    runOn(tables.families, onAll);
    runOn(tables.profiles, onAll);
    runOn(tables.paths, onAll);
    runOn(tables.crosswalks, onAll);
    for (const auto& rule : active<Model>()) call(rule, input_.model);
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
    if (!site.row) {
      if (!input_.config.isOn(RuleId::UnknownRule)) return;
      context_.report(rule::UnknownRule{}, place, site.allow->rule.text)
          .didYouMean(place, suggest(site.allow->rule.text, ruleNames()))
          .help(note::RulesAreListed);
    } else if (input_.isWhole && !site.isNeeded && input_.config.isOn(site.row->id) &&
               input_.config.isOn(RuleId::UnusedAllow)) {
      context_.report(rule::UnusedAllow{}, place, site.row->name)
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
