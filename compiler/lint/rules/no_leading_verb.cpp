#include "lint/opening.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

using prose::FunctionWord;

/// `Although you …`: an introduction to what a reader is told.
bool introducesReader(const Passage& passage, prose::Sentence sentence) {
  const prose::Word& first = *passage.tokens()[sentence.first].word;
  const bool introduces = first.mayBe(FunctionWord::Conjunction) ||
                          first.is(FunctionWord::Preposition) || first.is(FunctionWord::Adverb);
  return introduces &&
         llvm::any_of(passage.text->find(prose::ListId::PersonalPronouns),
                      [&](const prose::Match& match) { return match.first < sentence.last; });
}

}  // namespace

void check(rule::NoLeadingVerb, const Passage& passage, Context& context) {
  const prose::Sentence sentence = passage.text->sentences().front();
  if (leadingVerb(passage, sentence, context).form != prose::LeadForm::None) return;
  if (prose::mayBeLed(*passage.text, sentence)) return;
  // What other rules say more exactly.
  const auto begins = [&](prose::ListId list) {
    return passage.text->findAt(list, sentence.first).has_value();
  };
  if (findHedge(passage, sentence) || begins(prose::ListId::PersonalPronouns)) return;
  if (findOpening(passage, prose::ListId::VagueVerbs, sentence.first, sentence)) return;
  if (introducesReader(passage, sentence)) return;
  if (context.isOn(RuleId::NegativeStatement) && begins(prose::ListId::Negations)) return;
  if (context.isOn(RuleId::PassiveVoice) && findPassive(passage, sentence, context)) return;
  if (passage.is(Role::Task) && beginsAnotherSort(passage, sentence.first)) return;
  if (isKnowledge(passage, context.model())) return;
  context
      .report(rule::NoLeadingVerb{}, passage,
              context.place(passage, passage.tokens()[sentence.first]),
              passage.text->words(sentence.first, sentence.first + 1))
      .help(note::BeginWithTheVerb);
}

}  // namespace cadre::lint
