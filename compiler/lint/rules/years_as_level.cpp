#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

using prose::FunctionWord;
using prose::ListId;
using prose::Mark;
using prose::Match;
using prose::VerbForm;

// Notes of the entries, as runtime/lint/README.md tells them.
constexpr StringRef behindNote = "behind";      // The time is of experience only before such words.
constexpr StringRef countedNote = "counted";    // `a decade` needs no number.
constexpr StringRef asNote = "as";              // Hours count only in `300 hours as a`.
constexpr StringRef fromNote = "from";          // `since`
constexpr StringRef hadNote = "had";            // `has`
constexpr StringRef ownsNote = "owns";          // `brings`
constexpr StringRef doesNote = "does";          // `shows`, of which a chart may be said too
constexpr StringRef pastNote = "past";          // `has worked`
constexpr StringRef amountNote = "amount";      // `at least`
constexpr StringRef activityNote = "activity";  // `practice`

bool isNumber(const prose::Token& token) { return token.word->isNumber || token.word->is(FunctionWord::Number); }

/// How far from the years a word such as `experience` still belongs to them.
constexpr uint32_t reach = 6;

/// The most words between a verb and the number of years: `brings a minimum of at least two years`.
constexpr uint32_t mostAmounts = 5;

/// Hours that are experience are hundreds.
constexpr size_t digitsOfHours = 3;

/// The most words behind `of` that name one kind of work: `of front-line policing`.
constexpr uint32_t mostOfDeed = 4;

std::optional<Match> experienceAt(const Passage& passage, uint32_t at) {
  return passage.text->findAt(ListId::ExperienceWords, at);
}

bool hasNote(const std::optional<Match>& match, StringRef note) { return match && match->entry->note == note; }

/// The first token of `… three years`: the number, a word or two before the years; none without one.
std::optional<uint32_t> numberOf(const Passage& passage, const Match& years) {
  if (years.entry->note == countedNote) return years.first;
  const auto tokens = passage.tokens();
  for (uint32_t at = years.first; at-- > 0 && at + 3 >= years.first;) {
    if (tokens[at + 1].before > Mark::Hyphen && tokens[at + 1].before != Mark::Bracket) return std::nullopt;
    if (isNumber(tokens[at])) return at;
  }
  return std::nullopt;
}

/// What is told of the time, from the first token to the last.
struct Told {
  uint32_t first = 0;
  uint32_t last = 0;
};

/// The word such as `experience` that the years are of, in the same clause; none without one.
std::optional<Match> experienceNear(const Passage& passage, uint32_t first, const Match& years) {
  const auto tokens = passage.tokens();
  const StringRef unit = years.entry->note;
  for (uint32_t at = years.last; at < tokens.size() && at < years.last + reach && tokens[at].before < Mark::Semicolon;
       ++at) {
    const auto match = experienceAt(passage, at);
    if (!match || !(match->entry->note.empty() || match->entry->note == behindNote)) continue;
    // `300 hours as an apprentice`, not `8 hours as a full shift`
    const bool areMany = tokens[first].word->isNumber && tokens[first].word->form.size() >= digitsOfHours;
    if (unit == asNote && (!areMany || at != years.last || match->last != at + 2 ||
                           !tokens[at + 1].word->is(FunctionWord::Determiner)))
      continue;
    return match;
  }
  if (!unit.empty()) return std::nullopt;
  for (uint32_t at = first; at-- > 0 && at + reach >= first && tokens[at + 1].before < Mark::Comma;) {
    const auto match = experienceAt(passage, at);
    if (match && match->entry->note.empty()) return match;
  }
  return std::nullopt;
}

/// `of treasury work in`: what follows the time is a deed, not a thing that was kept for so long (`of bank
/// statements`).
bool isOfDeed(const Passage& passage, uint32_t of) {
  const auto tokens = passage.tokens();
  for (uint32_t at = of + 1; at < tokens.size() && at <= of + mostOfDeed && tokens[at].before <= Mark::Hyphen; ++at) {
    const prose::Word& word = *tokens[at].word;
    if (!word.is(FunctionWord::None) && !word.is(FunctionWord::Conjunction)) return false;
    if (!hasNote(experienceAt(passage, at), activityNote) && !word.canBe(VerbForm::Gerund)) continue;
    const uint32_t next = at + 1;
    if (next == tokens.size() || tokens[next].before >= Mark::Comma || !tokens[next].word->is(FunctionWord::None))
      return true;
  }
  return false;
}

