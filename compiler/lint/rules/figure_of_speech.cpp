#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::FigureOfSpeech, const Passage& passage, Context& context) {
  eachEntry(passage, context.sources(), prose::ListId::FiguresOfSpeech, [&](const prose::Match& match) {
    if (namesAnotherThing(passage, match)) return;
    auto builder = context.report(rule::FigureOfSpeech{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::SayItPlainly);
  });
}

}  // namespace cadre::lint
