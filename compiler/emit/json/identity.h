// The names of a declaration beyond the framework: its UUID and its address on the web. They
// depend on its key alone, so they stay when it moves or gets another title.
#pragma once

#include "model/model.h"

#include <string>

namespace cadre::emit::json {

/// The UUID of the declaration that `word` declares (a statement's word is its sort).
[[nodiscard]] std::string uuidOf(const model::Declaration& declaration, llvm::StringRef word);

/// The address of the declaration: its framework's `uri`, the word, and its key without the
/// framework's id; empty when the framework has no `uri`. What an IRI cannot hold is
/// percent-encoded.
[[nodiscard]] std::string iriOf(const model::Model& model, const model::Declaration& declaration,
                                llvm::StringRef word);

}  // namespace cadre::emit::json
