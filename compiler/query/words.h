// `contains`: takes a text and a phrase, says whether its words stand in the text, one behind the
// other. Case, accents and what is between words do not count. A `*` at an end of the phrase leaves
// that word open. Scripts without blanks are compared sign by sign.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre::query {

struct WordPhrase {
  std::vector<std::string> words;  ///< Without case and accents.
  bool isOpenBefore = false;
  bool isOpenBehind = false;
};

/// Without words: a phrase that nothing contains.
[[nodiscard]] WordPhrase readPhrase(llvm::StringRef text);
[[nodiscard]] bool contains(llvm::StringRef text, const WordPhrase& phrase);

}  // namespace cadre::query
