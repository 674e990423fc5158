#include "lint/competencies.h"
#include "lint/habit.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

using prose::FunctionWord;
using prose::LeadForm;

/// Whether a reader takes a title for an order or a sentence. Many verbs are nouns too (`Design`,
/// `Report writing`): those that mostly are count only where an article follows.
bool isVerbPhrase(const prose::Text& text) {
  if (text.tokens().empty()) return false;
  if (text.findAt(prose::ListId::AbilityPrefixes, 0)) return true;
  const prose::Lead lead = prose::leadOf(text, text.sentences().front());
  if (lead.form != LeadForm::Third && lead.form != LeadForm::Imperative) return false;
  const auto tokens = text.tokens();
  // `Report writing` and `Call handling` are called after what is done.
  if (tokens.back().word->canBe(prose::VerbForm::Gerund)) return false;
  const bool isFollowed = lead.token + 1 < tokens.size();
  // `Conduct and culture`: only another verb makes a verb of the first.
  if (isFollowed && tokens[lead.token + 1].word->is(FunctionWord::Conjunction) &&
      prose::coordinatedVerbs(text, text.sentences().front(), lead).empty())
    return false;
  if (isFollowed && tokens[lead.token + 1].before == prose::Mark::None) {
    const prose::Word& next = *tokens[lead.token + 1].word;
    if (next.is(FunctionWord::Determiner) || next.is(FunctionWord::Pronoun)) return true;
  }
  const prose::Verb* verb = tokens[lead.token].word->verb;
  if (!verb) return false;
  const bool isCounted = verb->asVerb + verb->asNoun + verb->asAdjective > 0;
  return !isCounted || (verb->asVerb > 5 * verb->asNoun && verb->asVerb > verb->asAdjective);
}

}  // namespace

void check(rule::VerbPhraseLabel, const Model& model, Context& context) {
  prose::Lexicon* lexicon = context.lexicon();
  if (!lexicon || !lexicon->hasVerbs()) return;
  prose::Text text;
  std::vector<const Competency*> found;
  const ArrayRef<model::CompetencyId> all = context.survey().competencies();
  for (const model::CompetencyId id : all) {
    text.read(model[id].title.plain, *lexicon);
    if (isVerbPhrase(text)) found.push_back(&model[id]);
  }
  const bool isWay = isHabit(found.size(), all.size(), habitOfCompetencies);
  for (const Competency* competency : found) {
    auto builder = context.report(rule::VerbPhraseLabel{}, titlePlace(*competency, context), competency->title.plain);
    builder.help(note::CallItByANoun);
    if (!isWay) continue;
    builder.note(note::SoAreOthers, found.size() - 1);
    break;
  }
}

}  // namespace cadre::lint
