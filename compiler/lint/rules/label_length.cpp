#include "lint/competencies.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

/// As long as this is a word of a title on average, with the space behind it.
constexpr size_t lettersOfWord = 8;

/// The letters from the first word to the last, without what stands in brackets.
size_t lettersOf(const Passage& passage) {
  size_t letters = 0;
  for (const prose::Token& it : passage.tokens()) {
    if (it.isInBrackets) continue;
    // Of a letter in UTF-8, the first byte counts.
    const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    letters += static_cast<size_t>(llvm::count_if(passage.plain.slice(it.begin, it.end), begins)) + 1;
  }
  return letters > 0 ? letters - 1 : 0;
}

}  // namespace

void check(rule::LabelLength, const Passage& passage, Context& context) {
  if (!isLabel(passage)) return;
  // What brackets add explains the label and is not part of it.
  const auto words = static_cast<size_t>(
      llvm::count_if(passage.tokens(), [](const prose::Token& it) { return !it.isInBrackets; }));
  const auto most = static_cast<size_t>(context.number(OptionId::LabelWords));
  // Short words are read at a glance: `Care at the end of life`.
  if (words <= most || lettersOf(passage) <= most * lettersOfWord) return;
  context.report(rule::LabelLength{}, passage, wholeOf(passage, context), words, most)
      .help(note::SayTheRestInAbout);
}

}  // namespace cadre::lint
