#include "lint/opening.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

using prose::FunctionWord;

/// `when I ask`, `what I issued`: what stands before it joins a clause of its own.
bool opensClause(const prose::Token& before) {
  return before.word->is(FunctionWord::Conjunction) || before.word->is(FunctionWord::Pronoun);
}

/// Behind a verb, not a word that it qualifies: `the hood I issued at noon`, not `class I listed buildings`.
bool endsClause(const Passage& passage, uint32_t at) {
  const auto tokens = passage.tokens();
  return at >= tokens.size() || tokens[at].before != prose::Mark::None || !tokens[at].word->is(FunctionWord::None);
}

/// `US` is a country, and the `I` of `class I` a number.
bool isPronoun(const Passage& passage, const prose::Match& match) {
  const auto tokens = passage.tokens();
  const prose::Token& token = tokens[match.first];
  if (token.isAllCaps) return false;
  if (token.end - token.begin > 1) return true;
  if (match.last == tokens.size() || !token.isCapital) return false;
  const prose::Word& next = *tokens[match.last].word;
  const bool begins = match.first == 0 || token.before >= prose::Mark::Colon;
  if (!begins && passage.text->findAt(prose::ListId::Exceptions, match.first - 1)) return false;
  return next.is(FunctionWord::Modal) || next.is(FunctionWord::Be) || next.is(FunctionWord::Have) ||
         next.is(FunctionWord::Auxiliary) ||
         (begins && (next.is(FunctionWord::Adverb) || next.canBe(prose::VerbForm::Base))) ||
         (match.first > 0 && opensClause(tokens[match.first - 1]) && next.canBe(prose::VerbForm::Base)) ||
         (next.canBe(prose::VerbForm::Past) && endsClause(passage, match.last + 1));
}

}  // namespace

void check(rule::PersonalPronoun, const Passage& passage, Context& context) {
  // What a framework says of itself may well speak of `our guests`.
  if (passage.is(Role::About) && !passage.competency) return;
  for (const prose::Match& match : passage.text->find(prose::ListId::PersonalPronouns)) {
    const bool isPublisher = passage.is(Role::About) && match.entry->note == "publisher";
    if (isPublisher || !isPronoun(passage, match) || isQuoted(passage, match.first)) continue;
    context
        .report(rule::PersonalPronoun{}, passage, context.place(passage, match),
                passage.text->words(match.first, match.last))
        .help(note::SpeakOfTheRole);
    return;
  }
}

}  // namespace cadre::lint
