#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

namespace {

/// Nothing of the clause follows, so that the words can go and leave a sentence.
bool isTail(const Passage& passage, const prose::Match& match) {
  return match.last == passage.tokens().size() || passage.tokens()[match.last].before >= prose::Mark::Comma;
}

}  // namespace

void check(rule::OpenEndedList, const Passage& passage, Context& context) {
  if (!saysWhatIsDemanded(passage)) return;
  eachEntry(passage, context.sources(), prose::ListId::OpenEnded, [&](const prose::Match& match) {
    const StringRef words = passage.text->words(match.first, match.last);
    auto builder = context.report(rule::OpenEndedList{}, passage, context.place(passage, match), words);
    advise(builder, *match.entry, note::NameWhatCounts);
    if (isTail(passage, match))
      offer(builder, fmt::format("drop `{}`", words), context.dropping(passage, match.first, match.last));
  });
}

}  // namespace cadre::lint
