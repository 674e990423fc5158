#include "lint/competencies.h"
#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

bool isConjunction(const Passage& passage, uint32_t token) {
  return token < passage.tokens().size() && passage.tokens()[token].before < prose::Mark::Semicolon &&
         passage.tokens()[token].word->is(prose::FunctionWord::Conjunction);
}

/// Whether the sentence stands without the words: not where they are one of two that `and` joins, nor where
/// the verb is one of them (`works well`).
bool canGo(const Passage& passage, const prose::Match& match) {
  if (!match.entry->instead.empty()) return false;
  if (isConjunction(passage, match.last) || isOneOfAdverbs(passage, match)) return false;
  if (match.first == 0 || !isConjunction(passage, match.first - 1)) return true;
  return match.last < passage.tokens().size() && passage.tokens()[match.last].before == prose::Mark::None &&
         passage.tokens()[match.last].word->verb != nullptr;
}

}  // namespace

void check(rule::EmptyAdverb, const Passage& passage, Context& context) {
  if (!saysWhatIsDemanded(passage)) return;
  const auto found = [&](const prose::Match& match) {
    // What there is to know is praised, not the work: `the art of drawing maps that clearly show the rock`.
    if (isDefinition(passage) && describesField(passage)) return;
    if (standsBehind(passage, prose::ListId::MeasuringWords, match.first)) return;
    const StringRef words = passage.text->words(match.first, match.last);
    auto builder = context.report(rule::EmptyAdverb{}, passage, context.place(passage, match), words);
    advise(builder, *match.entry, note::SayHowOneSees);
    if (canGo(passage, match))
      offer(builder, fmt::format("drop `{}`", words), context.dropping(passage, match.first, match.last));
  };
  eachEntry(passage, context.sources(), prose::ListId::EmptyAdverbs, found, prose::ListId::AbilityHedges);
}

}  // namespace cadre::lint
