#include "query/words.h"

#include "support/unicode.h"

#include <llvm/ADT/SmallVector.h>

namespace cadre::query {

using llvm::StringRef;

namespace {

/// A character of a script that sets no blanks between words.
bool isWordOfItsOwn(char32_t value) { return value >= 0x2E80 && unicode::width(value) == 2; }

template <class Take>
void forEachWord(StringRef folded, Take take) {
  size_t begin = 0;
  const auto end = [&](size_t at) {
    if (at > begin) take(folded.slice(begin, at));
  };
  for (size_t i = 0; i < folded.size();) {
    const unicode::CodePoint point = unicode::decode(folded, i);
    const bool isInside =
        point.valid && unicode::isIdentifierContinue(point.value) && point.value != '_';
    const size_t next = i + point.length;
    if (!isInside || isWordOfItsOwn(point.value)) {
      end(i);
      if (isInside) take(folded.slice(i, next));
      begin = next;
    }
    i = next;
  }
  end(folded.size());
}

std::string fold(StringRef text) {
  return unicode::isAscii(text) ? text.lower() : unicode::withoutMarks(unicode::foldCase(text));
}

}  // namespace

WordPhrase readPhrase(StringRef text) {
  WordPhrase out;
  text = text.trim();
  out.isOpenBefore = text.consume_front("*");
  out.isOpenBehind = text.consume_back("*");
  forEachWord(fold(text), [&](StringRef word) { out.words.push_back(word.str()); });
  return out;
}

bool contains(StringRef text, const WordPhrase& phrase) {
  if (phrase.words.empty()) return false;
  const std::string folded = fold(text);
  llvm::SmallVector<StringRef, 64> words;
  forEachWord(folded, [&](StringRef word) { words.push_back(word); });
  const size_t count = phrase.words.size();
  for (size_t i = 0; i + count <= words.size(); ++i) {
    bool isHere = true;
    for (size_t k = 0; k < count && isHere; ++k) {
      const bool isOpenBefore = phrase.isOpenBefore && k == 0;
      const bool isOpenBehind = phrase.isOpenBehind && k + 1 == count;
      const StringRef word = words[i + k];
      const StringRef sought = phrase.words[k];
      if (isOpenBefore && isOpenBehind) {
        isHere = word.contains(sought);
      } else if (isOpenBefore) {
        isHere = word.ends_with(sought);
      } else if (isOpenBehind) {
        isHere = word.starts_with(sought);
      } else {
        isHere = word == sought;
      }
    }
    if (isHere) return true;
  }
  return false;
}

}  // namespace cadre::query
