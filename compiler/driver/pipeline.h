// Runs the pipeline for what a verb was given: takes loaded units, gives their models, and adds what
// was found to the context.
#pragma once

#include "driver/context.h"
#include "driver/load.h"
#include "session/session.h"

#include <vector>

namespace cadre::driver {

/// Whether the rules of the linter run too.
enum class Linting : bool { Off, On };

/// Checks the units. A finding about a package that several of them use is reported once.
std::vector<session::Result> checkUnits(Context& context, Loader& loader,
                                        const std::vector<Unit>& units, Linting linting);

/// Seconds since some moment, for measuring.
double now();
/// Prints a line about a phase, where `--timings` asks for it.
void printTiming(Context& context, const session::Timing& timing);

}  // namespace cadre::driver
