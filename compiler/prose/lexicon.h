// What is known of the words of one language: takes a word form, gives its readings, its stem and the
// lists (lists.def) that it stands in. The data are embedded from runtime/lint/<language>/; a form is
// looked up once, however often it is met. Judges nothing: rules do.
#pragma once

#include "support/arena.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cadre::prose {

using llvm::ArrayRef;
using llvm::StringRef;

enum class ListId : uint8_t {
#define LIST(id, ...) id,
#include "prose/lists.def"
};

/// How the words of a list are compared with those of a text.
enum class Compare : uint8_t {
  Words,   ///< As they are, case folded.
  Lemmas,  ///< The base of verbs, the singular of nouns.
  Stems,
  Case,  ///< As they are, letter by letter.
};

/// A set of lists.
class Lists {
public:
  constexpr Lists() = default;
  constexpr Lists(ListId one) : bits_(uint64_t{1} << static_cast<unsigned>(one)) {}  // NOLINT: a list is a set
  [[nodiscard]] constexpr bool contains(ListId one) const { return (bits_ & Lists(one).bits_) != 0; }
  [[nodiscard]] constexpr bool meets(Lists other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool isEmpty() const { return bits_ == 0; }
  [[nodiscard]] constexpr bool holds(Lists other) const { return (other.bits_ & ~bits_) == 0; }
  constexpr Lists& operator|=(Lists other) { return bits_ |= other.bits_, *this; }
  friend constexpr Lists operator|(Lists a, Lists b) { return a |= b; }

private:
  uint64_t bits_ = 0;
};

/// Words that hold a sentence together.
enum class FunctionWord : uint8_t {
  None,  ///< A content word, or unknown.
  Determiner,
  Pronoun,
  Preposition,
  Conjunction,
  Auxiliary,  ///< do, does, did.
  Be,
  Have,
  Modal,
  Negation,
  Adverb,
  Particle,  ///< The `to` of an infinitive.
  Number,
};

/// The forms that a verb has: of French, `Base` is the infinitive, `Third` the third person singular
/// of the present, `Past` is not used, and `Gerund` is the present participle.
enum class VerbForm : uint8_t { Base = 1, Third = 2, Past = 4, Participle = 8, Gerund = 16 };

/// The cognitive classes of the revised Bloom taxonomy (Anderson & Krathwohl 2001), lowest first.
enum class Thinking : uint8_t { None, Remember, Understand, Apply, Analyse, Evaluate, Create };
/// `remember`, …; empty for None.
[[nodiscard]] StringRef word(Thinking thinking);

/// A row of verbs.tsv. The counts say how often a tagged corpus has the base form as what; all 0
/// where that is not known.
struct Verb {
  StringRef base;
  Thinking thinking = Thinking::None;
  uint32_t asVerb = 0;
  uint32_t asNoun = 0;
  uint32_t asAdjective = 0;
};

/// Stands in an entry for one to six words: `nip … in the bud`.
constexpr StringRef gapKey = "…";

/// A line of a word list.
struct Entry {
  ListId list;
  StringRef text;         ///< As the list writes it.
  bool hasInstead = false;
  ArrayRef<StringRef> instead;  ///< What to write; empty with `hasInstead`: nothing.
  StringRef note;
  ArrayRef<StringRef> keys;  ///< Of each of its words, as its list compares them; gapKey for a gap.
  /// A number for the second of the keys, so that most phrases are told apart by a comparison of
  /// numbers; 0 where there is none, or it is compared by case.
  uint32_t second = 0;
  uint16_t gap = 0;       ///< The place of gapKey among the keys, else how many there are.
  bool hasComma = false;  ///< Its words may have a comma between.
};

/// A word form of the texts. Lives as long as its Lexicon.
struct Word {
  StringRef form;  ///< Case folded.
  StringRef stem;  ///< By Snowball; a number is its own stem.
  uint32_t stemId = 0;  ///< Equal for equal stems.
  FunctionWord function = FunctionWord::None;  ///< Its most usual class, where it has several.
  uint16_t functions = 0;                      ///< All of them, as a mask of 1 << FunctionWord.
  bool isNumber = false;       ///< Has a digit.
  uint8_t verbForms = 0;       ///< VerbForms that it can be, as a mask.
  const Verb* verb = nullptr;  ///< Of which verb; null for none.
  StringRef noun;              ///< The singular, where it may be a plural; else the form.
  Lists lists;                 ///< Those that hold it as an entry of one word.
  Lists begins;                ///< Those with a phrase that begins so.
  ArrayRef<const Entry*> entries;  ///< Those that begin with it: by list, the longest of each first.
  /// Of them, those of more words and those by case, by Entry::second.
  ArrayRef<const Entry*> phrases;
  /// The numbers of its form, stem, verb and noun as second keys; 0 for none, or for one that stands before.
  uint32_t asSecond[4] = {};
  /// A bit for each Entry::second of `phrases`, and for each of `asSecond`: where no bit is common, no phrase
  /// goes on.
  uint64_t secondsMask = 0;
  uint64_t asSecondMask = 0;

