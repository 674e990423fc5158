// File names and fragments for declarations: takes names, gives stems that every file system can
// hold apart, and the form in which a link writes them. A stem depends on the name alone, unless
// another name differs from it in case only.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre {

/// A stem for each name, in their order; no two are the same, whatever the case. Names must differ.
std::vector<std::string> makeSlugs(llvm::ArrayRef<std::string> names);

/// `text` as part of a URL: UTF-8, with `%` escapes for all but letters, digits and `-._~/`.
std::string percentEncode(llvm::StringRef text);

}  // namespace cadre
