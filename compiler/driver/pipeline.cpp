#include "driver/pipeline.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <chrono>
#include <set>
#include <tuple>

namespace cadre::driver {

namespace {

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void printTimings(Context& context, const std::vector<session::Timing>& timings) {
  for (const session::Timing& it : timings) {
    const double rate = it.seconds > 0 ? static_cast<double>(it.bytes) / it.seconds / 1e6 : 0;
    context.err << fmt::format("{:<10} {:>9.1f} ms {:>9.1f} MB/s\n", it.phase, it.seconds * 1e3, rate);
  }
}

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

std::vector<session::Result> checkUnits(Context& context, Loader& loader, const std::vector<Unit>& units) {
  std::vector<session::Result> results;
  Collector collector(context.findings);
  for (const Unit& unit : units) {
    std::vector<size_t> order;
    session::Input input = loader.input(unit, order);
    input.jobs = context.jobs();
    session::Result result = session::check(context.sources, input, context.options.timings ? now : nullptr);
    loader.checkDependencies(order, result.files);
    if (units.size() == 1) {
      context.findings.append(std::move(result.diagnostics));
    } else {
      collector.add(result.diagnostics);
    }
    if (context.options.timings) printTimings(context, result.timings);
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace cadre::driver
