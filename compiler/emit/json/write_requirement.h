// What a profile or a rule requires.
#pragma once

#include "emit/json/context.h"

namespace cadre::emit::json {

/// Writes `competency`, `level`, `importance`, `weight` and `because`.
void writeRequirement(const Context& to, const model::Requirement& requirement);

/// Writes `origins`. `profile` is the one that the requirement belongs to.
void writeOrigins(const Context& to, const model::Requirement& requirement,
                  const model::Profile& profile);

}  // namespace cadre::emit::json
