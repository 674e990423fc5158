// The verbs, a file each: verb_<name>.cpp. Each takes a context with checked options and gives the
// exit code; none ends the process.
#pragma once

#include "driver/context.h"

namespace cadre::driver {

ExitCode runNew(Context& context);
ExitCode runCheck(Context& context);
ExitCode runBuild(Context& context);
ExitCode runFmt(Context& context);
ExitCode runLint(Context& context);
ExitCode runExplain(Context& context);
ExitCode runDiff(Context& context);
ExitCode runCompare(Context& context);
ExitCode runQuery(Context& context);
ExitCode runTranslate(Context& context);
ExitCode runImport(Context& context);
ExitCode runCompletion(Context& context);
ExitCode runHelp(Context& context);

}  // namespace cadre::driver
