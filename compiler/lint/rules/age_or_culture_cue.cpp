#include "lint/list_rule.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::AgeOrCultureCue, const Passage& passage, Context& context) {
  // A category may be a field of study: the care of the elderly, native speakers' grammar.
  if (passage.ownerKind == model::DeclKind::Category) return;
  const auto found = [&](const prose::Match& match) {
    if (isQualityOfNext(passage, match)) return;
    auto builder = context.report(rule::AgeOrCultureCue{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::SayWhatWorkAsks);
  };
  // Nations have capitals: `Canadian-born`.
  eachEntry(passage, context.sources(), prose::ListId::AgeCulture, found, {}, Capitals::Titles);
}

}  // namespace cadre::lint
