// Completions for shells: takes the tables of the command line, gives a script for one of them.
// What it offers is what `cadre help` lists; it runs nothing but the shell's own commands.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/raw_ostream.h>

namespace cadre::driver {

/// `shell` is one of shellNames().
void printCompletion(llvm::StringRef shell, llvm::raw_ostream& out);

}  // namespace cadre::driver
