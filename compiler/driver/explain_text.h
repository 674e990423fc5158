// Draws what `cadre explain` answers about profiles: takes the answer and the sources, gives text
// with places as `path:line:column`. Decides nothing.
#pragma once

#include "ide/why.h"
#include "source/source_manager.h"

#include <llvm/Support/raw_ostream.h>

namespace cadre::driver {

void print(const ide::Why& why, const SourceManager& sources, bool color, llvm::raw_ostream& out);
void print(const ide::Overview& overview, const SourceManager& sources, bool color,
           llvm::raw_ostream& out);

}  // namespace cadre::driver
