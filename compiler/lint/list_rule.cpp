#include "lint/list_rule.h"

#include "lint/locate.h"
#include "lint/rule.h"
#include "lint/wording.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::lint {

namespace {

using prose::Lists;
using prose::ListId;
using prose::Mark;
using prose::Match;
using prose::Sentence;
using prose::Token;

bool contains(const Match& outer, const Match& inner) { return outer.first <= inner.first && inner.last <= outer.last; }

bool liesIn(const Passage& passage, ListId list, const Match& match) {
  if (!passage.text->mayHold().contains(list)) return false;
  return llvm::any_of(passage.text->find(list), [&](const Match& it) { return contains(it, match); });
}

bool liesInAny(const Passage& passage, Lists lists, const Match& match) {
  if (!passage.text->mayHold().meets(lists)) return false;
  const auto inOne = [&](ListId list) { return lists.contains(list) && liesIn(passage, list, match); };
#define LIST(id, ...) \
  if (inOne(ListId::id)) return true;
#include "prose/lists.def"
  return false;
}

/// Bytes `begin` up to `end` stand between two marks of quotation.
bool isBetween(StringRef text, StringRef open, StringRef close, uint32_t begin, uint32_t end) {
  size_t at = text.find(open);
  while (at != StringRef::npos && at < begin) {
    const size_t shut = text.find(close, at + open.size());
    if (shut == StringRef::npos) return false;
    if (shut >= end) return true;
    at = text.find(open, shut + close.size());
  }
  return false;
}

bool isQuoted(StringRef text, uint32_t begin, uint32_t end) {
  return isBetween(text, "\"", "\"", begin, end) || isBetween(text, "“", "”", begin, end) ||
         isBetween(text, "«", "»", begin, end) || isBetween(text, "‘", "’", begin, end) ||
         isBetween(text, " '", "' ", begin, end);
}

/// The source shows the words as code, or as the title of a link.
bool isCodeOrLink(StringRef source, const Passage& passage, uint32_t begin, uint32_t end) {
  if (!source.contains('`') && !source.contains("](")) return false;
  const auto place = locate(source, passage.plain, begin, end);
  if (!place) return true;
  if (source.take_front(place->begin).count('`') % 2 == 1) return true;
  const size_t open = source.take_front(place->begin).rfind('[');
  if (open == StringRef::npos) return false;
  const size_t close = source.find(']', open);
  return close >= place->end && close != StringRef::npos && source.substr(close).starts_with("](");
}

/// Each word of a sentence that carries meaning has a capital: capitals tell nothing.
bool isTitle(const Passage& passage, Sentence sentence) {
  return llvm::all_of(passage.text->tokens(sentence), [](const Token& it) {
    return it.isCapital || it.word->isNumber || it.word->function != prose::FunctionWord::None;
  });
}

bool isNamePart(const Token& token) {
  return token.isCapital && !token.isAllCaps && token.word->function == prose::FunctionWord::None;
}

/// Part of a name: `the Excellent Care Standard`, or capitals of an abbreviation (`HIS`).
bool isName(const Passage& passage, const Match& match, Capitals capitals) {
  const auto tokens = passage.tokens();
  if (!tokens[match.first].isCapital) return false;
  const auto sentences = passage.text->sentences();
  const auto* const sentence =
      llvm::find_if(sentences, [&](Sentence it) { return it.first <= match.first && match.first < it.last; });
  if (sentence == sentences.end() || isTitle(passage, *sentence)) return false;
  if (match.last == match.first + 1 && tokens[match.first].isAllCaps) return true;
  const bool leads = match.first == sentence->first;
  if (match.last < sentence->last && tokens[match.last].before == Mark::None && isNamePart(tokens[match.last])) return true;
  if (leads) return false;
  const bool followsColon = tokens[match.first].before >= Mark::Colon;
  if (followsColon) return false;
  const bool hasNameBefore = match.first - 1 > sentence->first && tokens[match.first].before == Mark::None &&
                             isNamePart(tokens[match.first - 1]);
  return hasNameBefore || capitals == Capitals::Names;
}

/// The word that follows `match` without a mark between and is no word of grammar or circumstance; null for none.
const prose::Word* contentBehind(const Passage& passage, const Match& match) {
  const auto tokens = passage.tokens();
  if (match.last == tokens.size() || tokens[match.last].before != Mark::None) return nullptr;
  const prose::Word& next = *tokens[match.last].word;
  const bool isContent = next.is(prose::FunctionWord::None) && !next.isNumber && !next.form.ends_with("ly");
  return isContent ? &next : nullptr;
}

}  // namespace

