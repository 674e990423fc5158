// How messages of sema name things: takes names, gives them as a message shows them. No judgement,
// no table.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::sema {

/// The names in backticks, separated by commas: `` `A`, `B` ``.
[[nodiscard]] std::string quotedList(llvm::ArrayRef<llvm::StringRef> names);

}  // namespace cadre::sema
