#include "driver/publish.h"
#include "driver/verbs.h"

#include "new_package_files.h"

namespace cadre::driver {

ExitCode runNew(Context& context) {
  const std::string& directory = context.options.operands.front();
  OutputFiles files;
  for (const llvm::StringRef name : embedded::new_package::names()) {
    // A file of that name in our own tree would be obeyed there.
    const std::string path = name == "gitignore" ? ".gitignore" : name.str();
    files[path] = embedded::new_package::find(name).str();
  }
  OutputDirectory output(context.files, directory, OutputMode::New);
  const bool done = output.open(context.faults) && publish(context, output, files);
  const ExitCode code = context.finish();
  if (!done || !context.isTalking()) return code;
  for (const auto& [path, bytes] : files) context.err << "wrote " << joinPath(directory, path) << '\n';
  context.err << "next: cadre build " << directory << '\n';
  return code;
}

}  // namespace cadre::driver
