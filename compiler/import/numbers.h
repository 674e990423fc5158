// Numbers in foreign files, judged as Cadre writes them: a sign in front, digits, a fraction.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <optional>

namespace cadre::import {

/// The value of `text` if all of it is a number that source can hold as it stands: `4`, `4.12`,
/// `-1`.
std::optional<double> parseNumber(llvm::StringRef text);

/// Whether `text` is a version after SemVer 2.0, as the framework block needs it.
bool isSemVer(llvm::StringRef text);

}  // namespace cadre::import
