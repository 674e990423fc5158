// Whether one text is another one reworded: takes two plain texts of a language, gives how alike they are
// and whether they say the same amounts. Compares the stems of words that carry meaning; where nothing is
// known of the language, its longer words.
#pragma once

#include "prose/lexicon.h"
#include "prose/text.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>

#include <memory>

namespace cadre::diff {

using llvm::StringRef;

class Likeness {
public:
  /// `language` is a BCP 47 tag.
  explicit Likeness(StringRef language);

  /// The least likeness of two texts at one place of which the one is the other reworded.
  static constexpr double reworded = 0.5;
  /// The same of texts that stand elsewhere, too.
  static constexpr double rewordedElsewhere = 0.6;

  /// 0 (no word in common) to 1 (the same words).
  double of(StringRef a, StringRef b);
  /// Whether both name the same amounts, each as often (`within 4 hours` is not `within 2 hours`), and neither
  /// says the contrary of the other (`with help`, `without help`).
  static bool haveSameAmounts(StringRef a, StringRef b);
  /// Whether `whole` says what `part` does, and `rest` does not: of two texts that became one, or one that became two.
  bool isPartOf(StringRef part, StringRef whole, StringRef rest);

private:
  using Words = llvm::SmallVector<uint32_t, 12>;
  const Words& wordsOf(StringRef text);
  double share(StringRef part, StringRef whole);
  Words longWordsOf(StringRef text);

  std::unique_ptr<prose::Lexicon> lexicon_;
  prose::Text text_;
  llvm::StringMap<Words> known_;
  llvm::StringMap<uint32_t> numbers_;  ///< Of words, without a lexicon.
};

}  // namespace cadre::diff
