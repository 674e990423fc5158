#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::LevelInStatement, const Passage& passage, Context& context) {
  eachEntry(passage, context.sources(), prose::ListId::ProficiencyWords, [&](const prose::Match& match) {
    auto builder = context.report(rule::LevelInStatement{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::SayWhatIsKnown);
  });
}

}  // namespace cadre::lint
