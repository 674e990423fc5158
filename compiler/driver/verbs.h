// The verbs, a file each: verb_<name>.cpp.
#pragma once

#include "driver/context.h"

namespace cadre::driver {

ExitCode runNew(Context& context);
ExitCode runCheck(Context& context);
ExitCode runBuild(Context& context);
ExitCode runExplain(Context& context);
ExitCode runImport(Context& context);
ExitCode runHelp(Context& context);

}  // namespace cadre::driver
