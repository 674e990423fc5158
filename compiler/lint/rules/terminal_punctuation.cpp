#include "lint/rule.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

void check(rule::TerminalPunctuation, const Passage& passage, Context& context) {
  if (passage.text->sentences().size() != 1) return;
  const Style& style = context.survey().style(passage.language);
  // Where both are common neither is the rule.
  constexpr size_t fewest = 5;
  const size_t all = style.stops + style.noStops;
  const bool wantsStop = style.stops > style.noStops;
  const size_t most = wantsStop ? style.stops : style.noStops;
  if (all < fewest || most * 5 < all * 4) return;

  const StringRef plain = passage.plain.rtrim();
  const bool hasStop = plain.ends_with(".");
  if (hasStop == wantsStop) return;
  const auto end = static_cast<uint32_t>(plain.size());
  const prose::Token& last = passage.tokens().back();
  if (hasStop) {
    // The period of `etc.` belongs to the word, that of `...` to what is left out.
    if (plain.ends_with("..") || passage.lexicon->isAbbreviation(last.word->form)) return;
    auto builder = context.report(rule::TerminalPunctuation{}, passage,
                                  context.place(passage, end - 1, end), "with", most, all);
    offer(builder, "remove the period", context.edit(passage, end - 1, end, ""), true);
    return;
  }
  // Behind other marks (`?`, `:`) no period is missing.
  StringRef closing = plain.drop_front(last.end);
  if (last.end != end &&
      !(closing.consume_front(")") || closing.consume_front("”") || closing.consume_front("\"")))
    return;
  if (!closing.empty()) return;
  const StringRef word = plain.slice(last.begin, end);
  auto builder = context.report(rule::TerminalPunctuation{}, passage,
                                context.place(passage, last.begin, end), "without", most, all);
  offer(builder, "add a period", context.edit(passage, last.begin, end, (word + ".").str()), true);
}

}  // namespace cadre::lint
