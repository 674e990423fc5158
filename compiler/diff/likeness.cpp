#include "diff/likeness.h"

#include "diff/numbers.h"
#include "prose/similar.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace cadre::diff {

namespace {

bool isWordByte(char c) { return llvm::isAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Words that turn a sentence round, of all languages that there are lists for: few of them mean something else in
/// another one.
bool isContrary(StringRef word) {
  return llvm::StringSwitch<bool>(word)
      .Cases("not", "no", "never", "without", "cannot", true)
      .Cases("nor", "neither", "nobody", "none", "nothing", true)
      .Cases("pas", "jamais", "sans", "aucun", "aucune", true)
      .Cases("nicht", "kein", "keine", "keinen", "keinem", true)
      .Cases("keiner", "keines", "ohne", "nie", "niemals", true)
      .Cases("nichts", "niemand", "weder", true)
      .Default(word.ends_with("n’t"));
}

/// The amounts in a text, and how often it is turned round; sorted.
std::vector<std::string> amountsIn(StringRef text) {
  std::vector<std::string> out;
  const std::string lower = unicode::foldCase(text);
  SpelledNumbers spelled;
  for (StringRef rest = lower; !rest.empty();) {
    const StringRef between = rest.take_until(isWordByte);
    rest = rest.drop_front(between.size());
    const StringRef word = rest.take_while(isWordByte);
    rest = rest.drop_front(word.size());
    const bool isShortNot = word.ends_with("n") && rest.starts_with("'t");
    if (isShortNot || isContrary(word)) out.emplace_back("!");
    spelled.add(between, word);
    // `€10`, `4h`
    for (StringRef inner = word.drop_until(llvm::isDigit); !inner.empty(); inner = inner.drop_until(llvm::isDigit)) {
      out.push_back(inner.take_while(llvm::isDigit).str());
      inner = inner.drop_while(llvm::isDigit);
    }
  }
  llvm::append_range(out, spelled.finish());
  llvm::sort(out);
  return out;
}

/// How many letters the one has that the other lacks, wherever they stand: there are at least as many steps
/// from one to the other, and this is faster to know.
size_t lettersApart(StringRef a, StringRef b) {
  std::array<int, 256> counts = {};
  for (const char c : a) ++counts[static_cast<unsigned char>(c)];
  for (const char c : b) --counts[static_cast<unsigned char>(c)];
  size_t more = 0;
  size_t less = 0;
  for (const int count : counts) (count > 0 ? more : less) += static_cast<size_t>(std::abs(count));
  return std::max(more, less);
}

/// How many letters two texts share in their places: what is left of a slip of the pen, and all there is to go
/// by where words are not divided. 0 below four fifths.
double likenessOfLetters(StringRef a, StringRef b) {
  constexpr size_t longest = 400;
  constexpr size_t oneIn = 5;
  const size_t larger = std::max(a.size(), b.size());
  const auto most = static_cast<unsigned>(larger / oneIn);
  if (larger > longest || larger - std::min(a.size(), b.size()) > most) return 0;
  if (lettersApart(a, b) > most) return 0;
  const unsigned steps = a.edit_distance(b, true, most);
  return steps > most ? 0 : 1 - static_cast<double>(steps) / static_cast<double>(larger);
}

}  // namespace

Likeness::Likeness(StringRef language) : lexicon_(prose::Lexicon::open(language)) {}

double Likeness::of(StringRef a, StringRef b) {
  if (a == b) return 1;
  const Words first = wordsOf(a);
  return std::max(prose::similarity(first, wordsOf(b)), likenessOfLetters(a, b));
}

bool Likeness::haveSameAmounts(StringRef a, StringRef b) { return amountsIn(a) == amountsIn(b); }

/// How many of the words of `part` are in `whole`.
double Likeness::share(StringRef part, StringRef whole) {
  const Words first = wordsOf(part);
  const Words& second = wordsOf(whole);
  if (first.empty()) return 0;
  const auto isThere = [&](uint32_t it) { return std::binary_search(second.begin(), second.end(), it); };
  return static_cast<double>(llvm::count_if(first, isThere)) / static_cast<double>(first.size());
}

bool Likeness::isPartOf(StringRef part, StringRef whole, StringRef rest) {
  constexpr double most = 0.75;
  constexpr double least = 0.2;
  const double here = share(part, whole);
  if (here < most || here - share(part, rest) < least) return false;
  const std::vector<std::string> said = amountsIn(whole);
  const std::vector<std::string> asked = amountsIn(part);
  return std::includes(said.begin(), said.end(), asked.begin(), asked.end());
}

const Likeness::Words& Likeness::wordsOf(StringRef text) {
  const auto [entry, isNew] = known_.try_emplace(text);
  if (!isNew) return entry->second;
  if (lexicon_) {
    // The key of the map outlives the text that is read.
    text_.read(entry->getKey(), *lexicon_);
    const prose::StemSet stems = prose::stemsOf(text_);
    entry->second.assign(stems.begin(), stems.end());
  } else {
    entry->second = longWordsOf(text);
  }
  return entry->second;
}

Likeness::Words Likeness::longWordsOf(StringRef text) {
  constexpr size_t least = 4;
  Words out;
  const std::string lower = unicode::foldCase(text);
  for (StringRef rest = lower; !rest.empty();) {
    const StringRef word = rest.take_while(isWordByte);
    if (word.size() >= least || (!word.empty() && static_cast<unsigned char>(word[0]) >= 0x80))
      out.push_back(numbers_.try_emplace(word, numbers_.size()).first->second);
    rest = rest.drop_front(std::max<size_t>(1, word.size()));
  }
  llvm::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace cadre::diff
