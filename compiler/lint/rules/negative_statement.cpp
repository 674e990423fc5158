#include "lint/opening.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

using prose::ListId;
using prose::Match;
using prose::Token;

/// An entry that begins the sentence, and behind which stands what it asks for: `Quits overloading the cord`.
std::optional<Match> openingNegation(const Passage& passage, prose::Sentence sentence) {
  const auto match = passage.text->findAt(ListId::Negations, sentence.first);
  if (!match || match->entry->note.empty()) return match;
  const bool isDoing = match->last < sentence.last && passage.tokens()[match->last].word->canBe(prose::VerbForm::Gerund);
  return isDoing ? match : std::nullopt;
}

/// `Without supervision, welds a joint` says what is done.
bool introduces(const Passage& passage, const Match& match, prose::Sentence sentence, prose::Lead lead) {
  if (lead.form == prose::LeadForm::None || lead.token <= match.last) return false;
  const auto behind = passage.tokens().slice(match.last, sentence.last - match.last);
  return llvm::any_of(behind.take_front(lead.token - match.last + 1),
                      [](const Token& token) { return token.before == prose::Mark::Comma; });
}

/// `Leaves no nails in the board`: the verb and the word that denies its object. None where the verb tells that
/// something is absent: `Verifies no voltage at the busbar`.
std::optional<Match> deniedObject(const Passage& passage, prose::Sentence sentence, prose::Lead lead) {
  const uint32_t at = lead.token + 1;
  if (lead.form == prose::LeadForm::None || at + 1 >= sentence.last) return std::nullopt;
  if (passage.tokens()[lead.token].word->lists.contains(ListId::AbsenceVerbs)) return std::nullopt;
  if (passage.tokens()[at].before != prose::Mark::None || passage.text->findAt(ListId::Exceptions, at)) return std::nullopt;
  const auto match = passage.text->findAt(ListId::DeniedObjects, at);
  if (!match) return std::nullopt;
  // `no 5`: a number; `no, or`: an answer.
  const Token& next = passage.tokens()[std::min(match->last, sentence.last - 1)];
  if (next.word->isNumber || (match->last < sentence.last && next.before != prose::Mark::None)) return std::nullopt;
  return Match{match->entry, lead.token, match->last};
}

}  // namespace

void check(rule::NegativeStatement, const Passage& passage, Context& context) {
  for (const prose::Sentence sentence : passage.text->sentences()) {
    const prose::Lead lead = leadingVerb(passage, sentence, context);
    auto match = openingNegation(passage, sentence);
    if (match && introduces(passage, *match, sentence, lead)) match.reset();
    if (!match) match = deniedObject(passage, sentence, lead);
    if (!match) continue;
    context
        .report(rule::NegativeStatement{}, passage, context.place(passage, *match),
                passage.text->words(match->first, match->last))
        .help(note::SayWhatIsDoneInstead);
  }
}

}  // namespace cadre::lint
