#include "driver/profile_names.h"

#include "ide/names.h"

namespace cadre::driver {

void reportNoProfile(Context& context, const model::Model& model, llvm::StringRef name,
                     std::vector<std::string> help) {
  const std::vector<std::string> near = ide::suggestProfiles(model, name);
  if (help.empty() && ide::findCompetency(model, model::FrameworkId(0), name)) {
    help.push_back(fmt::format(
        "`{0}` is a competency: `cadre explain PROFILE.{0}` tells why a profile requires it",
        name));
  } else if (help.empty() && near.empty()) {
    help.push_back(fmt::format("profiles are sought in `{}`; `--in PATH` names another package",
                               context.options.in.value_or(".")));
  }
  reportUsage(context.faults,
              fmt::format("there is no profile `{}` in `{}`", name, model.framework().key),
              {near.begin(), near.end()}, std::move(help));
}

}  // namespace cadre::driver
