#include "lint/competencies.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::DefinitionStyle, const Passage& passage, Context& context) {
  if (!isDefinition(passage)) return;
  const prose::Text& text = *passage.text;
  if (const auto opener = text.findAt(prose::ListId::DefinitionOpeners, 0)) {
    context.report(rule::DefinitionStyle{}, passage, context.place(passage, *opener),
                   text.words(opener->first, opener->last))
        .help(note::BeginWithVerb);
    return;
  }
  // `To be aware of …`
  if (text.tokens().front().word->is(prose::FunctionWord::Particle)) return;
  if (prose::leadOf(text, text.sentences().front()).form != prose::LeadForm::None) return;
  context.report(rule::DefinitionStyle{}, passage, context.placeOf(passage, 0, 1), text.words(0, 1))
      .help(note::BeginWithVerb);
}

}  // namespace cadre::lint
