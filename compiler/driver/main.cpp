#include "driver/run.h"

#include <llvm/ADT/SmallVector.h>

#include <unistd.h>

int main(int count, char** values) {
  const llvm::SmallVector<llvm::StringRef, 16> arguments(values + (count > 0), values + count);
  llvm::raw_fd_ostream out(STDOUT_FILENO, false);
  llvm::raw_fd_ostream err(STDERR_FILENO, false);
  return cadre::driver::run(arguments, out, err);
}
