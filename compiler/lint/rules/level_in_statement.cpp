#include "lint/list_rule.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringSwitch.h>

namespace cadre::lint {

namespace {

using prose::FunctionWord;
using prose::Mark;

/// What a word is to a phrase that says how well; its note tells.
enum class Part : uint8_t {
  None,
  Degree,   ///< `advanced`
  Close,    ///< A degree only right before what is known: `working knowledge`.
  Rank,     ///< A degree only of a level: `to a novice standard`.
  Amount,   ///< A degree only of a degree: `a high degree of skill`.
  Rung,     ///< `standard`
  Knowing,  ///< `knowledge`, `skills`
};

Part partOf(const prose::Entry& entry) {
  return llvm::StringSwitch<Part>(entry.note)
      .Case("degree", Part::Degree)
      .Case("close", Part::Close)
      .Case("rank", Part::Rank)
      .Case("amount", Part::Amount)
      .Case("rung", Part::Rung)
      .Case("knowing", Part::Knowing)
      .Default(Part::None);
}

/// The words that may stand between a degree and what is known: `advanced contract negotiation skills`.
constexpr uint32_t mostBetween = 2;

bool isPart(const Passage& passage, uint32_t at, Part part) {
  const auto tokens = passage.tokens();
  if (at >= tokens.size() || tokens[at].before > Mark::Hyphen) return false;
  const auto match = passage.text->findAt(prose::ListId::ProficiencyParts, at);
  return match && match->last == at + 1 && partOf(*match->entry) == part;
}

/// The token behind the word of knowing that is said to have the degree before `at`; none without one.
std::optional<uint32_t> knowingBehind(const Passage& passage, uint32_t at, uint32_t between) {
  const auto tokens = passage.tokens();
  for (const uint32_t end = at + between; at <= end && at < tokens.size(); ++at) {
    if (isPart(passage, at, Part::Knowing)) return at + 1;
    if (tokens[at].before > Mark::Hyphen || !tokens[at].word->is(FunctionWord::None)) return std::nullopt;
  }
  return std::nullopt;
}

/// Behind a degree: `standard`, where `to a` or `at` stands before it and nothing is named by both (`for entry
/// level posts`).
std::optional<uint32_t> rungBehind(const Passage& passage, const prose::Match& match) {
  if (!isPart(passage, match.last, Part::Rung)) return std::nullopt;
  const auto tokens = passage.tokens();
  const uint32_t end = match.last + 1;
  if (end < tokens.size() && tokens[end].before <= Mark::Hyphen && tokens[end].word->is(FunctionWord::None))
    return std::nullopt;
  uint32_t at = match.first;
  if (at > 0 && tokens[at - 1].word->is(FunctionWord::Determiner)) --at;
  if (at == 0) return std::nullopt;
  const prose::Word& before = *tokens[at - 1].word;
  if (!before.is(FunctionWord::Preposition) && !before.is(FunctionWord::Particle)) return std::nullopt;
  return end;
}

/// Behind `high`: `degree of skill`.
std::optional<uint32_t> degreeOfKnowing(const Passage& passage, uint32_t at) {
  if (!isPart(passage, at, Part::Rung) || at + 1 >= passage.tokens().size()) return std::nullopt;
  if (!passage.tokens()[at + 1].word->is(FunctionWord::Preposition)) return std::nullopt;
  return knowingBehind(passage, at + 2, 1);
}

/// The token behind the phrase that an entry begins; none where it says nothing by itself.
std::optional<uint32_t> endOf(const Passage& passage, const prose::Match& match) {
  switch (partOf(*match.entry)) {
    case Part::None:
    case Part::Rung:
    case Part::Knowing: return std::nullopt;
    case Part::Close: return knowingBehind(passage, match.last, 0);
    case Part::Amount: return degreeOfKnowing(passage, match.last);
    case Part::Rank: break;
    case Part::Degree:
      if (const auto end = knowingBehind(passage, match.last, mostBetween)) return end;
      break;
  }
  if (const auto end = degreeOfKnowing(passage, match.last)) return end;
  return rungBehind(passage, match);
}

}  // namespace

void check(rule::LevelInStatement, const Passage& passage, Context& context) {
  llvm::SmallVector<prose::Sentence, 4> told;
  eachEntry(passage, context.sources(), prose::ListId::ProficiencyWords, [&](const prose::Match& match) {
    told.push_back({match.first, match.last});
    auto builder = context.report(rule::LevelInStatement{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::SayWhatIsKnown);
  });
  eachEntry(passage, context.sources(), prose::ListId::ProficiencyParts, [&](const prose::Match& match) {
    const auto end = endOf(passage, match);
    if (!end || llvm::any_of(told, [&](prose::Sentence it) { return match.first < it.last && it.first < *end; })) return;
    told.push_back({match.first, *end});
    context
        .report(rule::LevelInStatement{}, passage, context.placeOf(passage, match.first, *end),
                passage.text->words(match.first, *end))
        .help(note::SayWhatIsKnown);
  });
}

}  // namespace cadre::lint
