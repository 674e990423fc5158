#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::AgeOrCultureCue, const Passage& passage, Context& context) {
  // A category may be a field of study: the care of the elderly, native speakers' grammar.
  if (passage.ownerKind == model::DeclKind::Category) return;
  eachEntry(passage, context.sources(), prose::ListId::AgeCulture, [&](const prose::Match& match) {
    auto builder = context.report(rule::AgeOrCultureCue{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::SayWhatWorkAsks);
  });
}

}  // namespace cadre::lint
