#include "model/names.h"

#include <llvm/ADT/Twine.h>

namespace cadre::model {

FrameworkId findPackage(const Model& model, FrameworkId from, StringRef prefix) {
  if (model[from].key == prefix) return from;
  for (const Use& use : model[from].uses) {
    if (use.name == prefix) return use.framework;
  }
  // What is inherited may come from a package that only another one uses.
  const auto& frameworks = model.tables().frameworks;
  for (const Framework& framework : frameworks) {
    if (framework.key == prefix) return frameworks.idOf(framework);
  }
  return {};
}

NameInPackage splitName(const Model& model, FrameworkId from, StringRef name) {
  for (size_t dot = name.rfind('.'); dot != StringRef::npos;
       dot = name.take_front(dot).rfind('.')) {
    const FrameworkId package = findPackage(model, from, name.take_front(dot));
    if (package) return {package, name.drop_front(dot + 1)};
  }
  return {};
}

std::string nameIn(const Model& model, FrameworkId from, const Declaration& declaration) {
  if (declaration.framework == from || !declaration.framework) return declaration.name.str();
  StringRef prefix = model[declaration.framework].key;
  for (const Use& use : model[from].uses) {
    if (use.framework == declaration.framework) prefix = use.name;
  }
  return (prefix + "." + declaration.name).str();
}

}  // namespace cadre::model
