// Puts files into an output directory for a verb: takes a context and the files, and keeps signals
// that end a program away while files move.
#pragma once

#include "driver/context.h"
#include "driver/output.h"

#include <optional>

namespace cadre::driver {

/// OutputDirectory::replace, behind which a Ctrl-C waits.
std::optional<OutputChanges> publish(Context& context, OutputDirectory& output, const OutputFiles& files);

}  // namespace cadre::driver
