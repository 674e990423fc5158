#include "lint/opening.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::NoLeadingVerb, const Passage& passage, Context& context) {
  const prose::Sentence sentence = passage.text->sentences().front();
  if (leadingVerb(passage, sentence, context).form != prose::LeadForm::None) return;
  // What other rules say more exactly.
  const auto begins = [&](prose::ListId list) {
    return passage.text->findAt(list, sentence.first).has_value();
  };
  if (findHedge(passage, sentence) || begins(prose::ListId::PersonalPronouns)) return;
  if (findOpening(passage, prose::ListId::VagueVerbs, sentence.first, sentence)) return;
  if (passage.is(Role::Task) &&
      (begins(prose::ListId::KnowledgePrefixes) || begins(prose::ListId::SkillPrefixes) ||
       begins(prose::ListId::AbilityPrefixes)))
    return;
  if (isKnowledge(passage, context.model())) return;
  context
      .report(rule::NoLeadingVerb{}, passage,
              context.place(passage, passage.tokens()[sentence.first]),
              passage.text->words(sentence.first, sentence.first + 1))
      .help(note::BeginWithTheVerb);
}

}  // namespace cadre::lint
