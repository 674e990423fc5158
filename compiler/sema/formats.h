// The small formats that a framework names things by (versions, addresses, states): takes
// text, says whether it is one. Looks nothing up.
#pragma once

#include "model/model.h"

#include <llvm/ADT/StringRef.h>

#include <optional>
#include <string>

namespace cadre::sema {

/// An absolute URI (RFC 3986 §4.3) with something behind its scheme and no white space.
bool isAbsoluteUri(llvm::StringRef text);

/// A declaring word as a message names one of its declarations: `a profile`, `knowledge`.
std::string withArticle(llvm::StringRef word);

/// `draft`, `published` or `retired`.
std::optional<model::Status> readStatus(llvm::StringRef word);

}  // namespace cadre::sema
