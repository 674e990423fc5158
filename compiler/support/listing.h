// Lists inside sentences: takes words or names, gives `a, b and c`, names in backticks. Leaves none
// out, and knows nothing of what they name.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre {

/// `a, b and c`; `last` joins the last two. Nothing for no items.
[[nodiscard]] std::string enumerated(llvm::ArrayRef<std::string> items,
                                     llvm::StringRef last = "and");
/// The same of names, each in backticks: `` `a`, `b` and `c` ``.
[[nodiscard]] std::string enumerated(llvm::ArrayRef<llvm::StringRef> names,
                                     llvm::StringRef last = "and");

}  // namespace cadre
