#include "driver/pipeline.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <chrono>
#include <set>
#include <tuple>

namespace cadre::driver {

namespace {

/// Moves the findings over, each one once.
class Collector {
public:
  explicit Collector(Diagnostics& out) : out_(out) {}

  void add(const Diagnostics& diagnostics) {
    for (const Diagnostic& it : diagnostics.all()) {
      if (seen_.emplace(it.span, it.code, it.message).second) out_.add(it);
    }
  }

private:
  Diagnostics& out_;
  std::set<std::tuple<Span, std::string_view, std::string>> seen_;
};

}  // namespace

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void printTiming(Context& context, const session::Timing& timing) {
  if (!context.options.timings || !context.isErrShared()) return;
  const double rate = timing.seconds > 0 ? static_cast<double>(timing.bytes) / timing.seconds / 1e6 : 0;
  context.err << fmt::format("{:<10} {:>9.1f} ms {:>9.1f} MB/s\n", timing.phase, timing.seconds * 1e3, rate);
}

/// The rules that took longest first.
static void printRuleTimes(Context& context, const lint::Outcome& outcome) {
  if (!context.options.timings || !context.options.verbose || !context.isErrShared()) return;
  std::vector<lint::RuleTime> times = outcome.times;
  llvm::stable_sort(times, [](const auto& a, const auto& b) { return a.seconds > b.seconds; });
  if (!times.empty())
    context.err << fmt::format("  {:<28} {:>9.1f} ms\n", "(words and sentences)", outcome.words * 1e3);
  for (const lint::RuleTime& it : times) {
    context.err << fmt::format("  {:<28} {:>9.1f} ms {:>8} found\n", lint::rowOf(it.rule).name,
                               it.seconds * 1e3, it.findings);
  }
}

std::vector<session::Result> checkUnits(Context& context, Loader& loader,
                                        const std::vector<Unit>& units, Linting linting) {
  std::vector<session::Result> results;
  Collector collector(context.findings);
  for (const Unit& unit : units) {
    std::vector<size_t> order;
    session::Input input = loader.input(unit, order);
    input.jobs = context.jobs();
    session::LintInput lint = loader.package(unit.package).lint;
    lint.today = context.today();
    lint.timesRules = context.options.timings && context.options.verbose;
    if (context.options.writeBaseline || context.options.noBaseline) lint.baseline.reset();
    if (linting == Linting::On) input.lint = &lint;
    session::Result result = session::check(context.sources, input, context.options.timings ? now : nullptr);
    loader.checkDependencies(order, result.files);
    if (units.size() == 1) {
      context.findings.append(std::move(result.diagnostics));
    } else {
      collector.add(result.diagnostics);
    }
    for (const session::Timing& timing : result.timings) printTiming(context, timing);
    printRuleTimes(context, result.lint);
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace cadre::driver
