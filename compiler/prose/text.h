// A text as words and sentences: takes plain words (no markup) and a Lexicon, gives tokens, sentences
// and the places where entries of word lists stand. Splits by rules, not by statistics: same text,
// same result. Knows nothing of frameworks.
#pragma once

#include "prose/lexicon.h"

#include <vector>

namespace cadre::prose {

/// What stands between a word and the one before it, other than white space; the strongest of it.
enum class Mark : uint8_t {
  None,
  Quote,
  Hyphen,  ///< A dash between words, with or without spaces; not the hyphen inside of one word.
  Comma,
  Colon,
  Semicolon,
  Bracket,  ///< Opening or closing.
  Slash,
  Stop,  ///< . ! ? …
  Break,  ///< An end of a line or paragraph.
};

struct Token {
  const Word* word = nullptr;
  uint32_t begin = 0;  ///< Bytes in the text.
  uint32_t end = 0;
  Mark before = Mark::None;
  bool isCapital = false;  ///< Begins with an upper-case letter.
  bool isAllCaps = false;  ///< Has two letters or more, none of them in lower case.
  bool isInBrackets = false;
};

/// Tokens from `first` up to `last` without it.
struct Sentence {
  uint32_t first = 0;
  uint32_t last = 0;
  [[nodiscard]] uint32_t size() const { return last - first; }
};

/// Where an entry of a list stands: tokens from `first` up to `last` without it.
struct Match {
  const Entry* entry = nullptr;
  uint32_t first = 0;
  uint32_t last = 0;
};

/// How the verb that leads a clause is used.
enum class LeadForm : uint8_t {
  None,        ///< Another word leads: `Strong communication`, `Customer focus`, `Ability to …`.
  Third,       ///< `Drafts releases`
  Imperative,  ///< `Draft releases`; of French, the infinitive: `Rédiger`
  Gerund,      ///< `Drafting releases`
  Past,        ///< `Drafted releases`
};

struct Lead {
  LeadForm form = LeadForm::None;
  uint32_t token = 0;  ///< The verb: adverbs may stand before it (`Independently drafts …`), and `Does not`.
};

class Text {
public:
  Text() = default;
  /// Splits `plain`, which must outlive the object. Used again, it keeps its memory.
  void read(StringRef plain, Lexicon& lexicon);

  [[nodiscard]] StringRef plain() const { return plain_; }
  /// Null before the first read().
  [[nodiscard]] const Lexicon* lexicon() const { return lexicon_; }
  [[nodiscard]] ArrayRef<Token> tokens() const { return tokens_; }
  [[nodiscard]] ArrayRef<Sentence> sentences() const { return sentences_; }
  [[nodiscard]] ArrayRef<Token> tokens(Sentence sentence) const {
    return ArrayRef(tokens_).slice(sentence.first, sentence.size());
  }
  /// The bytes of the tokens from `first` up to `last` without it.
  [[nodiscard]] StringRef words(uint32_t first, uint32_t last) const {
    return plain_.slice(tokens_[first].begin, tokens_[last - 1].end);
  }
  /// The lists of which an entry stands in it.
  [[nodiscard]] Lists mayHold() const { return mayHold_; }
  /// The lists of which an entry begins with a word of it, whatever follows: for phrases that are
  /// looked for with other words in between.
  [[nodiscard]] Lists mayBegin() const { return mayBegin_; }
  /// Where entries of `list` stand, the longest at each place, none overlapping.
  [[nodiscard]] llvm::SmallVector<Match, 2> find(ListId list) const;
  /// The entry of `list` that begins at token `first`, the longest; without an entry: none.
  [[nodiscard]] std::optional<Match> findAt(ListId list, uint32_t first) const;

private:
  void findPhrases(uint32_t at);
  /// Behind the last word of `entry`, where it begins at token `first`.
  [[nodiscard]] std::optional<uint32_t> endOf(const Entry& entry, uint32_t first) const;
  [[nodiscard]] bool fits(const Entry& entry, ArrayRef<StringRef> keys, uint32_t first) const;

  StringRef plain_;
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  llvm::SmallVector<Match, 8> phrases_;  ///< Of all lists: by first token, then list, the longest first.
  Lists mayHold_;
  Lists mayBegin_;
  /// Leads that were asked for, by the first token of their sentence.
  mutable llvm::SmallVector<std::pair<uint32_t, Lead>, 2> leads_;
  friend Lead leadOf(const Text& text, Sentence sentence);
  const Lexicon* lexicon_ = nullptr;
};

/// The verb that leads a sentence, if a reader takes its first word (behind adverbs, and behind an
/// introduction closed by a comma: `When a case is new, asks …`) for one. A word that no list knows may
/// lead too, where its form and what follows say so (`Debrides the wound`): then its `verb` is null.
[[nodiscard]] Lead leadOf(const Text& text, Sentence sentence);

/// Whether a verb may lead a sentence: also where it stands in no list, so that only its ending speaks for
/// it (`Rabote des planches`). To be asked before saying that none does.
[[nodiscard]] bool mayBeLed(const Text& text, Sentence sentence);

/// The further verbs that share the subject of the leading one: joined to it by `and`, `or`, `then` or
/// commas (`Drafts, edits and places stories`; `Plans the rota and orders supplies`). What joins
/// objects (`Plans rotas and leave`) is none, nor is a verb in a subordinate clause. Tokens, in order.
[[nodiscard]] llvm::SmallVector<uint32_t, 4> coordinatedVerbs(const Text& text, Sentence sentence, Lead lead);

/// Verbs in another form that are done besides the leading one (`Builds the suite as well as deploying
/// it`; `Besides assessing needs, negotiates fees`). Tokens, in order.
[[nodiscard]] llvm::SmallVector<uint32_t, 4> addedVerbs(const Text& text, Sentence sentence, Lead lead);

/// The lemma of a content word, as texts are compared: the verb's base, the noun's singular.
[[nodiscard]] StringRef lemma(const Word& word);

}  // namespace cadre::prose
