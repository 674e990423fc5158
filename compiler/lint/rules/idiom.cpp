#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::Idiom, const Passage& passage, Context& context) {
  eachEntry(passage, context.sources(), prose::ListId::Idioms, [&](const prose::Match& match) {
    auto builder = context.report(rule::Idiom{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::SayItPlainly);
  });
}

}  // namespace cadre::lint
