// The files that make a service check a repository of frameworks: takes the name of the service,
// gives them as runtime/pipelines has them, at the places where the service looks. Writes nothing.
#pragma once

#include "driver/output_plan.h"

#include <llvm/ADT/StringRef.h>

#include <vector>

namespace cadre::driver {

/// What `cadre new --ci` takes.
[[nodiscard]] std::vector<llvm::StringRef> ciServices();

/// By paths from the root of the repository. `service` is one of the above.
[[nodiscard]] OutputFiles ciFiles(llvm::StringRef service);

/// The one of them that most repositories have already, with jobs of their own: it includes the
/// rest. Empty: none.
[[nodiscard]] llvm::StringRef ciEntry(llvm::StringRef service);

}  // namespace cadre::driver
