#include "lint/competencies.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

using prose::FunctionWord;

/// Words that hold a title together without naming anything.
bool isSmall(const prose::Word& word) {
  return word.is(FunctionWord::Determiner) || word.is(FunctionWord::Preposition) ||
         word.is(FunctionWord::Conjunction) || word.is(FunctionWord::Particle);
}

}  // namespace

void check(rule::LabelLength, const Passage& passage, Context& context) {
  if (!isLabel(passage)) return;
  constexpr size_t smallForFree = 1;
  size_t words = 0;
  size_t small = 0;
  for (const prose::Token& token : passage.tokens()) {
    // What brackets add explains the label and is not part of it.
    if (token.isInBrackets) continue;
    ++(isSmall(*token.word) ? small : words);
  }
  const auto most = static_cast<size_t>(context.number(OptionId::LabelWords));
  if (words + (small > smallForFree ? small - smallForFree : 0) <= most) return;
  context.report(rule::LabelLength{}, passage, wholeOf(passage, context), words + small, most)
      .help(note::SayTheRestInAbout);
}

}  // namespace cadre::lint