/// `brings`, `has` or `draws on`, of which the time is the object.
std::optional<Told> ownerOf(const Passage& passage, uint32_t first, const Match& years) {
  const auto tokens = passage.tokens();
  if (years.entry->note == asNote) return std::nullopt;
  uint32_t at = first;
  for (uint32_t steps = 0; at > 0 && steps <= mostAmounts && tokens[at].before <= Mark::Hyphen; ++steps) {
    --at;
    for (uint32_t start = at >= 3 ? at - 3 : 0; start <= at; ++start) {
      const auto match = experienceAt(passage, start);
      if (!match || match->last != at + 1) continue;
      const bool has = hasNote(match, hadNote);
      const bool owns = hasNote(match, ownsNote);
      if (!has && !owns && !hasNote(match, doesNote)) continue;
      const uint32_t next = years.last;
      const bool isEnd = next == tokens.size() || tokens[next].before >= Mark::Comma;
      // `Has three months to answer`
      const bool isUsed = has && (isEnd || !tokens[next].word->is(FunctionWord::Particle));
      if (isUsed || (owns && isEnd)) return Told{start, years.last};
      if (has || isEnd) return std::nullopt;
      const prose::Word& word = *tokens[next].word;
      const bool isOf = tokens[next].word->form == "of";
      const bool isDeed = hasNote(experienceAt(passage, next), activityNote);
      if (isOf ? isOfDeed(passage, next) : isDeed || (owns && word.is(FunctionWord::Preposition)))
        return Told{start, years.last};
      return std::nullopt;
    }
    const prose::Word& word = *tokens[at].word;
    const bool isAmount = word.is(FunctionWord::Determiner) || word.is(FunctionWord::Adverb) || isNumber(tokens[at]) ||
                          hasNote(experienceAt(passage, at), amountNote);
    if (!isAmount) return std::nullopt;
  }
  return std::nullopt;
}

/// `Has worked in payroll for at least three years`: the sentence tells what somebody did so long.
std::optional<Told> pastOf(const Passage& passage, uint32_t at, const Match& years) {
  const auto sentences = passage.text->sentences();
  for (const prose::Sentence sentence : sentences) {
    if (at < sentence.first || sentence.last <= at) continue;
    const auto match = experienceAt(passage, sentence.first);
    if (hasNote(match, pastNote)) return Told{sentence.first, years.last};
    const auto tokens = passage.text->tokens(sentence);
    const bool isPerfect = tokens.size() > 2 && tokens[0].word->is(FunctionWord::Have) &&
                           tokens[1].word->canBe(VerbForm::Participle);
    if (isPerfect) return Told{sentence.first, years.last};
  }
  return std::nullopt;
}

std::optional<Told> experienceOf(const Passage& passage, uint32_t number, const Match& years) {
  const auto tokens = passage.tokens();
  if (const auto experience = experienceNear(passage, number, years))
    return Told{std::min(experience->first, number), std::max(experience->last, years.last)};
  const bool isOpen =
      years.entry->note.empty() &&
      passage.plain.slice(tokens[number].begin, tokens[years.first].begin).contains('+');
  if (isOpen) return Told{number, years.last};
  if (const auto owner = ownerOf(passage, number, years)) return owner;
  return years.entry->note == asNote ? std::nullopt : pastOf(passage, number, years);
}

/// `Has driven rigs since 2015`
std::optional<Told> since(const Passage& passage, const Match& from) {
  const auto tokens = passage.tokens();
  constexpr size_t digitsOfYear = 4;
  if (from.last == tokens.size() || !tokens[from.last].word->isNumber ||
      tokens[from.last].word->form.size() != digitsOfYear)
    return std::nullopt;
  return pastOf(passage, from.first, {from.entry, from.first, from.last + 1});
}

}  // namespace

void check(rule::YearsAsLevel, const Passage& passage, Context& context) {
  // What a credential asks for is for its issuer to say.
  if (passage.ownerKind == model::DeclKind::Credential || passage.ownerKind == model::DeclKind::Framework) return;
  eachEntry(passage, context.sources(), ListId::YearWords, [&](const Match& match) {
    std::optional<Told> told;
    if (match.entry->note == fromNote) {
      told = since(passage, match);
    } else if (const auto number = numberOf(passage, match)) {
      told = experienceOf(passage, *number, match);
    }
    if (!told) return;
    context
        .report(rule::YearsAsLevel{}, passage, context.placeOf(passage, told->first, told->last),
                passage.text->words(told->first, told->last))
        .help(note::SayWhatTimeTaught);
  });
}

}  // namespace cadre::lint
