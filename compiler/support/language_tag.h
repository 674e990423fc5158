// Language tags of BCP 47 (RFC 5646): takes a tag, says which part of it is not registered. Knows
// IANA's registry (language_subtags.inc says of which day), not what a framework does with a tag.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// Why a tag is none.
struct LanguageTagFault {
  /// What the part at fault should be: `language`, `script`, `region` or `variant`; empty where the
  /// whole does not have the form of a tag.
  llvm::StringRef part;
  std::string subtag;                    ///< The part at fault, as written.
  std::vector<std::string> suggestions;  ///< Whole tags that were probably meant, best first.
};

/// Nothing for a tag whose parts are all registered: `en`, `pt-BR`, `zh-Hant-HK`, `de-1996`,
/// `x-ours`. Case does not count. Extensions (`-u-…`) and private parts (`-x-…`) are judged by form
/// alone.
[[nodiscard]] std::optional<LanguageTagFault> findLanguageTagFault(llvm::StringRef tag);

/// What English calls the language: `French`, `Portuguese (pt-BR)`; the tag itself where that is not known.
[[nodiscard]] std::string languageName(llvm::StringRef tag);

/// Whether the language is written from right to left, as far as its tag tells.
[[nodiscard]] bool isRightToLeft(llvm::StringRef tag);

}  // namespace cadre
