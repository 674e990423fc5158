// Manual pages: takes the tables of the command line, gives pages in the language of man(7). What
// they say is what `cadre help` prints.
#pragma once

#include "driver/options.h"

#include <llvm/Support/raw_ostream.h>

namespace cadre::driver {

/// `cadre.1`
void printManPage(llvm::raw_ostream& out);
/// `cadre-VERB.1`
void printManPage(const VerbRow& verb, llvm::raw_ostream& out);

}  // namespace cadre::driver