  /// The entries of a list that begin with it, the longest first.
  [[nodiscard]] ArrayRef<const Entry*> entriesOf(ListId list) const;
  /// The phrases that go on with a key of that number; 0: those that may go on with anything.
  [[nodiscard]] ArrayRef<const Entry*> phrasesWith(uint32_t second) const;
  [[nodiscard]] bool is(FunctionWord one) const { return function == one; }
  [[nodiscard]] bool mayBe(FunctionWord one) const { return (functions & (1U << static_cast<unsigned>(one))) != 0; }
  [[nodiscard]] bool canBe(VerbForm one) const { return (verbForms & static_cast<uint8_t>(one)) != 0; }
};

/// For one thread at a time; share() gives each its own.
class Lexicon {
public:
  /// The lexicon of a BCP 47 tag (its language alone counts: `en-GB` is English), or null where there
  /// is none for it.
  static std::unique_ptr<Lexicon> open(StringRef languageTag);
  /// The languages with a lexicon: `en`, `fr`.
  static ArrayRef<StringRef> languages();
  ~Lexicon();

  [[nodiscard]] StringRef language() const;
  /// Whether the language has this list at all.
  [[nodiscard]] bool has(ListId list) const;
  /// Whether the language has its verbs listed.
  [[nodiscard]] bool hasVerbs() const;
  /// The lists that the language has.
  [[nodiscard]] Lists lists() const;
  /// What is known of a form, as it stands in a text (any case). The same form gives the same object.
  const Word& lookUp(StringRef form);
  /// Whether a list compared by case holds exactly this (`common-acronyms`).
  [[nodiscard]] bool holdsExactly(ListId list, StringRef text) const;
  /// For each stem that was met, by Word::stemId, a number that is the same in every run: in which order
  /// threads meet words, and so number their stems, is chance.
  [[nodiscard]] std::vector<uint64_t> stemMarks() const;
  /// The entries of a list, in its order.
  [[nodiscard]] ArrayRef<const Entry*> entries(ListId list) const;
  /// Vowel groups, as readability formulas count syllables; at least 1.
  [[nodiscard]] unsigned syllables(const Word& word) const;
  /// That form of `verb`: `drafts` for the third person of draft. None where it cannot be made by rule.
  [[nodiscard]] std::optional<std::string> inflect(const Verb& verb, VerbForm form) const;
  /// Whether an abbreviation's period ends no sentence (`e.g.`, `vs.`).
  [[nodiscard]] bool isAbbreviation(StringRef form) const;
  /// Whether words are elided before a vowel: `l'`, `qu'` are words of their own.
  [[nodiscard]] bool elides() const;
  /// How a list compares words.
  [[nodiscard]] Compare compareOf(ListId list) const;

  /// The same lexicon for another thread: the same object for each form, until the last of them is gone.
  [[nodiscard]] std::unique_ptr<Lexicon> share() const;

private:
  class Data;
  explicit Lexicon(std::shared_ptr<Data> data);

  /// Short words that were met a moment ago, by their first and last bytes: most are met again.
  struct Recent {
    uint64_t bytes[2] = {};
    size_t size = 0;
    const Word* word = nullptr;
  };
  static constexpr unsigned recentBits = 12;

  std::shared_ptr<Data> data_;
  std::vector<Recent> recent_ = std::vector<Recent>(size_t{1} << recentBits);
};

}  // namespace cadre::prose