void eachEntry(const Passage& passage, const SourceManager& sources, ListId list,
               llvm::function_ref<void(const Match&)> found, Lists above, Capitals capitals) {
  if (passage.owner->status == model::Status::Retired) return;
  for (const Match& match : passage.text->find(list)) {
    const uint32_t begin = passage.tokens()[match.first].begin;
    const uint32_t end = passage.tokens()[match.last - 1].end;
    if (liesIn(passage, ListId::Exceptions, match) || liesInAny(passage, above, match) ||
        isName(passage, match, capitals) || isQuoted(passage.plain, begin, end) ||
        isCodeOrLink(sources.text(passage.span), passage, begin, end))
      continue;
    found(match);
  }
}

bool namesAnotherThing(const Passage& passage, const Match& match) {
  constexpr uint32_t verbArticleThing = 3;
  if (match.last - match.first < verbArticleThing) return false;
  const bool isThing = passage.tokens()[match.last - 2].word->is(prose::FunctionWord::Determiner);
  return isThing && contentBehind(passage, match) != nullptr;
}

bool isQualityOfNext(const Passage& passage, const Match& match) {
  constexpr uint32_t articleQuality = 2;
  if (match.last - match.first != articleQuality) return false;
  return passage.tokens()[match.first].word->is(prose::FunctionWord::Determiner) &&
         contentBehind(passage, match) != nullptr;
}

bool isOneOfAdverbs(const Passage& passage, const Match& match) {
  const auto tokens = passage.tokens();
  const auto isAdverb = [&](uint32_t at) {
    const prose::Word& word = *tokens[at].word;
    return word.is(prose::FunctionWord::Adverb) || word.lists.contains(ListId::EmptyAdverbs) || word.form.ends_with("ly");
  };
  const auto joins = [&](uint32_t at) { return tokens[at].word->is(prose::FunctionWord::Conjunction); };
  if (match.last < tokens.size()) {
    uint32_t next = match.last;
    const bool isJoined = tokens[next].before == Mark::Comma || joins(next);
    if (joins(next)) ++next;
    if (isJoined && next < tokens.size() && isAdverb(next)) return true;
  }
  if (match.first == 0) return false;
  uint32_t before = match.first - 1;
  const bool isJoined = tokens[match.first].before == Mark::Comma || joins(before);
  if (joins(before) && before > 0) --before;
  return isJoined && isAdverb(before);
}

bool describesField(const Passage& passage) {
  if (!passage.is(Role::About) || !passage.text || passage.text->sentences().empty()) return false;
  const prose::Sentence first = passage.text->sentences().front();
  if (prose::leadOf(*passage.text, first).form != prose::LeadForm::None) return false;
  // `To find faults in the drive` is led by a verb, too.
  const auto tokens = passage.tokens();
  const bool isInfinitive = first.last - first.first > 1 &&
                            tokens[first.first].word->is(prose::FunctionWord::Particle) &&
                            tokens[first.first + 1].word->canBe(prose::VerbForm::Base);
  return !isInfinitive;
}

bool saysWhatIsDemanded(const Passage& passage) { return !passage.is(Role::About) || passage.competency; }

bool standsBehind(const Passage& passage, ListId list, uint32_t at) {
  return at > 0 && passage.tokens()[at].before < Mark::Comma && passage.tokens()[at - 1].word->lists.contains(list);
}

std::string choices(const prose::Entry& entry) { return listed(entry.instead, "or"); }

void advise(DiagnosticBuilder& builder, const prose::Entry& entry, const diag::Phrase<>& otherwise) {
  if (!entry.instead.empty()) builder.help(note::WriteInstead, choices(entry));
  if (!entry.note.empty()) builder.help(note::Advice, entry.note);
  if (entry.instead.empty() && entry.note.empty()) builder.help(otherwise);
}

}  // namespace cadre::lint
