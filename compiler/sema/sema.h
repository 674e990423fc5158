// From trees and names to the model: takes what was parsed and resolved, gives the frozen model and
// reports what breaks a type rule (docs/language). The only writer of model/. What failed earlier
// is passed over in silence.
#pragma once

#include "diag/diagnostics.h"
#include "model/model.h"
#include "resolve/names.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <optional>

namespace cadre::sema {

/// A bullet without a label, and a bullet that translates it by its position.
struct PositionalTranslation {
  uint32_t package = 0;
  llvm::StringRef language;
  llvm::StringRef owner;  ///< The key of the declaration that the list belongs to.
  llvm::StringRef level;  ///< Its name or number; empty outside of levels.
  llvm::StringRef list;   ///< The word of the list, such as `evidence`; empty for indicators.
  llvm::StringRef source;
  llvm::StringRef translation;
};
/// Whether the translation is known to be of another text: then it is left out
/// (model::Bullet::outdated).
using IsOutdated = llvm::function_ref<bool(const PositionalTranslation&)>;

/// Checks all packages and builds the model of package 0 with those it depends on. Nothing when
/// package 0 has no framework block.
std::optional<model::Model> check(const resolve::Names& names, Diagnostics& diags,
                                   IsOutdated isOutdated = nullptr);

}  // namespace cadre::sema
