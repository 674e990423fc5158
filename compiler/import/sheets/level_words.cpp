#include "import/sheets/level_words.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringMap.h>

namespace cadre::import::sheets {

namespace {

struct RankedWord {
  LevelSort sort;
  int rank;
  StringRef word;
};

constexpr StringRef levelWords[] = {
#define LEVEL_WORD(language, word) word,
#define LEVEL(rank, language, word)
#define LADDER(rank, language, word)
#define DEGREE(rank, language, word)
#define COLOUR(rank, language, word)
#include "import/sheets/levels.def"
};
constexpr RankedWord rankedWords[] = {
#define LEVEL_WORD(language, word)
#define LEVEL(rank, language, word) {LevelSort::Level, rank, word},
#define LADDER(rank, language, word) {LevelSort::Ladder, rank, word},
#define DEGREE(rank, language, word) {LevelSort::Degree, rank, word},
#define COLOUR(rank, language, word) {LevelSort::Colour, rank, word},
#include "import/sheets/levels.def"
};

/// A word that two languages have is the surest that it can be.
const RankedWord* findRanked(StringRef folded) {
  static const auto words = [] {
    llvm::StringMap<const RankedWord*> out;
    for (const RankedWord& row : rankedWords) out.try_emplace(fold(row.word), &row);
    return out;
  }();
  return words.lookup(folded);
}

/// The rank of what is a level wherever it stands.
int sureRankOf(StringRef folded) {
  const RankedWord* found = findRanked(folded);
  return found && found->sort == LevelSort::Level ? found->rank : 0;
}

}  // namespace

std::optional<LevelSort> levelSortOf(StringRef folded) {
  const RankedWord* found = findRanked(folded);
  return found ? std::optional(found->sort) : std::nullopt;
}

int levelRankOf(StringRef folded) {
  const RankedWord* found = findRanked(folded);
  return found ? found->rank : 0;
}

std::optional<LevelWord> readLevelWord(StringRef text) {
  const std::string title = oneLine(text);
  if (title.empty() || unicode::length(title) > 60) return {};
  const std::string folded = fold(title);
  StringRef rest = folded;
  bool isCalled = false;
  for (const StringRef word : levelWords) {
    if (!rest.starts_with(word)) continue;
    const StringRef behind = rest.substr(word.size());
    const StringRef number = behind.ltrim(" .-_(");
    if (number.empty() || !llvm::isDigit(number.front())) continue;
    rest = number;
    isCalled = true;
    break;
  }
  const StringRef digits = rest.take_while(llvm::isDigit);
  if (!digits.empty() && digits.size() <= 2) {
    int number = 0;
    (void)digits.getAsInteger(10, number);
    const StringRef behind = rest.drop_front(digits.size());
    const StringRef name = behind.ltrim(" .:-–—()=/");
    const int rank = sureRankOf(name.rtrim(")"));
    // `Level (1-5)` is a column of levels.
    if (!name.empty() && llvm::isDigit(name.front())) return {};
    if (name.empty() || (behind.size() != name.size() && (isCalled || rank > 0)))
      return LevelWord{title, number, rank};
    return {};
  }
  if (const int rank = sureRankOf(folded)) return LevelWord{title, {}, rank};
  // `Basic (1)`, `Expert - Level 5`
  const auto open = rest.find_last_of("(-–");
  if (open != StringRef::npos && open > 0) {
    const auto inside = readLevelWord(rest.drop_front(open + 1).trim(" ()-\x80\x93"));
    const int rank = sureRankOf(rest.take_front(open).trim(" -(\xE2\x80"));
    if (inside && inside->number && rank > 0) return LevelWord{title, inside->number, rank};
  }
  return {};
}

std::optional<LevelWord> readAnyLevel(StringRef text) {
  if (auto level = readLevelWord(text)) return level;
  const std::string title = oneLine(text);
  if (title.empty() || unicode::length(title) > 60) return {};
  const std::string folded = fold(title);
  if (const int rank = levelRankOf(folded)) return LevelWord{title, {}, rank};
  // `Basic (B)`, `Expert: leads others`, `Basic level`
  const auto sign = folded.find_first_of("(:[");
  const StringRef name = StringRef(folded).take_front(std::min(sign, folded.find(" - "))).trim();
  for (const StringRef word : {name, name.take_front(name.rfind(' '))}) {
    const bool isCalled = word.size() == name.size() ||
                          llvm::is_contained(levelWords, name.drop_front(word.size() + 1));
    if (const int rank = levelRankOf(word); rank > 0 && isCalled) return LevelWord{title, {}, rank};
  }
  const StringRef digits = StringRef(folded).take_while(llvm::isDigit);
  if (digits.empty() || digits.size() > 2) return {};
  const StringRef behind = StringRef(folded).drop_front(digits.size());
  const StringRef words = behind.ltrim(" .:-–—=)");
  // `3 high`, `2 d` are a level and more; a sign between them says that the words explain it.
  const StringRef between = behind.drop_back(words.size()).trim();
  constexpr size_t shortest = 2;
  if (words.empty() || between.empty() || unicode::length(words) < shortest ||
      llvm::isDigit(words.front()))
    return {};
  int number = 0;
  (void)digits.getAsInteger(10, number);
  return LevelWord{title, number, levelRankOf(words)};
}

}  // namespace cadre::import::sheets
