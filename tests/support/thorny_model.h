// A model that tries an emitter: drafts wherever something may refer to one, hostile text wherever
// text may stand, keys of other systems, things said twice, other frameworks. Published with drafts
// and without, it has to come out whole.
#pragma once

#include "model/model.h"

#include <llvm/ADT/StringRef.h>

namespace cadre::test {

/// Quotes, markup, controls, a zero byte, directions, noncharacters, broken UTF-8.
extern const llvm::StringRef hostileText;

[[nodiscard]] model::Model thornyModel();

}  // namespace cadre::test
