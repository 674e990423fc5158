// Numbers in foreign files: takes cells, says whether Cadre's source can hold them as they are written. Rounds and
// rewrites nothing.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <optional>

namespace cadre::import::foreign {

/// The value of `text` if all of it is a number that source can hold as it stands: `4`, `4.12`,
/// `-1`.
std::optional<double> parseNumber(llvm::StringRef text);

}  // namespace cadre::import::foreign
