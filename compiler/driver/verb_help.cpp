#include "driver/help.h"
#include "driver/verbs.h"
#include "support/suggest.h"

namespace cadre::driver {

ExitCode runHelp(Context& context) {
  if (context.options.operands.empty()) {
    printHelp(context.out);
    return context.finish();
  }
  const std::string& name = context.options.operands.front();
  if (const VerbRow* row = findVerb(name)) {
    printHelp(row->verb, context.out);
    return context.finish();
  }
  std::vector<llvm::StringRef> names;
  for (const VerbRow& row : verbRows()) names.push_back(row.name);
  reportUsage(context.faults, fmt::format("there is no verb `{}`", name), suggest(name, names),
              {"`cadre help` lists the verbs"});
  return context.finish();
}

}  // namespace cadre::driver
