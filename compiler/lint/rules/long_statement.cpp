#include "lint/rule.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

void check(rule::LongStatement, const Passage& passage, Context& context) {
  const auto most = static_cast<size_t>(context.number(OptionId::LongStatementWords));
  if (!passage.text) {
    // Of a language without a lexicon: words are what blanks part.
    llvm::SmallVector<StringRef, 32> words;
    llvm::SplitString(passage.plain, words);
    if (words.size() > most)
      context.report(rule::LongStatement{}, passage, passage.span, words.size(), most)
          .help(note::ShortenIt);
    return;
  }
  for (const prose::Sentence sentence : passage.text->sentences()) {
    if (sentence.size() <= most) continue;
    context
        .report(rule::LongStatement{}, passage,
                context.placeOf(passage, sentence.first, sentence.last), size_t{sentence.size()},
                most)
        .help(note::ShortenIt);
  }
}

}  // namespace cadre::lint
