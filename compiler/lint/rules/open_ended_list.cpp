#include "lint/competencies.h"
#include "lint/list_rule.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/Sequence.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

/// Nothing of the clause follows, so that the words can go and leave a sentence.
bool isTail(const Passage& passage, const prose::Match& match) {
  return match.last == passage.tokens().size() || passage.tokens()[match.last].before >= prose::Mark::Comma;
}

/// The sentence that the words stand in, or null.
const prose::Sentence* sentenceOf(const Passage& passage, const prose::Match& match) {
  const auto sentences = passage.text->sentences();
  const auto* const found =
      llvm::find_if(sentences, [&](prose::Sentence it) { return it.first <= match.first && match.first < it.last; });
  return found == sentences.end() ? nullptr : found;
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
/// of guests and/or residents`. What is done, and to what, stands before the first preposition or form in -ing
/// (`binds reports using staples and/or glue`).
bool isAside(const Passage& passage, const prose::Match& match) {
  if (passage.is(Role::Indicator) || passage.is(Role::Task)) return false;
  if (!passage.text->words(match.first, match.last).contains('/') || joinsVerbs(passage, match)) return false;
  const prose::Sentence* const sentence = sentenceOf(passage, match);
  if (!sentence) return false;
  const prose::Lead lead = prose::leadOf(*passage.text, *sentence);
  const uint32_t first = lead.form == prose::LeadForm::None ? sentence->first : lead.token;
  return llvm::any_of(llvm::seq(first, match.first), [&](uint32_t at) {
    return isPreposition(passage, at) || (at > first && passage.tokens()[at].word->canBe(prose::VerbForm::Gerund));
  });
}

bool joins(const prose::Word& word) { return word.lists.contains(prose::ListId::JoiningWords); }

/// `which may offend and/or may break the law`: a fact is told there, nothing asked.
bool joinsFacts(const Passage& passage, const prose::Match& match) {
  const bool isPair = passage.text->words(match.first, match.last).contains('/');
  return isPair && match.last < passage.tokens().size() &&
         passage.tokens()[match.last].word->is(prose::FunctionWord::Modal);
}

/// `if necessary` in a definition: it tells what the work covers, and not when somebody is to be seen at it.
bool isOccasion(const Passage& passage, const prose::Match& match) {
  const prose::Word& first = *passage.tokens()[match.first].word;
  return isDefinition(passage) && first.mayBe(prose::FunctionWord::Conjunction) && !joins(first);
}

/// What joins the last two of a list when the tail is gone: the word that it begins with (`and so on`), or for
/// an abbreviation (`etc.`) the first that the language has. Empty for a condition (`as needed`).
StringRef joinerOf(const Passage& passage, const prose::Match& match) {
  const prose::Word& first = *passage.tokens()[match.first].word;
  if (joins(first)) return first.form;
  if (match.last - match.first > 1 || !passage.lexicon->isAbbreviation(first.form)) return {};
  for (const prose::Entry* const entry : passage.lexicon->entries(prose::ListId::JoiningWords)) {
    const bool isWord = llvm::isAlpha(entry->text.front());
    if (isWord && passage.lexicon->lookUp(entry->text).is(prose::FunctionWord::Conjunction)) return entry->text;
  }
  return {};
}

/// What is no item of a list, where it follows a comma: `, in winter`, `, if late`.
bool beginsAside(const prose::Word& word) {
  using enum prose::FunctionWord;
  return word.is(Preposition) || word.is(Conjunction) || word.is(Pronoun) || word.is(Adverb) || word.is(Particle);
}

/// The first token of the last item before the tail, where a comma stands before it and nothing joins it to the
/// others: the `tape` of `Brings cables, tape and so on`. Commas before the verb close an introduction.
std::optional<uint32_t> looseItem(const Passage& passage, const prose::Match& match) {
  const prose::Sentence* const sentence = sentenceOf(passage, match);
  if (!sentence) return std::nullopt;
  const prose::Lead lead = prose::leadOf(*passage.text, *sentence);
  const uint32_t first = lead.form == prose::LeadForm::None ? sentence->first : lead.token;
  const auto tokens = passage.tokens();
  for (uint32_t at = match.first - 1; at > first && at < match.first; --at) {
    if (joins(*tokens[at].word) || tokens[at].before > prose::Mark::Comma) return std::nullopt;
    if (tokens[at].before == prose::Mark::Comma)
      return beginsAside(*tokens[at].word) ? std::nullopt : std::optional(at);
  }
  return std::nullopt;
}

/// Nothing but the mark that ends a sentence follows the words: no bracket, and no comma behind a period.
bool endsPlainly(const Passage& passage, const prose::Match& match) {
  const StringRef rest = passage.plain.substr(passage.tokens()[match.last - 1].end).ltrim(".!?");
  return rest.empty() || llvm::isSpace(rest.front());
}

/// Takes the tail away, and joins what is then the last of a list.
std::optional<Edit> droppingTail(const Passage& passage, const prose::Match& match, Context& context) {
  const auto tokens = passage.tokens();
  const bool isLast = match.last == tokens.size() || tokens[match.last].before >= prose::Mark::Stop;
  if (isLast && !endsPlainly(passage, match)) return std::nullopt;
  const StringRef joiner = isLast && match.first > 0 ? joinerOf(passage, match) : StringRef();
  const auto item = joiner.empty() ? std::nullopt : looseItem(passage, match);
  if (!item) return context.dropping(passage, match.first, match.last);
  const StringRef words = passage.text->words(*item, match.first);
  return context.edit(passage, tokens[*item - 1].end, tokens[match.last - 1].end, fmt::format(" {} {}", joiner, words));
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

/// `such as relevant methods`: the `as` opens examples.
bool isOfExamples(const Passage& passage, const prose::Match& match) {
  return match.first > 0 && passage.text->findAt(prose::ListId::ExampleOpeners, match.first - 1).has_value();
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
    if (isAside(passage, match) || isOccasion(passage, match) || joinsFacts(passage, match) || namesCondition(passage, match) || (isTailOnly && !isTail(passage, match)) ||
        describesField(passage) || isOfExamples(passage, match))
      return;
    const StringRef words = passage.text->words(match.first, match.last);
    auto builder = context.report(rule::OpenEndedList{}, passage, context.place(passage, match), words);
    if (isTailOnly) {
      builder.help(note::NameWhatCounts);
    } else {
      advise(builder, *match.entry, note::NameWhatCounts);
    }
    // `Does whatever is needed` keeps nothing to do: its entry says what to do instead.
    const bool canGo = isTailOnly || match.entry->note.empty();
    if (canGo && isTail(passage, match))
      offer(builder, fmt::format("drop `{}`", words), droppingTail(passage, match, context));
  });
}

}  // namespace cadre::lint
