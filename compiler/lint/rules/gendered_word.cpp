#include "lint/list_rule.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::FunctionWord;

bool isPronoun(const Passage& passage, const prose::Match& match) {
  return passage.tokens()[match.first].word->is(FunctionWord::Pronoun);
}

/// `Asks the woman about her pain`: the text says of whom it speaks.
bool namesThePerson(const Passage& passage) {
  if (!passage.text->mayHold().contains(prose::ListId::SexNamed)) return false;
  return !passage.text->find(prose::ListId::SexNamed).empty();
}

/// What follows would have to change with it: `he checks`, `they check`. Entries of which the list says
/// more than what to write are such.
bool needsMore(const Passage& passage, const prose::Match& match) {
  if (match.entry->note.empty() || match.last == passage.tokens().size()) return false;
  const prose::Word& next = *passage.tokens()[match.last].word;
  return next.canBe(prose::VerbForm::Third) || next.is(FunctionWord::Be) || next.is(FunctionWord::Have) ||
         next.is(FunctionWord::Auxiliary);
}

}  // namespace

void check(rule::GenderedWord, const Passage& passage, Context& context) {
  const auto found = [&](const prose::Match& match) {
    if (isPronoun(passage, match) && namesThePerson(passage)) return;
    auto builder = context.report(rule::GenderedWord{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::WriteNeutrally);
    if (match.entry->instead.empty() || needsMore(passage, match)) return;
    offer(builder, fmt::format("write {}", choices(*match.entry)),
          context.replacing(passage, match.first, match.last, match.entry->instead.front()));
  };
  eachEntry(passage, context.sources(), prose::ListId::GenderedWords, found, {}, Capitals::Titles);
}

}  // namespace cadre::lint
