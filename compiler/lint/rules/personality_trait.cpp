#include "lint/competencies.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

void check(rule::PersonalityTrait, const Passage& passage, Context& context) {
  if (!isLabel(passage)) return;
  const auto tokens = passage.tokens();
  const auto matches = passage.text->find(prose::ListId::PersonalityTraits);
  if (matches.empty()) return;
  const bool isWhole = matches.front().first == 0 && matches.front().entry->note == "whole";
  // `Courage` and `Being honest and loyal`, not `Courage under fire regulations`: nothing else is named.
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    const bool isTrait = llvm::any_of(matches, [&](const prose::Match& it) { return it.first <= i && i < it.last; });
    if (!isWhole && !isTrait && tokens[i].word->is(prose::FunctionWord::None)) return;
  }
  context.report(rule::PersonalityTrait{}, passage, context.placeOf(passage, matches.front().first, matches.back().last),
                 passage.plain)
      .help(note::NameTheBehaviour);
}

}  // namespace cadre::lint
