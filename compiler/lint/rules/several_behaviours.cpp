#include "lint/opening.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::FunctionWord;
using prose::ListId;

/// The words from token `first` up to `last` as a statement of their own.
std::string asStatement(const Passage& passage, uint32_t first, uint32_t last) {
  return capitalised(passage.text->words(first, last));
}

/// The token behind the words that belong to the verb at `verb`: what joins it to the next one is
/// left out.
uint32_t endOf(const Passage& passage, uint32_t verb, uint32_t next) {
  const auto tokens = passage.tokens();
  // `… and, where it is upheld, drafts`
  for (uint32_t at = next - 1; at > verb; --at) {
    if (tokens[at].word->is(FunctionWord::Conjunction) &&
        tokens[at + 1].before == prose::Mark::Comma)
      return at;
  }
  while (tokens[next - 1].word->is(FunctionWord::Conjunction) ||
         tokens[next - 1].word->is(FunctionWord::Adverb))
    --next;
  return next;
}

/// One statement for each verb, where each has words of its own; else none.
std::optional<std::vector<std::string>> split(const Passage& passage, prose::Sentence sentence,
                                              ArrayRef<uint32_t> verbs) {
  std::vector<std::string> out;
  for (size_t i = 0; i < verbs.size(); ++i) {
    const uint32_t first = i == 0 ? sentence.first : verbs[i];
    const uint32_t last =
        i + 1 < verbs.size() ? endOf(passage, verbs[i], verbs[i + 1]) : sentence.last;
    if (last <= verbs[i] + 1) return std::nullopt;
    // `Asks for and gives feedback`: the object comes later.
    const prose::Word& end = *passage.tokens()[last - 1].word;
    if (i + 1 < verbs.size() &&
        (end.is(FunctionWord::Preposition) || end.is(FunctionWord::Particle)))
      return std::nullopt;
    out.push_back(asStatement(passage, first, last));
  }
  return out;
}

}  // namespace

void check(rule::SeveralBehaviours, const Passage& passage, Context& context) {
  for (const prose::Sentence sentence : passage.text->sentences()) {
    prose::Lead lead = leadingVerb(passage, sentence, context);
    uint32_t first = lead.token;
    if (const auto hedge = findHedge(passage, sentence)) {
      lead = hedge->verb;
      first = hedge->match.first;
    }
    if (lead.form == prose::LeadForm::None) continue;
    auto further = prose::coordinatedVerbs(*passage.text, sentence, lead);
    const auto added = prose::addedVerbs(*passage.text, sentence, lead);
    further.append(added.begin(), added.end());
    if (further.empty()) continue;
    llvm::sort(further);
    // `copies and pastes` is one thing to do.
    if (const auto pair = passage.text->findAt(ListId::VerbPairs, lead.token);
        pair && pair->last > further.back())
      continue;

    llvm::SmallVector<uint32_t, 4> verbs = {lead.token};
    verbs.append(further.begin(), further.end());
    llvm::SmallVector<std::string, 4> folded;
    for (const uint32_t verb : verbs) folded.push_back(passage.tokens()[verb].word->form.str());
    const llvm::SmallVector<StringRef, 4> names(folded.begin(), folded.end());
    auto builder = context.report(rule::SeveralBehaviours{}, passage,
                                  context.place(passage, passage.tokens()[further.front()]),
                                  inWords(verbs.size()), listed(names));
    builder.label(context.place(passage, passage.tokens()[lead.token]), note::FirstBehaviour);
    verbs.front() = lead.token;
    // What is added stands in a form of its own: an author splits it better.
    const auto parts = added.empty() ? split(passage, {first, sentence.last}, verbs) : std::nullopt;
    if (!parts) {
      builder.help(note::OneStatementEach);
      continue;
    }
    llvm::SmallVector<StringRef, 4> written(parts->begin(), parts->end());
    builder.help(note::SplitInto, listed(written));
  }
}

}  // namespace cadre::lint
