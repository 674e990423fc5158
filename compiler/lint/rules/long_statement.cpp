#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

/// What stands in brackets can be passed over in reading.
size_t wordsOf(ArrayRef<prose::Token> tokens) {
  return llvm::count_if(tokens, [](const prose::Token& token) { return !token.isInBrackets; });
}

}  // namespace

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
    const size_t words = wordsOf(passage.text->tokens(sentence));
    if (words <= most) continue;
    context
        .report(rule::LongStatement{}, passage,
                context.placeOf(passage, sentence.first, sentence.last), words, most)
        .help(note::ShortenIt);
  }
}

}  // namespace cadre::lint
