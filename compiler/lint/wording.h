// The phrases that findings share: counts with their nouns, lists of names.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::lint {

/// `1 level`, `3 levels`.
[[nodiscard]] std::string counted(size_t number, llvm::StringRef one, llvm::StringRef many);
/// The same with an `s` for many.
[[nodiscard]] std::string counted(size_t number, llvm::StringRef one);

/// `` `A`, `B` and `C` ``. Of more than `most`, the first of them and how many others there are.
[[nodiscard]] std::string listed(llvm::ArrayRef<llvm::StringRef> names, llvm::StringRef joint = "and", size_t most = 5);

/// What is listed, without backticks: `a title, a licence and a version`.
[[nodiscard]] std::string joined(llvm::ArrayRef<std::string> parts, llvm::StringRef joint = "and");

}  // namespace cadre::lint
