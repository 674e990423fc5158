// The embedded tables of a language: sorted lines of tab-separated fields, searched by bisection
// where they lie, so that opening a lexicon reads none of them. Takes bytes, gives views into them.
#pragma once

#include "prose/lexicon.h"

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/StringMap.h>

namespace cadre::prose {

/// Lines `key<TAB>field…`, sorted by bytes, behind lines that begin with `#`.
class SortedLines {
public:
  SortedLines() = default;
  explicit SortedLines(StringRef file);
  [[nodiscard]] bool isEmpty() const { return lines_.empty(); }
  /// What stands behind the key, of each line that has it, in order.
  void find(StringRef key, llvm::function_ref<void(StringRef fields)> each) const;
  [[nodiscard]] StringRef lines() const { return lines_; }

private:
  StringRef lines_;
};

/// The forms that a word can be of a verb.
struct VerbReading {
  const Verb* verb = nullptr;
  uint8_t forms = 0;
};

/// verbs.tsv, irregular.tsv and function-words.tsv of one language.
class Tables {
public:
  Tables(StringRef verbs, StringRef irregular, StringRef functionWords);

  [[nodiscard]] bool hasVerbs() const { return !verbs_.isEmpty(); }
  /// The verb with this base, or null. The same base gives the same object.
  const Verb* findVerb(StringRef base);
  /// A verb that verbs.tsv lacks, made of one that it has: `double-check`, as often a verb as
  /// `check`.
  const Verb* derive(StringRef base, const Verb& from);
  /// What irregular.tsv says of a form: the reading that is used most.
  VerbReading irregularVerb(StringRef form);
  /// The singular that irregular.tsv gives; empty for none.
  [[nodiscard]] StringRef irregularSingular(StringRef form) const;
  /// The form of `base` that irregular.tsv has for `kind`; empty for none. Slow: it reads the
  /// table.
  [[nodiscard]] StringRef irregularForm(StringRef base, VerbForm kind) const;
  /// The classes of a word that holds sentences together, as a mask of 1 << FunctionWord.
  [[nodiscard]] uint16_t functionsOf(StringRef form) const;

private:
  SortedLines verbs_;
  SortedLines irregular_;
  SortedLines functionWords_;
  llvm::StringMap<const Verb*> known_;
  Arena arena_;
};

}  // namespace cadre::prose
