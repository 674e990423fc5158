// What the code knows of a language beside its data: how verbs and nouns are inflected, syllables,
// abbreviations. A row a language; who adds one adds its file here and its folder in runtime/lint.
#pragma once

#include "prose/tables.h"

#include <string>

namespace cadre::prose {

struct Language {
  StringRef tag;
  const char* stemmer;  ///< Its name in Snowball.
  bool elides = false;  ///< Splits `l'`, `qu'` from the word behind.
  bool modalsInflect = false;  ///< Modal verbs have the forms of verbs, and no noun looks like one.
  StringRef (*find)(StringRef fileName);
  VerbReading (*readVerb)(Tables&, StringRef form);
  /// The singular of what may be a plural; `form` if it is none.
  std::string (*singular)(const Tables&, StringRef form);
  unsigned (*syllables)(StringRef form);
  std::optional<std::string> (*inflect)(const Tables&, const Verb&, VerbForm);
  bool (*isAbbreviation)(StringRef form);
};

extern const Language english;
extern const Language french;

}  // namespace cadre::prose
