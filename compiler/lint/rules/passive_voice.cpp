#include "lint/opening.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

using prose::FunctionWord;
using prose::Mark;
using prose::VerbForm;

/// The participle behind a form of `be` at token `be`, over adverbs and negations; or none.
std::optional<uint32_t> participleBehind(const Passage& passage, uint32_t be, uint32_t last) {
  const auto tokens = passage.tokens();
  for (uint32_t at = be + 1; at < last && tokens[at].before < Mark::Comma; ++at) {
    const prose::Word& word = *tokens[at].word;
    if (word.is(FunctionWord::Adverb) || word.is(FunctionWord::Negation) ||
        word.is(FunctionWord::Be))
      continue;
    if (!word.is(FunctionWord::None)) return std::nullopt;
    if (word.verb && word.canBe(VerbForm::Participle)) return at;
    // An adverb that no list has, or an adjective.
    if (word.verb) return std::nullopt;
  }
  return std::nullopt;
}

/// Whether a clause of its own begins at a token: who acts there is not what the statement is
/// about.
bool beginsClause(const prose::Word& word) {
  return word.is(FunctionWord::Conjunction) || word.is(FunctionWord::Pronoun) ||
         word.form == "that" || word.form == "which";
}

}  // namespace

void check(rule::PassiveVoice, const Passage& passage, Context& context) {
  const auto tokens = passage.tokens();
  for (const prose::Sentence sentence : passage.text->sentences()) {
    if (leadingVerb(passage, sentence, context).form != prose::LeadForm::None ||
        findHedge(passage, sentence))
      continue;
    for (uint32_t at = sentence.first; at < sentence.last; ++at) {
      const prose::Word& word = *tokens[at].word;
      if (at != sentence.first && beginsClause(word)) break;
      if (!word.is(FunctionWord::Be)) continue;
      if (findOpening(passage, prose::ListId::VagueVerbs, at, sentence)) break;
      if (const auto participle = participleBehind(passage, at, sentence.last))
        context
            .report(rule::PassiveVoice{}, passage, context.placeOf(passage, at, *participle + 1),
                    passage.text->words(at, *participle + 1))
            .help(note::SayWhoActs);
      break;
    }
  }
}

}  // namespace cadre::lint
