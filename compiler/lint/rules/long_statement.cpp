#include "lint/rule.h"

#include <llvm/ADT/Sequence.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

/// What stands in brackets can be passed over in reading, and so can an example up to the next mark: `such as a lathe`.
size_t wordsOf(const Passage& passage, prose::Sentence sentence) {
  const auto tokens = passage.tokens();
  const bool mayHold = passage.text->mayHold().contains(prose::ListId::ExampleOpeners);
  size_t words = 0;
  bool isExample = false;
  for (const uint32_t at : llvm::seq(sentence.first, sentence.last)) {
    if (tokens[at].before >= prose::Mark::Comma) isExample = false;
    isExample = isExample || (mayHold && passage.text->findAt(prose::ListId::ExampleOpeners, at).has_value());
    if (!isExample && !tokens[at].isInBrackets) ++words;
  }
  return words;
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
    const size_t words = wordsOf(passage, sentence);
    if (words <= most) continue;
    context
        .report(rule::LongStatement{}, passage,
                context.placeOf(passage, sentence.first, sentence.last), words, most)
        .help(note::ShortenIt);
  }
}

}  // namespace cadre::lint
