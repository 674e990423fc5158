// Whether a framework is meant for others, which is when governance begins to matter: takes what it
// says of itself, judges nothing.
#pragma once

#include "model/model.h"

namespace cadre::lint {

/// Whether a framework says which version it is. `0.0.0` stands for one that does not.
[[nodiscard]] inline bool hasVersion(const model::Framework& framework) { return framework.version != "0.0.0"; }

/// Whether a framework says that it is published, or says what only a published one needs. One that
/// was begun a minute ago says neither, though its status counts as published.
[[nodiscard]] inline bool isPublished(const model::Framework& framework) {
  if (framework.status != model::Status::Published) return false;
  return framework.places.status.isValid() || !framework.publisher.empty() || !framework.license.empty() ||
         hasVersion(framework) || !framework.uri.empty();
}

}  // namespace cadre::lint
