#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

using prose::Mark;

bool isNumber(const prose::Token& token) { return token.word->isNumber || token.word->is(prose::FunctionWord::Number); }

/// How far from the years a word such as `experience` still belongs to them.
constexpr uint32_t reach = 6;

/// The first token of `… three years`: the number, a word or two before the years; none without one.
std::optional<uint32_t> numberOf(const Passage& passage, uint32_t years) {
  const auto tokens = passage.tokens();
  for (uint32_t at = years; at-- > 0 && at + 3 >= years;) {
    if (tokens[at + 1].before > Mark::Hyphen && tokens[at + 1].before != Mark::Bracket) return std::nullopt;
    if (isNumber(tokens[at])) return at;
  }
  return std::nullopt;
}

/// The word such as `experience` that the years are of, in the same clause; none without one.
std::optional<prose::Match> experienceNear(const Passage& passage, uint32_t first, uint32_t last) {
  const auto tokens = passage.tokens();
  const auto found = [&](uint32_t at) { return passage.text->findAt(prose::ListId::ExperienceWords, at); };
  for (uint32_t at = last; at < tokens.size() && at < last + reach && tokens[at].before < Mark::Semicolon; ++at) {
    if (const auto match = found(at)) return match;
  }
  for (uint32_t at = first; at-- > 0 && at + reach >= first && tokens[at + 1].before < Mark::Comma;) {
    if (const auto match = found(at)) return match;
  }
  return std::nullopt;
}

}  // namespace

void check(rule::YearsAsLevel, const Passage& passage, Context& context) {
  // What a credential asks for is for its issuer to say.
  if (passage.ownerKind == model::DeclKind::Credential || passage.ownerKind == model::DeclKind::Framework) return;
  eachEntry(passage, context.sources(), prose::ListId::YearWords, [&](const prose::Match& match) {
    const auto number = numberOf(passage, match.first);
    if (!number) return;
    const auto tokens = passage.tokens();
    const bool isOpen = passage.plain.slice(tokens[*number].begin, tokens[match.first].begin).contains('+');
    const auto experience = experienceNear(passage, *number, match.last);
    if (!experience && !isOpen) return;
    const uint32_t first = experience ? std::min(experience->first, *number) : *number;
    const uint32_t last = experience ? std::max(experience->last, match.last) : match.last;
    context.report(rule::YearsAsLevel{}, passage, context.placeOf(passage, first, last), passage.text->words(first, last))
        .help(note::SayWhatTimeTaught);
  });
}

}  // namespace cadre::lint
