#include "lint/competencies.h"
#include "lint/rule.h"
#include "lint/wording.h"

namespace cadre::lint {

void check(rule::LongDefinition, const Passage& passage, Context& context) {
  if (!isDefinition(passage)) return;
  const ArrayRef<prose::Sentence> sentences = passage.text->sentences();
  const auto mostSentences = static_cast<size_t>(context.number(OptionId::DefinitionSentences));
  const auto mostWords = static_cast<size_t>(context.number(OptionId::DefinitionWords));
  const auto last = static_cast<uint32_t>(passage.tokens().size());
  // A sentence more does no harm where the words are few enough.
  const bool isShort = sentences.size() == mostSentences + 1 && last <= mostWords;
  if (sentences.size() > mostSentences && !isShort) {
    context.report(rule::LongDefinition{}, passage, context.placeOf(passage, sentences[mostSentences].first, last),
                   counted(sentences.size(), "sentence", "sentences"), std::to_string(mostSentences))
        .help(note::MoveToIndicators);
  } else if (last > mostWords) {
    context.report(rule::LongDefinition{}, passage, wholeOf(passage, context), counted(last, "word", "words"),
                   std::to_string(mostWords))
        .help(note::MoveToIndicators);
  }
}

}  // namespace cadre::lint
