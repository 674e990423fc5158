#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::SeveralSentences, const Passage& passage, Context& context) {
  const auto most = static_cast<size_t>(context.number(OptionId::SeveralSentencesSentences));
  const auto sentences = passage.text->sentences();
  if (sentences.size() <= most) return;
  const prose::Sentence next = sentences[most];
  context
      .report(rule::SeveralSentences{}, passage, context.placeOf(passage, next.first, next.last),
              inWords(sentences.size()))
      .help(note::ABulletEach);
}

}  // namespace cadre::lint
