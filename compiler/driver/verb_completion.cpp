#include "driver/completion.h"
#include "driver/verbs.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::driver {

ExitCode runCompletion(Context& context) {
  const llvm::StringRef shell = context.options.operands.front();
  if (llvm::is_contained(shellNames(), shell)) {
    printCompletion(shell, context.out);
  } else {
    reportUsage(context.faults,
                fmt::format("`cadre completion` does not know the shell `{}`", shell),
                suggest(shell, shellNames()), {"it knows `bash`, `zsh` and `fish`"});
  }
  return context.finish();
}

}  // namespace cadre::driver
