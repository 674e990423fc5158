#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

namespace {

/// Whether something says that it takes over.
bool isReplaced(const Declaration& gone, const Model& model) {
  const auto replaces = [&](const auto& table) {
    return llvm::any_of(table,
                        [&](const auto& it) { return llvm::is_contained(it.replaces, gone.key); });
  };
  const model::Tables& all = model.tables();
  return replaces(all.competencies) || replaces(all.profiles) || replaces(all.statements) ||
         replaces(all.credentials) || replaces(all.resources) || replaces(all.families) ||
         replaces(all.categories) || replaces(all.kinds) || replaces(all.scales);
}

}  // namespace

void check(rule::DeprecationWithoutSuccessor, const Declaration& declaration, Context& context) {
  if (!declaration.deprecated || !declaration.deprecated->successor.empty()) return;
  const Model& model = context.model();
  // A framework says in its reason where to look.
  if (declaration.key == model.framework().key || isReplaced(declaration, model)) return;
  context
      .report(rule::DeprecationWithoutSuccessor{}, declaration.deprecated->span,
              titleOf(declaration))
      .help(note::NameSuccessor);
}

}  // namespace cadre::lint
