#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::TrivialisingWord, const Passage& passage, Context& context) {
  eachEntry(passage, context.sources(), prose::ListId::Trivialisers, [&](const prose::Match& match) {
    if (!saysWhatIsDemanded(passage)) return;
    auto builder = context.report(rule::TrivialisingWord{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::LeaveOut);
    offer(builder, fmt::format("drop `{}`", passage.text->words(match.first, match.last)),
          context.dropping(passage, match.first, match.last));
  });
}

}  // namespace cadre::lint
