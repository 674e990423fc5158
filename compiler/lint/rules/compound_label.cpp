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

/// Whether what is joined are the objects of one verb: `Writing reports and letters`.
bool joinsObjects(const prose::Text& text, uint32_t joint) {
  const prose::Sentence sentence = text.sentences().front();
  const prose::Lead lead = prose::leadOf(text, sentence);
  if (lead.form == prose::LeadForm::None || lead.token + 1 >= joint) return false;
  return prose::coordinatedVerbs(text, sentence, lead).empty();
}

}  // namespace

void check(rule::CompoundLabel, const Passage& passage, Context& context) {
  if (!isLabel(passage) || !passage.lexicon->has(prose::ListId::JoiningWords)) return;
  const auto tokens = passage.tokens();
  const auto fixed = passage.text->find(prose::ListId::FixedPairs);
  for (const prose::Match& joint : passage.text->find(prose::ListId::JoiningWords)) {
    const uint32_t i = joint.first;
    const prose::Token& token = tokens[i];
    if (token.isInBrackets || i == 0 || joint.last == tokens.size()) continue;
    if (llvm::any_of(fixed, [&](const prose::Match& it) { return it.first <= i && i < it.last; })) continue;
    if (isFixedHere(passage, token.begin, context.words(WordsId::FixedTerms))) continue;
    if (joinsObjects(*passage.text, i)) continue;
    context.report(rule::CompoundLabel{}, passage, context.place(passage, joint), passage.plain)
        .help(note::SplitOrName);
    return;
  }
}

}  // namespace cadre::lint
