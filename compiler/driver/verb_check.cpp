#include "driver/fixing.h"
#include "driver/verbs.h"

#include <fmt/format.h>

namespace cadre::driver {

ExitCode runCheck(Context& context) {
  Loader loader(context.files, context.sources, context.faults);
  const auto units = loadAll(loader, context.options.operands);
  const bool isLoaded = !context.faults.hasErrors();
  if (isLoaded && context.options.fix) return runFixing(context, loader, units, {});
  std::vector<session::Result> results;
  if (isLoaded) results = checkUnits(context, loader, units, Linting::On);
  const bool clean = context.isClean() && context.findings.empty();
  const ExitCode code = context.finish();
  tellBaselined(context, results);
  if (clean && context.options.verbose && context.isTalking()) {
    context.err << fmt::format("checked {} files: nothing found\n", context.sources.fileCount());
  }
  return code;
}

}  // namespace cadre::driver
