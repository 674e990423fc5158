#include "lint/list_rule.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

/// A thing of which the idiom speaks stands elsewhere in the text, so it is meant: `swing the wrecking
/// ball, then drop the ball`.
bool isLiteral(const Passage& passage, const prose::Match& match) {
  const auto tokens = passage.tokens();
  const auto isSaidAgain = [&](const prose::Token& token) {
    const prose::Word& word = *token.word;
    if (word.function != prose::FunctionWord::None || word.isNumber) return false;
    const auto isSame = [&](const prose::Token& it) { return it.word->stemId == word.stemId; };
    return llvm::any_of(tokens.take_front(match.first), isSame) || llvm::any_of(tokens.drop_front(match.last), isSame);
  };
  return llvm::any_of(tokens.slice(match.first, match.last - match.first), isSaidAgain);
}

}  // namespace

void check(rule::Idiom, const Passage& passage, Context& context) {
  eachEntry(passage, context.sources(), prose::ListId::Idioms, [&](const prose::Match& match) {
    if (isLiteral(passage, match) || namesAnotherThing(passage, match)) return;
    auto builder = context.report(rule::Idiom{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::SayItPlainly);
  });
}

}  // namespace cadre::lint
