// What the grammars of the languages have in common: looks at words one by one in a sentence. Takes
// the tokens of one sentence by their index in the text; an index outside of the sentence is no
// word.
#pragma once

#include "prose/text.h"

namespace cadre::prose {

class Clause {
public:
  Clause(const Text& text, Sentence sentence) : text_(text), tokens_(text.tokens()), sentence_(sentence) {}

  [[nodiscard]] const Text& text() const { return text_; }

  [[nodiscard]] uint32_t first() const { return sentence_.first; }
  [[nodiscard]] uint32_t last() const { return sentence_.last; }
  [[nodiscard]] bool has(uint32_t at) const { return at >= sentence_.first && at < sentence_.last; }
  [[nodiscard]] const Token& token(uint32_t at) const { return tokens_[at]; }
  [[nodiscard]] const Word& word(uint32_t at) const { return *tokens_[at].word; }
  [[nodiscard]] StringRef form(uint32_t at) const { return has(at) ? word(at).form : StringRef(); }
  [[nodiscard]] bool is(uint32_t at, FunctionWord one) const { return has(at) && word(at).is(one); }
  [[nodiscard]] bool mayBe(uint32_t at, FunctionWord one) const {
    return has(at) && word(at).mayBe(one);
  }
  [[nodiscard]] bool isContent(uint32_t at) const {
    return has(at) && word(at).is(FunctionWord::None);
  }
  [[nodiscard]] bool canBe(uint32_t at, VerbForm one) const {
    return has(at) && word(at).canBe(one);
  }
  /// Whether the word may be one that joins (`and`, `and/or`): a word of grammar, or one with a slash.
  [[nodiscard]] bool mayJoin(uint32_t at) const {
    return has(at) && (word(at).functions != 0 || word(at).form.contains('/'));
  }
  /// Whether the word at `at` follows the one before it with nothing between (or the sentence
  /// ends).
  [[nodiscard]] bool isJoined(uint32_t at) const {
    return has(at) && token(at).before <= Mark::Quote;
  }
  /// The mark before the word, or a stop where the sentence ends.
  [[nodiscard]] Mark markBefore(uint32_t at) const {
    return has(at) ? token(at).before : Mark::Stop;
  }

private:
  const Text& text_;
  ArrayRef<Token> tokens_;
  Sentence sentence_;
};

[[nodiscard]] Lead leadOfEnglish(const Clause& clause);
[[nodiscard]] llvm::SmallVector<uint32_t, 4> coordinatedInEnglish(const Clause& clause, Lead lead);
[[nodiscard]] llvm::SmallVector<uint32_t, 4> addedInEnglish(const Clause& clause, Lead lead);
/// Whether a word that no list knows may be the leading verb, or one that is rather a noun.
[[nodiscard]] bool mayBeLedInEnglish(const Clause& clause);
[[nodiscard]] bool mayBeLedInFrench(const Clause& clause);
[[nodiscard]] Lead leadOfFrench(const Clause& clause);
[[nodiscard]] llvm::SmallVector<uint32_t, 4> coordinatedInFrench(const Clause& clause, Lead lead);

}  // namespace cadre::prose
