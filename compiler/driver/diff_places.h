// Where a change stands in the source of the newer side: takes its model, gives places for findings. Of what
// is gone, the place of what it was part of; without a model, none.
#pragma once

#include "diff/change.h"
#include "model/model.h"

#include <llvm/ADT/StringMap.h>

namespace cadre::driver {

class DiffPlaces {
public:
  /// `model` may be null, else it must outlive the object.
  explicit DiffPlaces(const model::Model* model) : model_(model) {}

  /// The framework's name.
  [[nodiscard]] Span framework() const;
  [[nodiscard]] Span of(const diff::Change& change) const;

private:
  void index() const;
  [[nodiscard]] Span requirement(const diff::Change& change) const;
  [[nodiscard]] Span bullet(const diff::Change& change) const;

  const model::Model* model_;
  /// `competency acme.Writing`; made when a place is first asked for, as most comparisons ask for none.
  mutable llvm::StringMap<const model::Declaration*> byKey_;
};

}  // namespace cadre::driver
