// Levels of a query: takes what it names, gives what that is on each scale, by name or through a
// crosswalk. Reports nothing.
#pragma once

#include "query/typed.h"

namespace cadre::query {

/// A level by name (`Advanced`, `Proficiency.Advanced`) or number.
[[nodiscard]] LevelTargets findLevel(const model::Model& model, const Operand& operand);
/// Whether any scale has it itself.
[[nodiscard]] bool isOnAnyScale(const LevelTargets& targets);

/// What a level is on the target's scale, to be compared with its rank; none where it has no place
/// there.
[[nodiscard]] std::optional<double> rankFor(const model::Model& model, const LevelOfScale& level,
                                            const LevelTarget& target);

/// The names of all levels, each once, or those of a scale.
[[nodiscard]] std::vector<StringRef> levelNames(const model::Model& model, model::ScaleId scale);

}  // namespace cadre::query
