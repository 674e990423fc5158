// Passages of competencies as rules ask for them: their label (the title) and their definition (the
// `about`), not those of their levels.
#pragma once

#include "lint/context.h"
#include "lint/wording.h"

namespace cadre::lint {

/// The title of a competency that is in use.
[[nodiscard]] bool isLabel(const Passage& passage);
/// The `about` of a competency that is in use.
[[nodiscard]] bool isDefinition(const Passage& passage);
/// The words of a passage, without quotes where it can be told.
[[nodiscard]] Span wholeOf(const Passage& passage, const Context& context);
/// The words of a title.
[[nodiscard]] Span titlePlace(const model::Declaration& declaration, const Context& context);

}  // namespace cadre::lint
