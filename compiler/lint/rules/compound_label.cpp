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

using prose::FunctionWord;
using prose::VerbForm;

/// Whether verbs are joined that are done to one thing: `Finding and mending faults`.
bool joinsVerbsOfOneObject(ArrayRef<prose::Token> tokens, uint32_t joint) {
  const auto areBoth = [&](VerbForm form) {
    return tokens[joint - 1].word->canBe(form) && tokens[joint + 1].word->canBe(form);
  };
  return joint + 2 < tokens.size() && tokens[joint + 2].before == prose::Mark::None &&
         (areBoth(VerbForm::Gerund) || (areBoth(VerbForm::Third) && joint == 1));
}

bool isPlural(const prose::Token& token) {
  return !token.word->noun.empty() && token.word->noun != token.word->form;
}

/// Whether things of one work are joined: `Making of doors and windows`.
bool joinsThings(ArrayRef<prose::Token> tokens, uint32_t joint) {
  const bool hasPreposition = llvm::any_of(tokens.take_front(joint), [](const prose::Token& it) {
    return it.word->is(FunctionWord::Preposition);
  });
  return hasPreposition && isPlural(tokens[joint - 1]) && llvm::any_of(tokens.drop_front(joint + 1), isPlural);
}

/// Whether the last noun is said of both sides: `Sport and exercise medicine`.
bool sharesHead(const prose::Text& text, uint32_t joint) {
  if (text.tokens()[joint - 1].word->canBe(VerbForm::Gerund)) return false;
  return llvm::any_of(text.find(prose::ListId::SharedHeads),
                      [&](const prose::Match& it) { return it.first > joint + 1 && !text.tokens()[it.first].isInBrackets; });
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
    if (joinsObjects(*passage.text, i) || joinsVerbsOfOneObject(tokens, i) || joinsThings(tokens, i) ||
        sharesHead(*passage.text, i))
      continue;
    context.report(rule::CompoundLabel{}, passage, context.place(passage, joint), passage.plain)
        .help(note::SplitOrName);
    return;
  }
}

}  // namespace cadre::lint
