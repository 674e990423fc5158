// The two halves of a comparison that look at competencies: takes what two profiles require, gives
// row by row what becomes of it, and what it takes to come to what is more. Compares levels of two
// scales by crosswalks alone. Says nothing in words.
#pragma once

#include "ide/compare.h"

namespace cadre::ide {

/// A row for each competency that one of the two requires, as Comparison::competencies.
[[nodiscard]] std::vector<CompetencyRow> sideBySide(const model::Model& model,
                                                    model::ProfileId from, model::ProfileId to);

/// For each row that asks for more, or cannot be compared, in order.
[[nodiscard]] std::vector<Learning> learningFor(const model::Model& model,
                                                model::ArrayRef<CompetencyRow> rows);

/// What `value`, on the scale of `from`, is on the scale of `to`, by a crosswalk: that of its row,
/// of a number the row at or below it. None where no crosswalk leads there.
[[nodiscard]] model::LevelValue crossed(const model::Model& model, model::ScaleId from,
                                        const model::LevelValue& value, model::ScaleId to);

}  // namespace cadre::ide
