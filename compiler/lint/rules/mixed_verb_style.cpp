#include "lint/opening.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

namespace {

/// Indicators that lead with a verb in this form.
size_t countOf(const Style& style, prose::LeadForm form) {
  switch (form) {
    case prose::LeadForm::None: return style.none;
    case prose::LeadForm::Third: return style.third;
    case prose::LeadForm::Imperative: return style.imperative;
    case prose::LeadForm::Gerund: return style.gerund;
    case prose::LeadForm::Past: return style.past;
  }
  llvm_unreachable("every form has a case");
}

/// Whether the form is beyond doubt: words such as `open` and `advanced` are more often no verbs.
bool isPlain(const Passage& passage, prose::Sentence sentence, prose::Lead lead) {
  const prose::Word& word = *passage.tokens()[lead.token].word;
  const prose::Word* next =
      lead.token + 1 < sentence.last ? passage.tokens()[lead.token + 1].word : nullptr;
  const bool hasObject = next && next->is(prose::FunctionWord::Determiner);
  if (lead.form == prose::LeadForm::Past)
    return hasObject && (lead.token == sentence.first ||
                         !passage.tokens()[lead.token - 1].word->is(prose::FunctionWord::Have));
  if (lead.form != prose::LeadForm::Imperative) return true;
  const bool isOftenVerb =
      word.verb && word.verb->asVerb >= word.verb->asNoun + word.verb->asAdjective;
  const bool beforePlural =
      next && next->is(prose::FunctionWord::None) && next->noun.size() < next->form.size();
  return isOftenVerb || hasObject || beforePlural;
}

}  // namespace

void check(rule::MixedVerbStyle, const Passage& passage, Context& context) {
  const prose::Sentence sentence = passage.text->sentences().front();
  const prose::Lead lead = leadingVerb(passage, sentence, context);
  if (lead.form == prose::LeadForm::None) return;
  const Style& style = context.survey().style(passage.language);
  const auto usual = usualLead(style);
  if (!usual || *usual == lead.form) return;
  const prose::Token& token = passage.tokens()[lead.token];
  const prose::VerbForm form = *verbForm(*usual);
  if (!isPlain(passage, sentence, lead)) return;
  // The form may be right in both readings (`set`), and a hedge goes with its own fix.
  if (!token.word->verb || token.word->canBe(form) || findHedge(passage, sentence)) return;
  const auto wanted = passage.lexicon->inflect(*token.word->verb, form);
  if (!wanted) return;
  auto builder = context.report(rule::MixedVerbStyle{}, passage, context.place(passage, token),
                                passage.text->words(lead.token, lead.token + 1),
                                token.isCapital ? capitalised(*wanted) : *wanted);
  builder.note(note::SoBeginMost, countOf(style, *usual),
               style.third + style.imperative + style.gerund + style.past);
  llvm::SmallVector<uint32_t, 4> verbs = {lead.token};
  for (const uint32_t verb : prose::coordinatedVerbs(*passage.text, sentence, lead))
    verbs.push_back(verb);
  if (const auto text =
          rewritten(passage, lead.token, verbs.back() + 1, verbs, form, token.isCapital))
    offer(builder, fmt::format("write `{}`", *text),
          context.edit(passage, token.begin, passage.tokens()[verbs.back()].end, *text));
}

}  // namespace cadre::lint
