// Phrases that several rules need for their messages: takes names and numbers, gives text.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::lint {

/// `` `drafts`, `edits` and `places` ``; `last` joins the last two.
std::string listed(llvm::ArrayRef<llvm::StringRef> names, llvm::StringRef last = "and");

/// `one`, `two` … `twelve`, then digits.
std::string inWords(size_t count);

}  // namespace cadre::lint
