#include "lint/opening.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::PassiveVoice, const Passage& passage, Context& context) {
  for (const prose::Sentence sentence : passage.text->sentences()) {
    if (const auto passive = findPassive(passage, sentence, context))
      context
          .report(rule::PassiveVoice{}, passage,
                  context.placeOf(passage, passive->first, passive->last),
                  passage.text->words(passive->first, passive->last))
          .help(note::SayWhoActs);
  }
}

}  // namespace cadre::lint
