#include "lint/list_rule.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/Sequence.h>

namespace cadre::lint {

namespace {

/// Nothing of the clause follows, so that the words can go and leave a sentence.
bool isTail(const Passage& passage, const prose::Match& match) {
  return match.last == passage.tokens().size() || passage.tokens()[match.last].before >= prose::Mark::Comma;
}

/// `identify and/or resolve`
bool joinsVerbs(const Passage& passage, const prose::Match& match) {
  const auto tokens = passage.tokens();
  if (match.first == 0 || match.last == tokens.size()) return false;
  const auto areBoth = [&](prose::VerbForm form) {
    return tokens[match.first - 1].word->canBe(form) && tokens[match.last].word->canBe(form);
  };
  return areBoth(prose::VerbForm::Base) || areBoth(prose::VerbForm::Third);
}

/// `of guests`, `to guests`; not the `to` of `to repair`.
bool isPreposition(const Passage& passage, uint32_t at) {
  const prose::Word& word = *passage.tokens()[at].word;
  if (word.is(prose::FunctionWord::Preposition)) return true;
  const bool leadsVerb = at + 1 < passage.tokens().size() && passage.tokens()[at + 1].word->canBe(prose::VerbForm::Base);
  return word.is(prose::FunctionWord::Particle) && word.mayBe(prose::FunctionWord::Preposition) && !leadsVerb;
}

/// `and/or` between words that only say more of something, where nobody is assessed by them: `the rights
/// of guests and/or residents`. What is done, and to what, stands before the first preposition.
bool isAside(const Passage& passage, const prose::Match& match) {
  if (passage.is(Role::Indicator) || passage.is(Role::Task)) return false;
  if (!passage.text->words(match.first, match.last).contains('/') || joinsVerbs(passage, match)) return false;
  const auto sentences = passage.text->sentences();
  const auto* const sentence =
      llvm::find_if(sentences, [&](prose::Sentence it) { return it.first <= match.first && match.first < it.last; });
  if (sentence == sentences.end()) return false;
  const prose::Lead lead = prose::leadOf(*passage.text, *sentence);
  const uint32_t first = lead.form == prose::LeadForm::None ? sentence->first : lead.token;
  return llvm::any_of(llvm::seq(first, match.first), [&](uint32_t at) { return isPreposition(passage, at); });
}

/// Entries with this note say something only where their clause ends: `gloves, boots and more`, not `and more
/// than twice`.
constexpr StringRef tail = "tail";

/// `as applicable law requires`: the adjective belongs to the noun behind it, and the condition is named.
bool namesCondition(const Passage& passage, const prose::Match& match) {
  const auto tokens = passage.tokens();
  if (match.last != match.first + 2 || match.last == tokens.size() ||
      tokens[match.first].word->is(prose::FunctionWord::None))
    return false;
  const prose::Token& next = tokens[match.last];
  return next.before == prose::Mark::None && next.word->is(prose::FunctionWord::None) && !next.word->verb &&
         !next.word->isNumber;
}

/// `Scans cartons, totes …`: three dots behind the last word.
bool trailsOff(const Passage& passage) {
  const StringRef end = passage.plain.rtrim();
  return !passage.tokens().empty() && (end.ends_with("...") || end.ends_with("…"));
}

void reportDots(const Passage& passage, Context& context) {
  const auto tokens = static_cast<uint32_t>(passage.tokens().size());
  const StringRef end = passage.plain.rtrim();
  const StringRef dots = end.ends_with("…") ? "…" : "...";
  context.report(rule::OpenEndedList{}, passage, context.placeOf(passage, tokens - 1, tokens), dots)
      .help(note::NameWhatCounts);
}

}  // namespace

void check(rule::OpenEndedList, const Passage& passage, Context& context) {
  if (!saysWhatIsDemanded(passage) || passage.owner->status == model::Status::Retired) return;
  if (trailsOff(passage)) reportDots(passage, context);
  if (!passage.text->mayHold().contains(prose::ListId::OpenEnded)) return;
  eachEntry(passage, context.sources(), prose::ListId::OpenEnded, [&](const prose::Match& match) {
    const bool isTailOnly = match.entry->note == tail;
    if (isAside(passage, match) || namesCondition(passage, match) || (isTailOnly && !isTail(passage, match))) return;
    const StringRef words = passage.text->words(match.first, match.last);
    auto builder = context.report(rule::OpenEndedList{}, passage, context.place(passage, match), words);
    if (isTailOnly)
      builder.help(note::NameWhatCounts);
    else
      advise(builder, *match.entry, note::NameWhatCounts);
    // `Does whatever is needed` keeps nothing to do: its entry says what to do instead.
    const bool canGo = isTailOnly || match.entry->note.empty();
    if (canGo && isTail(passage, match))
      offer(builder, fmt::format("drop `{}`", words), context.dropping(passage, match.first, match.last));
  });
}

}  // namespace cadre::lint
