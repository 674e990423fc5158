// Language tags (BCP 47): takes a tag, says whether it is one and what may have been meant. Languages,
// scripts and regions are looked up in the registry of IANA, variants and extensions are not.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre::sema {

/// `en`, `pt-BR`, `zh-Hant-TW`, `es-419`, `x-own`: well-formed by RFC 5646 §2.1, of subtags that exist.
bool isLanguageTag(llvm::StringRef tag);

/// Tags that may have been meant: `en` for `english`, `en-GB` for `en-UK`.
std::vector<std::string> similarTags(llvm::StringRef tag);

}  // namespace cadre::sema
