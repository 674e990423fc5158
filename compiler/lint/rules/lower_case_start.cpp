#include "lint/opening.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

void check(rule::LowerCaseStart, const Passage& passage, Context& context) {
  const prose::Token& first = passage.tokens().front();
  if (first.isCapital) return;
  const Style& style = context.survey().style(passage.language);
  constexpr size_t fewest = 5;
  const size_t all = style.capitals + style.smalls;
  if (all < fewest || style.capitals * 5 < all * 4) return;
  // `pH`, `npm-check`, `2 metres`: names and numbers are written as they are.
  const StringRef word = passage.text->words(0, 1);
  if (!llvm::all_of(word, [](char c) { return llvm::isLower(c) || c == '-'; })) return;
  const Span span = context.place(passage, first);
  const StringRef source = context.sources().text(span.file).take_front(span.begin);
  if (source.ends_with("`")) return;
  auto builder = context.report(rule::LowerCaseStart{}, passage, span, word);
  builder.note(note::SoManyCapitals, style.capitals, all);
  const std::string written = capitalised(word);
  offer(builder, fmt::format("write `{}`", written),
        context.edit(passage, first.begin, first.end, written));
}

}  // namespace cadre::lint
