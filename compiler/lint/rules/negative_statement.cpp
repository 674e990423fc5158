#include "lint/opening.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::NegativeStatement, const Passage& passage, Context& context) {
  for (const prose::Sentence sentence : passage.text->sentences()) {
    const auto match = passage.text->findAt(prose::ListId::Negations, sentence.first);
    if (!match) continue;
    // `Without supervision, welds a joint` says what is done.
    const prose::Lead lead = leadingVerb(passage, sentence, context);
    const auto behind = passage.tokens().slice(match->last, sentence.last - match->last);
    const bool introduces =
        lead.form != prose::LeadForm::None && lead.token > match->last &&
        llvm::any_of(behind.take_front(lead.token - match->last + 1),
                     [](const prose::Token& token) { return token.before == prose::Mark::Comma; });
    if (introduces) continue;
    context
        .report(rule::NegativeStatement{}, passage, context.place(passage, *match),
                passage.text->words(match->first, match->last))
        .help(note::SayWhatIsDoneInstead);
  }
}

}  // namespace cadre::lint
