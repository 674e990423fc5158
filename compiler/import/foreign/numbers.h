// Numbers and versions in foreign files: takes cells and options, says whether Cadre's source can
// hold them as they are written. Rounds and rewrites nothing.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <optional>

namespace cadre::import::foreign {

/// The value of `text` if all of it is a number that source can hold as it stands: `4`, `4.12`,
/// `-1`.
std::optional<double> parseNumber(llvm::StringRef text);

/// Whether `text` is a version after SemVer 2.0, as the framework block needs it.
bool isSemVer(llvm::StringRef text);

}  // namespace cadre::import::foreign
