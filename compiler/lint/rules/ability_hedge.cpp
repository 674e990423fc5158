#include "lint/list_rule.h"
#include "lint/opening.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

namespace {

/// In which form the verb behind the hedge is to lead: as most indicators do, else as the hedge
/// does.
prose::VerbForm formFor(const Passage& passage, const Hedge& hedge, Context& context) {
  if (passage.is(Role::Indicator)) {
    if (const auto form = verbForm(context.survey().style(passage.language).lead())) return *form;
  }
  const prose::Word& word = *passage.tokens()[hedge.match.first].word;
  const bool isOrder = passage.is(Role::Task) ||
                       (word.canBe(prose::VerbForm::Base) && !word.canBe(prose::VerbForm::Third));
  return isOrder ? prose::VerbForm::Base : prose::VerbForm::Third;
}

struct Rewriting {
  uint32_t last = 0;  ///< The token behind the words that it replaces.
  std::string text;
};

/// The statement without its hedge: `Is able to quickly plan and run` gives `Quickly plans and
/// runs`.
std::optional<Rewriting> withoutHedge(const Passage& passage, prose::Sentence sentence,
                                      const Hedge& hedge, prose::VerbForm form) {
  if (hedge.verb.form == prose::LeadForm::None || !hedge.match.entry->instead.empty())
    return std::nullopt;
  llvm::SmallVector<uint32_t, 4> verbs = {hedge.verb.token};
  for (const uint32_t verb :
       prose::coordinatedVerbs(*passage.text, {hedge.match.last, sentence.last}, hedge.verb))
    verbs.push_back(verb);
  const uint32_t last = verbs.back() + 1;
  const bool isCapital = passage.tokens()[hedge.match.first].isCapital;
  auto text = rewritten(passage, hedge.match.last, last, verbs, form, isCapital);
  if (!text) return std::nullopt;
  return Rewriting{last, std::move(*text)};
}

/// Whether a word behind `and` may be one more verb that was not told from a noun: it would keep
/// its form where the others change theirs.
bool leavesVerb(const Passage& passage, prose::Sentence sentence, const Hedge& hedge,
                uint32_t behind, prose::VerbForm form) {
  if (form == prose::VerbForm::Base) return false;
  const auto tokens = passage.tokens();
  for (uint32_t at = hedge.verb.token + 1; at + 1 < sentence.last; ++at) {
    const prose::Word& next = *tokens[at + 1].word;
    if (!tokens[at].word->is(prose::FunctionWord::Conjunction) || at + 1 < behind) continue;
    if (next.verb && next.canBe(prose::VerbForm::Base)) return true;
  }
  return false;
}

/// `Is able to read and to write`, `Is responsible for ordering tape and cleaning sinks`: more stands in the form
/// that the hedge asks for, which nothing would ask for without it.
bool leavesForm(const Passage& passage, prose::Sentence sentence, const Hedge& hedge, uint32_t behind) {
  const auto tokens = passage.tokens();
  const bool isGerund = hedge.match.last < sentence.last && tokens[hedge.match.last].word->canBe(prose::VerbForm::Gerund);
  for (uint32_t at = std::max(behind, hedge.match.last); at + 1 < sentence.last; ++at) {
    if (!tokens[at].word->is(prose::FunctionWord::Conjunction)) continue;
    const prose::Word& next = *tokens[at + 1].word;
    if (next.is(prose::FunctionWord::Particle)) return true;
    const bool isFor = next.is(prose::FunctionWord::Preposition) && at + 2 < sentence.last;
    const prose::Word& verb = isFor ? *tokens[at + 2].word : next;
    if (isGerund && verb.canBe(prose::VerbForm::Gerund)) return true;
  }
  return false;
}

/// `Can be trusted`: what follows is done to somebody, and nothing that they do is left.
bool isDoneTo(const Passage& passage, prose::Sentence sentence, const Hedge& hedge) {
  const auto tokens = passage.tokens();
  if (hedge.verb.form == prose::LeadForm::None) {
    return hedge.match.last < sentence.last &&
           tokens[hedge.match.last].word->is(prose::FunctionWord::Be);
  }
  return tokens[hedge.verb.token].word->is(prose::FunctionWord::Be);
}

/// What a list says to write for a hedge before a noun: `Demonstrates an understanding of` gives
/// `Explains`.
std::optional<Rewriting> instead(const Passage& passage, const Hedge& hedge, prose::VerbForm form) {
  if (hedge.match.entry->instead.empty()) return std::nullopt;
  const auto [base, rest] = hedge.match.entry->instead.front().split(' ');
  const prose::Word& word = passage.lexicon->lookUp(base);
  const auto verb = word.verb ? passage.lexicon->inflect(*word.verb, form) : std::nullopt;
  if (!verb) return std::nullopt;
  const std::string text = rest.empty() ? *verb : *verb + " " + rest.str();
  return Rewriting{hedge.match.last,
                   passage.tokens()[hedge.match.first].isCapital ? capitalised(text) : text};
}

}  // namespace

void check(rule::AbilityHedge, const Passage& passage, Context& context) {
  if (!saysWhatIsDemanded(passage)) return;
  for (const prose::Sentence sentence : passage.text->sentences()) {
    const auto hedge = findHedge(passage, sentence);
    if (!hedge) continue;
    auto builder =
        context.report(rule::AbilityHedge{}, passage, context.place(passage, hedge->match),
                       passage.text->words(hedge->match.first, hedge->match.last));
    const prose::VerbForm form = formFor(passage, *hedge, context);
    const bool isDone = isDoneTo(passage, sentence, *hedge);
    auto better = isDone ? std::nullopt : withoutHedge(passage, sentence, *hedge, form);
    const bool isWhole = !better || !leavesVerb(passage, sentence, *hedge, better->last, form);
    if (!better && !isDone) better = instead(passage, *hedge, form);
    if (better && leavesForm(passage, sentence, *hedge, better->last)) better.reset();
    if (!better) {
      builder.help(note::SayWhatIsDone);
      continue;
    }
    const uint32_t begin = passage.tokens()[hedge->match.first].begin;
    offer(builder, fmt::format("write `{}`", better->text),
          context.edit(passage, begin, passage.tokens()[better->last - 1].end, better->text),
          hedge->isEmpty && isWhole);
  }
}

}  // namespace cadre::lint
