#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::VagueQuantity, const Passage& passage, Context& context) {
  eachEntry(passage, context.sources(), prose::ListId::VagueQuantities, [&](const prose::Match& match) {
    // `a range of 5 to 10` says how many.
    const bool saysNumber = match.last < passage.tokens().size() && passage.tokens()[match.last].word->isNumber;
    if (saysNumber || standsBehind(passage, prose::ListId::MeasuringWords, match.first)) return;
    auto builder = context.report(rule::VagueQuantity{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::SayHowMany);
  });
}

}  // namespace cadre::lint
