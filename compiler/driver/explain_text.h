// Draws what `cadre explain` answers about profiles: takes the answer and the sources, gives text
// with places as `path:line:column`. Decides nothing.
#pragma once

#include "ide/why.h"
#include "source/source_manager.h"

#include <llvm/Support/raw_ostream.h>

#include <string>

namespace cadre::driver {

/// The Markdown page of a diagnostic's code or of a lint rule, its examples drawn withCarets(); empty where
/// there is none.
std::string pageOf(llvm::StringRef code);

/// Draws what is found in the examples of a page as a finding is drawn: carets under what is marked.
std::string withCarets(llvm::StringRef page);

void print(const ide::Why& why, const SourceManager& sources, bool color, llvm::raw_ostream& out);
void print(const ide::Overview& overview, const SourceManager& sources, bool color,
           llvm::raw_ostream& out);

}  // namespace cadre::driver
