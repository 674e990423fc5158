// The help texts: takes options.def and the registers of outputs and importers, gives text. Holds
// no list of its own.
#pragma once

#include "driver/options.h"

#include <llvm/Support/raw_ostream.h>

namespace cadre::driver {

/// `cadre help`: the verbs and the options that all of them have.
void printHelp(llvm::raw_ostream& out);
/// `cadre help VERB`.
void printHelp(Verb verb, llvm::raw_ostream& out);
/// What `cadre` says when it is called without anything.
void printShortHelp(llvm::raw_ostream& out);

}  // namespace cadre::driver
