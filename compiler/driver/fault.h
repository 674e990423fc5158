// What happens when cadre itself is at fault: it says so, says how to report it, and ends with 3.
// Repairs nothing: the next build does that.
#pragma once

#include <llvm/ADT/StringRef.h>

namespace cadre::driver {

/// From here on a crash ends with exit code 3 and a message.
void installFaultHandlers();

/// The message on standard error for a fault that was caught; gives the exit code.
int reportFault(llvm::StringRef what);

}  // namespace cadre::driver
