#include "driver/pipeline.h"
#include "driver/verbs.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

#include <set>

namespace cadre::driver {

namespace {

/// What the paths stand for, each package once.
std::vector<Unit> loadAll(Loader& loader, const std::vector<std::string>& paths) {
  std::vector<Unit> units;
  std::set<size_t> opened;
  std::set<size_t> taken;
  for (const std::string& path : paths) {
    const size_t package = loader.open(path);
    if (package == Loader::npos || !opened.insert(package).second) continue;
    for (const Unit& unit : loader.load(package)) {
      if (taken.insert(unit.package).second) units.push_back(unit);
    }
  }
  return units;
}

}  // namespace

ExitCode runCheck(Context& context) {
  Loader loader(context.files, context.sources, context.faults);
  const std::vector<std::string> here = {"."};
  const auto units = loadAll(loader, context.options.operands.empty() ? here : context.options.operands);
  if (!context.faults.hasErrors()) checkUnits(context, loader, units);
  const bool clean = context.isClean() && context.findings.empty();
  const ExitCode code = context.finish();
  if (clean && context.options.verbose && context.isTalking()) {
    context.err << fmt::format("checked {} files: nothing found\n", context.sources.fileCount());
  }
  return code;
}

}  // namespace cadre::driver
