// From trees and names to the model: takes what was parsed and resolved, gives the frozen model and
// reports what breaks a type rule (docs/language). The only writer of model/. What failed earlier
// is passed over in silence.
#pragma once

#include "diag/diagnostics.h"
#include "model/model.h"
#include "resolve/names.h"

#include <optional>

namespace cadre::sema {

/// Checks all packages and builds the model of package 0 with those it depends on. Nothing when
/// package 0 has no framework block.
std::optional<model::Model> check(const resolve::Names& names, Diagnostics& diags);

}  // namespace cadre::sema
