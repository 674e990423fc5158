// What people write who come from other languages, and how it is written here: takes a token that
// stands where it cannot, gives help. Knows no grammar.
#pragma once

#include "query/token.h"

namespace cadre::query {

/// `contains`, `matches`, `in`, `is`.
[[nodiscard]] bool isWordOperator(llvm::StringRef word);

/// A sentence for `help`, or nothing. `isCondition`: a condition could stand there.
[[nodiscard]] std::string hintFor(const Token& token, bool isCondition);

}  // namespace cadre::query
