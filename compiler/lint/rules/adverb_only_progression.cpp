#include "lint/rule.h"
#include "lint/wording.h"

#include <map>

namespace cadre::lint {

namespace {

/// What a text says of degree, side by side as one: `very good`.
std::vector<std::string> phrasesOf(const prose::Text& text, prose::Lists lists) {
  std::vector<std::string> out;
  uint32_t first = 0;
  uint32_t last = 0;
  const auto close = [&] {
    if (first != last) out.push_back(text.words(first, last).lower());
  };
  for (const prose::Match& match : findDegrees(text, lists)) {
    if (match.first != last || first == last) {
      close();
      first = match.first;
    }
    last = match.last;
  }
  close();
  return out;
}

/// The words of degree of a text that the other text does not have as often.
std::vector<std::string> ownDegrees(const prose::Text& text, const prose::Text& other,
                                    prose::Lists lists) {
  std::map<std::string, int> counts;
  for (const std::string& phrase : phrasesOf(other, lists)) ++counts[phrase];
  std::vector<std::string> out;
  for (const std::string& phrase : phrasesOf(text, lists)) {
    if (--counts[phrase] < 0) out.push_back(phrase);
  }
  return out;
}

std::string listedAll(ArrayRef<std::string> words) {
  std::vector<StringRef> refs(words.begin(), words.end());
  return listed(refs);
}

/// `` `most` in place of `some` ``: what the higher level says, and what it stands for.
std::string change(const std::vector<std::string>& above, const std::vector<std::string>& below) {
  if (above.empty()) return "the missing " + listedAll(below);
  if (below.empty()) return listedAll(above);
  return listedAll(above) + " in place of " + listedAll(below);
}

void tell(const Statement& above, const Statement& below, const Rung& rung, prose::Lists lists,
          Context& context) {
  prose::Text upper;
  prose::Text lower;
  upper.read(above.text->plain, *context.lexicon());
  lower.read(below.text->plain, *context.lexicon());
  context
      .report(rule::AdverbOnlyProgression{}, Place(above.text->span),
              change(ownDegrees(upper, lower, lists), ownDegrees(lower, upper, lists)),
              nameOf(context.model(), rung))
      .label(below.text->span, note::SaidBelow)
      .help(note::DegreesAreOpinions);
}

}  // namespace

void check(rule::AdverbOnlyProgression, const Model&, Context& context) {
  if (!context.lexicon()) return;
  const Ladders& ladders = context.survey().ladders();
  for (const Ladder& ladder : ladders.all()) {
    for (size_t i = 1; i < ladder.rungs.size(); ++i) {
      const Rung& below = ladder.rungs[i - 1];
      for (const Statement& it : ladders.statements(ladder.rungs[i])) {
        const auto others = ladders.statements(below);
        const auto isSame = [&](const Statement& other) { return other.wording == it.wording; };
        if (llvm::any_of(others, isSame)) continue;
        const auto* const same = llvm::find_if(
            others, [&](const Statement& other) { return differsInDegree(it, other).has_value(); });
        if (same != others.end()) tell(it, *same, below, *differsInDegree(it, *same), context);
      }
    }
  }
}

}  // namespace cadre::lint
