#include "prose/text.h"

#include "prose/scanner.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::prose {
namespace {

/// The most words for which a gap of an entry stands.
constexpr uint32_t widestGap = 6;

/// Abbreviations that a sentence may well end with: the next word decides.
bool mayEnd(StringRef form) {
  return llvm::is_contained({"etc", "al", "inc", "ltd", "co", "corp", "plc", "env"}, form);
}

StringRef marksBetween(StringRef plain, const Token& before, const Piece& piece) {
  return plain.slice(before.end, piece.begin);
}

/// Whether the marks before `piece` end the sentence of `before`.
bool endsSentence(StringRef plain, const Lexicon& lexicon, const Token& before,
                  const Piece& piece) {
  if (piece.before == Mark::Break) return true;
  if (piece.before != Mark::Stop) return false;
  StringRef marks = marksBetween(plain, before, piece);
  if (!marks.contains(' ') && !marks.contains('\t') && !marks.contains("\u00a0"))
    return piece.isCapital;
  bool startsNew = piece.isCapital || llvm::isDigit(plain[piece.begin]);
  size_t period = marks.find('.');
  bool isPeriod = period != StringRef::npos && !marks.substr(period).starts_with("..") &&
                  !marks.contains('!') && !marks.contains('?') && !marks.contains("…");
  if (!isPeriod) return startsNew;
  if (piece.isClosed && !startsNew) return false;
  if (period != 0) return true;
  StringRef form = before.word->form;
  if (form == "no" || form == "nos") return !llvm::isDigit(plain[piece.begin]);
  if (!lexicon.isAbbreviation(form)) return true;
  return mayEnd(form) && piece.isCapital;
}

bool keyMatches(StringRef key, Compare compare, StringRef written, const Word& word) {
  switch (compare) {
    case Compare::Words: return word.form == key;
    case Compare::Lemmas:
      return word.form == key || word.noun == key ||
             (word.verb != nullptr && word.verb->base == key);
    case Compare::Stems: return word.stem == key;
    case Compare::Case: return written == key;
  }
  llvm_unreachable("a way to compare");
}

}  // namespace

void Text::read(StringRef plain, Lexicon& lexicon) {
  plain_ = plain;
  lexicon_ = &lexicon;
  tokens_.clear();
  sentences_.clear();
  leads_.clear();
  phrases_.clear();
  mayHold_ = mayBegin_ = {};
  Scanner scanner(plain, lexicon.elides());
  uint32_t first = 0;
  for (Piece piece; scanner.next(piece);) {
    if (!tokens_.empty() && piece.before >= Mark::Stop &&
        endsSentence(plain, lexicon, tokens_.back(), piece)) {
      sentences_.push_back({first, static_cast<uint32_t>(tokens_.size())});
      first = static_cast<uint32_t>(tokens_.size());
    }
    const Word& word = lexicon.lookUp(plain.slice(piece.begin, piece.end));
    tokens_.push_back({&word, piece.begin, piece.end, piece.before, piece.isCapital,
                       piece.isAllCaps, piece.isInBrackets});
  }
  if (first != tokens_.size()) sentences_.push_back({first, static_cast<uint32_t>(tokens_.size())});
  for (uint32_t i = 0; i != tokens_.size(); ++i) {
    const Word& word = *tokens_[i].word;
    mayHold_ |= word.lists;
    mayBegin_ |= word.lists | word.begins;
    if (!word.phrases.empty()) findPhrases(i);
  }
}

/// Keeps the phrases that stand at the token, the longest of each list first.
void Text::findPhrases(uint32_t at) {
  const Word& word = *tokens_[at].word;
  const Word* next = at + 1 == tokens_.size() ? nullptr : tokens_[at + 1].word;
  const uint64_t common = next == nullptr ? 0 : word.secondsMask & next->asSecondMask;
  const bool mayGoOnAnyhow = word.phrases.front()->second == 0;
  if (common == 0 && !mayGoOnAnyhow) return;
  const size_t before = phrases_.size();
  const auto keep = [&](uint32_t second) {
    for (const Entry* entry : word.phrasesWith(second)) {
      if (const auto end = endOf(*entry, at)) phrases_.push_back({entry, at, *end});
    }
  };
  if (mayGoOnAnyhow) keep(0);
  for (size_t i = 0; common != 0 && i != std::size(next->asSecond) && next->asSecond[i] != 0; ++i)
    keep(next->asSecond[i]);
  const auto begin = phrases_.begin() + static_cast<ptrdiff_t>(before);
  std::sort(begin, phrases_.end(), [](const Match& a, const Match& b) {
    if (a.entry->list != b.entry->list) return a.entry->list < b.entry->list;
    const size_t sizes[] = {a.entry->keys.size(), b.entry->keys.size()};
    return sizes[0] != sizes[1] ? sizes[0] > sizes[1] : a.entry->text < b.entry->text;
  });
  for (auto it = begin; it != phrases_.end(); ++it) mayHold_ |= it->entry->list;
}

/// A phrase goes over quotation marks and dashes, over a comma only if it has one itself.
std::optional<uint32_t> Text::endOf(const Entry& entry, uint32_t first) const {
  if (first + entry.keys.size() > tokens_.size()) return std::nullopt;
  const size_t head = entry.gap;
  const auto behind = static_cast<uint32_t>(first + head);
  if (!fits(entry, entry.keys.take_front(head), first)) return std::nullopt;
  if (head == entry.keys.size()) return behind;
  const ArrayRef<StringRef> tail = entry.keys.drop_front(head + 1);
  for (uint32_t at = behind; at < behind + widestGap; ++at) {
    const auto next = static_cast<uint32_t>(at + 1 + tail.size());
    if (next > tokens_.size() || tokens_[at].before > Mark::Hyphen) return std::nullopt;
    if (tokens_[at + 1].before <= Mark::Hyphen && fits(entry, tail, at + 1)) return next;
  }
  return std::nullopt;
}

/// Whether `keys`, a part of those of `entry`, stand at the tokens from `first` on.
bool Text::fits(const Entry& entry, ArrayRef<StringRef> keys, uint32_t first) const {
  const Compare compare = lexicon_->compareOf(entry.list);
  const Mark widest = entry.hasComma ? Mark::Comma : Mark::Hyphen;
  for (size_t i = 0; i != keys.size(); ++i) {
    const Token& token = tokens_[first + i];
    if (i != 0 && token.before > widest) return false;
    if (!keyMatches(keys[i], compare, plain_.slice(token.begin, token.end), *token.word)) return false;
  }
  return true;
}

std::optional<Match> Text::findAt(ListId list, uint32_t first) const {
  const auto* phrase = llvm::partition_point(phrases_, [&](const Match& it) {
    return it.first != first ? it.first < first : it.entry->list < list;
  });
  if (phrase != phrases_.end() && phrase->first == first && phrase->entry->list == list) return *phrase;
  const Word& word = *tokens_[first].word;
  if (!word.lists.contains(list)) return std::nullopt;
  const auto entries = word.entriesOf(list);
  const auto* const single = llvm::find_if(entries, [](const Entry* it) { return it->keys.size() == 1; });
  return Match{*single, first, first + 1};
}

llvm::SmallVector<Match, 2> Text::find(ListId list) const {
  llvm::SmallVector<Match, 2> found;
  if (!mayHold_.contains(list)) return found;
  for (uint32_t i = 0; i < tokens_.size();) {
    if (std::optional<Match> match = findAt(list, i)) {
      found.push_back(*match);
      i = match->last;
    } else {
      ++i;
    }
  }
  return found;
}

}  // namespace cadre::prose
