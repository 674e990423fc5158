// The one way to a Model: sema fills the tables and freezes them. Also used by tests that need a
// model without a source.
#pragma once

#include "model/model.h"

namespace cadre::model {

class ModelBuilder {
public:
  /// Begins with the four built-in kinds.
  ModelBuilder();

  Tables& tables() { return tables_; }
  /// Owns what the records refer to; moves into the model.
  Arena& arena() { return arena_; }

  /// Ends the building. Framework 0 must be there.
  [[nodiscard]] Model freeze() &&;

private:
  Tables tables_;
  Arena arena_;
};

}  // namespace cadre::model
