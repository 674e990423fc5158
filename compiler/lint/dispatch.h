// Which rules run, and how each is called: takes a configuration, gives the checks of the rules that look at a
// kind of thing. Knows no rule by name.
#pragma once

#include "lint/rule.h"
#include "lint/run.h"

#include <variant>

namespace cadre::lint {

template <class Subject>
using CheckOf = void (*)(const Subject&, Context&);

/// What a rule looks at decides when it is called.
using Check = std::variant<CheckOf<Passage>, CheckOf<Competency>, CheckOf<Profile>, CheckOf<Scale>, CheckOf<Path>,
                           CheckOf<Declaration>, CheckOf<Model>>;

/// The checks of all rules, by RuleId.
[[nodiscard]] ArrayRef<Check> checks();

/// A rule that runs, and its check.
template <class Subject>
struct Active {
  RuleId rule;
  CheckOf<Subject> check;
  Reads reads;

  /// Adds the time that it took to that of its rule, where there is a clock.
  void call(const Subject& subject, Context& context, Clock clock, std::vector<double>& times) const {
    if (!clock) return check(subject, context);
    const double start = clock();
    check(subject, context);
    times[static_cast<size_t>(rule)] += clock() - start;
  }
};

/// Those that look at such things, in the order of the table.
template <class Subject>
[[nodiscard]] std::vector<Active<Subject>> active(const Config& config) {
  std::vector<Active<Subject>> out;
  for (const RuleRow& row : rules()) {
    if (!config.isOn(row.id)) continue;
    if (const auto* found = std::get_if<CheckOf<Subject>>(&checks()[static_cast<size_t>(row.id)]))
      out.push_back({row.id, *found, row.reads});
  }
  return out;
}

}  // namespace cadre::lint
