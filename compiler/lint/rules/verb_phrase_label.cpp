#include "lint/competencies.h"
#include "lint/habit.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::FunctionWord;
using prose::LeadForm;

using prose::VerbForm;
using prose::Word;

/// `To Chair a Meeting`, `We Put Residents First`, `Can Read Drawings`, `Drivers Log Their Hours`: a
/// sentence, or an infinitive, whatever its verb.
bool isSentence(ArrayRef<prose::Token> tokens) {
  const auto word = [&](size_t at) -> const Word& { return *tokens[at].word; };
  if (word(0).form == "let's") return true;
  if (tokens.size() < 2) return false;
  if (word(0).form == "be") return true;
  // `Don't Blame Colleagues`, `Being Able to Mediate`
  if (word(0).is(FunctionWord::Auxiliary) && word(0).form != "do" && word(1).canBe(VerbForm::Base))
    return true;
  if (word(0).form == "being" && llvm::is_contained({"able", "capable"}, word(1).form)) return true;
  const bool isHowTo = word(0).form == "how" && word(1).form == "to";
  const size_t to = isHowTo ? 1 : 0;
  if (word(to).form == "to")
    return to + 1 < tokens.size() &&
           (word(to + 1).canBe(VerbForm::Base) || word(to + 1).form == "be");
  const bool isPerson =
      llvm::is_contained({"i", "we", "you", "they", "everyone", "everybody", "nobody"}, word(0).form);
  if (isPerson)
    return word(1).canBe(VerbForm::Base) || word(1).canBe(VerbForm::Third) ||
           word(1).is(FunctionWord::Modal) || word(1).is(FunctionWord::Be);
  if (word(0).is(FunctionWord::Modal)) return word(1).canBe(VerbForm::Base);
  const bool isPlural = word(0).noun.size() < word(0).form.size();
  return tokens.size() > 3 && isPlural && word(1).canBe(VerbForm::Base) &&
         tokens[1].before == prose::Mark::None &&
         llvm::is_contained({"their", "the", "a", "an", "our", "your"}, word(2).form);
}

/// `Recruits Top Talent`: before an adjective and what it belongs to, a noun in the plural stands not.
bool isBeforeAdjective(ArrayRef<prose::Token> tokens, prose::Lead lead) {
  if (lead.form != LeadForm::Third || lead.token + 2 >= tokens.size()) return false;
  const Word& next = *tokens[lead.token + 1].word;
  const Word& last = *tokens.back().word;
  const bool isAdjective =
      next.is(FunctionWord::None) &&
      ((!next.verb && (next.form.ends_with("able") || next.form.ends_with("ible") || next.form.ends_with("ous") ||
       next.form.ends_with("ful"))) ||
       llvm::is_contained({"new", "top", "complex", "simple", "strong", "high"}, next.form));
  const bool isPlural = last.noun.size() < last.form.size();
  return isAdjective && (isPlural || (!last.verb && !last.form.ends_with("ion") &&
                                      !last.form.ends_with("ment")));
}

/// Whether a reader takes a title for an order or a sentence. Many verbs are nouns too (`Design`,
/// `Report writing`): those that mostly are count only where an article follows.
bool isVerbPhrase(const prose::Text& text) {
  if (text.tokens().empty()) return false;
  if (text.findAt(prose::ListId::AbilityPrefixes, 0)) return true;
  if (text.lexicon()->language() == "en" && isSentence(text.tokens())) return true;
  // `Stop and Search`, `Lift Truck Operation`: words that are a term together.
  if (text.findAt(prose::ListId::FixedPairs, 0) || text.findAt(prose::ListId::NounCompounds, 0))
    return false;
  const prose::Lead lead = prose::leadOf(text, text.sentences().front());
  if (lead.form != LeadForm::Third && lead.form != LeadForm::Imperative) return false;
  const auto tokens = text.tokens();
  // `Report writing` and `Call handling` are called after what is done.
  if (tokens.back().word->canBe(prose::VerbForm::Gerund)) return false;
  const bool isFollowed = lead.token + 1 < tokens.size();
  // `Lifts`, `Drives`: things.
  if (!isFollowed && lead.form == LeadForm::Third) return false;
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
  // `Use of the smoker`: what can be a noun is one before `of`, which hardly any verb takes that is a noun too.
  if (isFollowed && verb->asNoun > 0 && tokens[lead.token + 1].before == prose::Mark::None &&
      tokens[lead.token + 1].word->form == "of")
    return false;
  if (isBeforeAdjective(tokens, lead)) return true;
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
    const Place place = titlePlace(*competency, context);
    auto builder = context.report(rule::VerbPhraseLabel{}, isWay ? Place(place).ofFramework(model).knownBy("") : place,
                                  competency->title.plain);
    builder.help(note::CallItByANoun);
    if (!isWay) continue;
    builder.note(note::SoAreOthers, found.size() - 1);
    break;
  }
}

}  // namespace cadre::lint
