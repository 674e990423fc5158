#include "lint/competencies.h"
#include "lint/opening.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

/// Whether a reader may take the first words for a verb and what it is done to (`Heat and cool
/// chocolate`, `Stock machines`), though `heat` alone is more often a noun.
bool mayLead(const prose::Text& text) {
  using prose::VerbForm;
  const auto tokens = text.tokens();
  const prose::Word& first = *tokens.front().word;
  const prose::Verb* verb = first.verb;
  if (!verb || verb->asVerb == 0 || tokens.size() < 2) return false;
  const prose::Word& next = *tokens[1].word;
  // `Staff in this area …`
  if (llvm::is_contained({"in", "at", "within", "across"}, next.form) && verb->asNoun > verb->asVerb)
    return false;
  // `Support for adults`
  if (next.form == "for" && verb->asNoun > 20) return false;
  return (first.canBe(VerbForm::Base) || first.canBe(VerbForm::Third)) && tokens[1].before == prose::Mark::None &&
         next.form != "of" && !next.is(prose::FunctionWord::Be) && !next.is(prose::FunctionWord::Modal);
}

/// Whether the verb stands behind an introduction (`Based on an examination, decides …`).
bool leadsBehindIntroduction(const prose::Text& text) {
  using prose::FunctionWord;
  const prose::Sentence sentence = text.sentences().front();
  const prose::Word& first = *text.tokens().front().word;
  if (!first.is(FunctionWord::Preposition) && !first.is(FunctionWord::Conjunction) &&
      !first.is(FunctionWord::Adverb) && !(first.verb && first.canBe(prose::VerbForm::Participle)))
    return false;
  for (uint32_t i = sentence.first + 1; i < sentence.last; ++i) {
    if (text.tokens()[i].before != prose::Mark::Comma) continue;
    if (prose::leadOf(text, {i, sentence.last}).form != prose::LeadForm::None) return true;
  }
  return false;
}

}  // namespace

void check(rule::DefinitionStyle, const Passage& passage, Context& context) {
  if (!isDefinition(passage)) return;
  if (isKnowledge(*static_cast<const Competency*>(passage.owner), context.model())) return;
  const prose::Text& text = *passage.text;
  if (const auto opener = text.findAt(prose::ListId::DefinitionOpeners, 0)) {
    context.report(rule::DefinitionStyle{}, passage, context.place(passage, *opener),
                   text.words(opener->first, opener->last))
        .help(note::BeginWithVerb);
    return;
  }
  const prose::Word& first = *text.tokens().front().word;
  // `To be aware of …`
  if (first.is(prose::FunctionWord::Particle)) return;
  // `How officers secure a scene`
  const bool isTopic =
      llvm::is_contained({"how", "why", "what"}, first.form) && !leadsBehindIntroduction(text);
  if (!isTopic && prose::leadOf(text, text.sentences().front()).form != prose::LeadForm::None)
    return;
  if (!isTopic && (mayLead(text) || leadsBehindIntroduction(text))) return;
  context.report(rule::DefinitionStyle{}, passage, context.placeOf(passage, 0, 1), text.words(0, 1))
      .help(note::BeginWithVerb);
}

}  // namespace cadre::lint
