#include "lint/competencies.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

void check(rule::LabelLength, const Passage& passage, Context& context) {
  if (!isLabel(passage)) return;
  // What brackets add explains the label and is not part of it.
  const auto words = static_cast<size_t>(
      llvm::count_if(passage.tokens(), [](const prose::Token& it) { return !it.isInBrackets; }));
  const auto most = static_cast<size_t>(context.number(OptionId::LabelWords));
  if (words <= most) return;
  context.report(rule::LabelLength{}, passage, wholeOf(passage, context), words, most)
      .help(note::SayTheRestInAbout);
}

}  // namespace cadre::lint
