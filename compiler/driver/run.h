// The whole program but for `main`: takes the arguments and two streams, gives the exit code. The
// environment is read here and nowhere else.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/raw_ostream.h>

namespace cadre::driver {

/// Runs cadre with the arguments behind its name. `out` takes what was asked for, `err` all else.
int run(llvm::ArrayRef<llvm::StringRef> arguments, llvm::raw_fd_ostream& out, llvm::raw_fd_ostream& err);

}  // namespace cadre::driver
