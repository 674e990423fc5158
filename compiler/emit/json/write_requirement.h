// Requirements of profiles and rules as JSON: takes records, gives members in the order of the schema.
// Leaves out what is not published.
#pragma once

#include "emit/json/context.h"

namespace cadre::emit::json {

/// Writes `competency`, `level`, `importance`, `weight` and `because`.
void writeRequirement(const Context& to, const model::Requirement& requirement);

/// Writes `origins`. `profile` is the one that the requirement belongs to.
void writeOrigins(const Context& to, const model::Requirement& requirement,
                  const model::Profile& profile);

}  // namespace cadre::emit::json
