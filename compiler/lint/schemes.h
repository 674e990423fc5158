// What codes of well-known schemes look like (schemes.def): takes the name that a match gives and its
// target, says whether the target can be one. Looks up no code: a list of them would be out of date.
#pragma once

#include <llvm/ADT/StringRef.h>

namespace cadre::lint {

struct Scheme {
  llvm::StringRef name;     ///< The first of its names.
  llvm::StringRef pattern;
  llvm::StringRef example;
};

/// The scheme that a match means by `name`, in any case; null for one that nobody here knows.
[[nodiscard]] const Scheme* findScheme(llvm::StringRef name);

/// Whether `target` has the form of a code of the scheme.
[[nodiscard]] bool isCodeOf(const Scheme& scheme, llvm::StringRef target);

}  // namespace cadre::lint
