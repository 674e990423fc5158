#include "lint/opening.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

/// Whether the kind of the competency is one of those that the project leaves to knowledge.
bool isLeftAlone(const Passage& passage, Context& context) {
  if (isKnowledge(passage, context.model())) return true;
  const auto kinds = context.words(WordsId::VagueVerbKinds);
  return passage.competency && passage.competency->kind &&
         llvm::is_contained(kinds, context.model()[passage.competency->kind].name.str());
}

/// Reports the entry that a verb begins; false without one.
bool reportAt(const Passage& passage, prose::Sentence sentence, uint32_t first, Context& context) {
  const auto match = findOpening(passage, prose::ListId::VagueVerbs, first, sentence);
  if (!match) return false;
  // `Apprend aux patients à …` teaches.
  if (passage.text->findAt(prose::ListId::Exceptions, match->first)) return false;
  // `Known for their reliability` tells what others know.
  const prose::Word& word = *passage.tokens()[first].word;
  const bool isParticiple = word.canBe(prose::VerbForm::Participle) &&
                            !word.canBe(prose::VerbForm::Base) && !word.is(prose::FunctionWord::Be);
  if (isParticiple) return false;
  auto builder = context.report(rule::VagueVerb{}, passage, context.place(passage, *match),
                                passage.text->words(match->first, match->last));
  if (!match->entry->instead.empty())
    builder.help(note::SayWhatIsSeen, listed(match->entry->instead, "or"));
  return true;
}

}  // namespace

void check(rule::VagueVerb, const Passage& passage, Context& context) {
  if (!passage.text->mayBegin().meets(prose::Lists(prose::ListId::VagueVerbs) | prose::ListId::Copulas)) return;
  // `Understanding of …` is no task at all.
  if (passage.is(Role::Task) && context.isOn(RuleId::StatementPrefix) &&
      beginsAnotherSort(passage, 0))
    return;
  for (const prose::Sentence sentence : passage.text->sentences()) {
    // `Knows how to weld` is a hedge before a verb that can be seen.
    if (isLeftAlone(passage, context) || findHedge(passage, sentence)) continue;
    if (reportAt(passage, sentence, sentence.first, context)) continue;
    const prose::Lead lead = leadingVerb(passage, sentence, context);
    if (lead.form == prose::LeadForm::None) continue;
    if (lead.token != sentence.first && reportAt(passage, sentence, lead.token, context)) continue;
    for (const uint32_t verb : prose::coordinatedVerbs(*passage.text, sentence, lead)) {
      if (reportAt(passage, sentence, verb, context)) break;
    }
  }
}

}  // namespace cadre::lint
