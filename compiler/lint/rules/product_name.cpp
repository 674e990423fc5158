#include "lint/competencies.h"
#include "lint/rule.h"

namespace cadre::lint {

void check(rule::ProductName, const Passage& passage, Context& context) {
  if (!isLabel(passage)) return;
  for (const prose::Match& match : passage.text->find(prose::ListId::ProductNames)) {
    auto builder = context.report(rule::ProductName{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    if (match.entry->instead.empty()) {
      builder.help(note::NameTheUse);
    } else {
      builder.help(note::NameTheKindOfTool, match.entry->instead.front());
    }
  }
}

}  // namespace cadre::lint
