#include "driver/profile_names.h"

#include "ide/names.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::driver {

void reportNoProfile(Context& context, llvm::ArrayRef<session::Result> packages,
                     llvm::StringRef name, std::vector<std::string> help) {
  const auto hasCompetency = [&](const session::Result& it) {
    return ide::findCompetency(*it.model, model::FrameworkId(0), name).isValid();
  };
  std::vector<const model::Model*> models;
  for (const session::Result& it : packages) models.push_back(&*it.model);
  const std::vector<std::string> near = ide::suggestProfiles(models, name);
  if (help.empty() && llvm::any_of(packages, hasCompetency)) {
    help.push_back(fmt::format(
        "`{0}` is a competency: `cadre explain PROFILE.{0}` tells why a profile requires it",
        name));
  } else if (help.empty() && near.empty()) {
    help.push_back(fmt::format("profiles are sought in `{}`; `--in PATH` names another package",
                               context.options.in.value_or(".")));
  }
  const std::string where = packages.size() == 1
                                ? fmt::format("`{}`", models.front()->framework().key)
                                : "any package of the workspace";
  reportUsage(context.faults, fmt::format("there is no profile `{}` in {}", name, where),
              {near.begin(), near.end()}, std::move(help));
}

}  // namespace cadre::driver
