#include "lint/list_rule.h"
#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::FunctionWord;

bool isPronoun(const Passage& passage, const prose::Match& match) {
  return passage.tokens()[match.first].word->is(FunctionWord::Pronoun);
}

/// Whether what a pronoun of one sex owns ends at token `at`: `his wife`, `her elderly father`.
bool isOwned(const Passage& passage, uint32_t at) {
  constexpr uint32_t mostWordsBetween = 2;
  const auto tokens = passage.tokens();
  for (uint32_t words = 0; at > 0 && words <= mostWordsBetween; ++words, --at) {
    if (tokens[at].before >= prose::Mark::Comma) return false;
    const prose::Word& before = *tokens[at - 1].word;
    if (!before.is(FunctionWord::None)) return before.lists.contains(prose::ListId::GenderedWords);
  }
  return false;
}

/// `Asks the woman about her pain`: the text says of whom it speaks. `The patient and his wife` says no
/// more of the patient than `his` does.
bool namesThePerson(const Passage& passage, const prose::Match& match) {
  if (!passage.text->mayHold().contains(prose::ListId::SexNamed)) return false;
  return llvm::any_of(passage.text->find(prose::ListId::SexNamed), [&](const prose::Match& it) {
    const bool isInside = match.first <= it.first && it.last <= match.last;
    return !isInside && !isOwned(passage, it.first);
  });
}

/// `the king and his wives`, `husband and wife`: a word for the sex itself, which only another may excuse.
bool namesSex(const Passage& passage, const prose::Match& match) {
  return passage.tokens()[match.first].word->lists.contains(prose::ListId::SexNamed);
}

/// `stewards/stewardesses`, `a waiter or waitress`: the other sex is named beside it, by a word of one root.
bool namesBoth(const Passage& passage, const prose::Match& match) {
  constexpr size_t root = 4;
  const auto tokens = passage.tokens();
  if (match.last != match.first + 1) return false;
  const StringRef form = tokens[match.first].word->form;
  const auto isOther = [&](uint32_t at) {
    const StringRef other = tokens[at].word->form;
    return other != form && form.size() > root && other.starts_with(form.take_front(root));
  };
  const auto joins = [&](uint32_t at) { return tokens[at].word->is(FunctionWord::Conjunction); };
  if (match.first > 0 && tokens[match.first].before == prose::Mark::Slash) return isOther(match.first - 1);
  if (match.last < tokens.size() && tokens[match.last].before == prose::Mark::Slash) return isOther(match.last);
  if (match.first > 1 && joins(match.first - 1) && isOther(match.first - 2)) return true;
  return match.last + 1 < tokens.size() && joins(match.last) && isOther(match.last + 1);
}

/// What follows would have to change with it: `he checks`, `they check`. Entries of which the list says
/// more than what to write are such.
bool needsMore(const Passage& passage, const prose::Match& match) {
  if (match.entry->note.empty() || match.last == passage.tokens().size()) return false;
  const prose::Word& next = *passage.tokens()[match.last].word;
  return next.canBe(prose::VerbForm::Third) || next.is(FunctionWord::Be) || next.is(FunctionWord::Have) ||
         next.is(FunctionWord::Auxiliary);
}

/// `gives her the drug`: whom, not whose; the list writes `their`.
bool isObject(const Passage& passage, const prose::Match& match) {
  const auto tokens = passage.tokens();
  if (!isPronoun(passage, match) || match.entry->instead.empty() || match.entry->instead.front() != "their") return false;
  return match.last == tokens.size() || tokens[match.last].before != prose::Mark::None ||
         !tokens[match.last].word->is(FunctionWord::None);
}

/// A pronoun that stays as it is (`he reads`) wants the others to stay, too.
bool anotherStays(const Passage& passage, const prose::Match& match) {
  return isPronoun(passage, match) &&
         llvm::any_of(passage.text->find(prose::ListId::GenderedWords), [&](const prose::Match& it) {
           return it.first != match.first && isPronoun(passage, it) && (it.entry->instead.empty() || needsMore(passage, it));
         });
}

}  // namespace

void check(rule::GenderedWord, const Passage& passage, Context& context) {
  const auto found = [&](const prose::Match& match) {
    if ((isPronoun(passage, match) || namesSex(passage, match)) && namesThePerson(passage, match)) return;
    if (namesBoth(passage, match)) return;
    auto builder = context.report(rule::GenderedWord{}, passage, context.place(passage, match),
                                  passage.text->words(match.first, match.last));
    advise(builder, *match.entry, note::WriteNeutrally);
    if (match.entry->instead.empty() || needsMore(passage, match) || isObject(passage, match) ||
        anotherStays(passage, match))
      return;
    offer(builder, fmt::format("write {}", choices(*match.entry)),
          context.replacing(passage, match.first, match.last, match.entry->instead.front()));
  };
  eachEntry(passage, context.sources(), prose::ListId::GenderedWords, found, {}, Capitals::Titles);
}

}  // namespace cadre::lint
