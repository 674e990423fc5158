#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::AbleistLanguage, const Passage& passage, Context& context) {
  eachEntry(passage, context.sources(), prose::ListId::AbleistWords, [&](const prose::Match& match) {
    if (isQualityOfNext(passage, match)) return;
    auto builder = context.report(rule::AbleistLanguage{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::SayItOfTheWork);
  });
}

}  // namespace cadre::lint
