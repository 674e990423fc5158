// Models for tests without a source: takes a `framework.json`, gives the model that says the same.
// So the examples of the format are models too. Trusts the document to be valid.
#pragma once

#include "model/model.h"

#include <llvm/ADT/StringRef.h>

namespace cadre::test {

/// The model that a valid `framework.json` describes. An abstract profile, which has no record
/// there, has one here.
[[nodiscard]] model::Model modelOfDocument(llvm::StringRef json);

}  // namespace cadre::test
