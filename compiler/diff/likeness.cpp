#include "diff/likeness.h"

#include "prose/similar.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::diff {

namespace {

bool isWordByte(char c) { return llvm::isAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

/// The numbers in a text, sorted.
std::vector<StringRef> numbersIn(StringRef text) {
  std::vector<StringRef> out;
  for (size_t at = 0; at < text.size();) {
    const StringRef digits = text.drop_front(at).take_while(llvm::isDigit);
    if (!digits.empty()) out.push_back(digits);
    at += std::max<size_t>(1, digits.size());
  }
  llvm::sort(out);
  return out;
}

}  // namespace

Likeness::Likeness(StringRef language) : lexicon_(prose::Lexicon::open(language)) {}

double Likeness::of(StringRef a, StringRef b) {
  if (a == b) return 1;
  const Words first = wordsOf(a);
  return prose::similarity(first, wordsOf(b));
}

bool Likeness::haveSameNumbers(StringRef a, StringRef b) { return numbersIn(a) == numbersIn(b); }

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
