#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

/// `explains the tariff simply to clients`: behind what is done, one word says how.
bool saysHow(const Passage& passage, const prose::Match& match) {
  const auto tokens = passage.tokens();
  if (match.last != match.first + 1 || match.first == 0 || tokens[match.first].before >= prose::Mark::Comma) return false;
  if (match.last == tokens.size() || tokens[match.last].before >= prose::Mark::Comma) return true;
  const prose::Word& next = *tokens[match.last].word;
  return next.is(prose::FunctionWord::Preposition) || next.is(prose::FunctionWord::Particle) ||
         next.is(prose::FunctionWord::Conjunction);
}

}  // namespace

void check(rule::TrivialisingWord, const Passage& passage, Context& context) {
  eachEntry(passage, context.sources(), prose::ListId::Trivialisers, [&](const prose::Match& match) {
    if (!saysWhatIsDemanded(passage) || saysHow(passage, match)) return;
    auto builder = context.report(rule::TrivialisingWord{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::LeaveOut);
    // A noun or adjective does not go alone: an empty right side says what does.
    const bool canGo = match.entry->hasInstead && match.entry->instead.empty() && !isOneOfAdverbs(passage, match);
    if (canGo)
      offer(builder, fmt::format("drop `{}`", passage.text->words(match.first, match.last)),
            context.dropping(passage, match.first, match.last));
  });
}

}  // namespace cadre::lint
