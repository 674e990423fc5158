// What `cadre lint --list` prints: takes a configuration, gives the rules as a table for people or as
// JSON for programs.
#pragma once

#include "driver/context.h"
#include "lint/config.h"

namespace cadre::driver {

/// Prints to `context.out`, as JSON where the options ask for it, and ends the verb.
ExitCode listRules(Context& context, const lint::Config& config);

}  // namespace cadre::driver
