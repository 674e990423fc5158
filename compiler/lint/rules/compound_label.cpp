#include "lint/competencies.h"
#include "lint/rule.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

/// Whether a title holds a term that the project calls one thing, around byte `at`.
bool isFixedHere(const Passage& passage, uint32_t at, ArrayRef<std::string> terms) {
  const std::string folded = unicode::foldCase(passage.plain);
  return llvm::any_of(terms, [&](const std::string& term) {
    const std::string wanted = unicode::foldCase(term);
    const size_t begin = folded.find(wanted);
    return begin != std::string::npos && begin <= at && at < begin + wanted.size();
  });
}

}  // namespace

void check(rule::CompoundLabel, const Passage& passage, Context& context) {
  if (!isLabel(passage) || !passage.lexicon->has(prose::ListId::FixedPairs)) return;
  const auto tokens = passage.tokens();
  const auto fixed = passage.text->find(prose::ListId::FixedPairs);
  for (uint32_t i = 1; i + 1 < tokens.size(); ++i) {
    const prose::Token& token = tokens[i];
    if (token.isInBrackets || !token.word->is(prose::FunctionWord::Conjunction)) continue;
    if (llvm::any_of(fixed, [&](const prose::Match& it) { return it.first <= i && i < it.last; })) continue;
    if (isFixedHere(passage, token.begin, context.words(WordsId::FixedTerms))) continue;
    context.report(rule::CompoundLabel{}, passage, context.place(passage, token), passage.plain)
        .help(note::SplitOrName);
    return;
  }
}

}  // namespace cadre::lint
