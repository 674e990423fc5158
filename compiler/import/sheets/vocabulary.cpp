#include "import/sheets/vocabulary.h"

#include "import/foreign/numbers.h"
#include "import/sheets/words.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>

#include <algorithm>

namespace cadre::import::sheets {

using foreign::parseNumber;

namespace {

struct RankedWord {
  int rank;
  StringRef language;
  StringRef word;
};

constexpr HeaderWord headerWords[] = {
#define HEADER(role, language, word) {Role::role, language, word},
#define LEVEL_WORD(language, word)
#define LEVEL(rank, language, word)
#define TOTAL(word)
#define ROLE_WORD(word)
#include "import/sheets/vocabulary.def"
};
constexpr StringRef levelWords[] = {
#define HEADER(role, language, word)
#define LEVEL_WORD(language, word) word,
#define LEVEL(rank, language, word)
#define TOTAL(word)
#define ROLE_WORD(word)
#include "import/sheets/vocabulary.def"
};
constexpr RankedWord rankedWords[] = {
#define HEADER(role, language, word)
#define LEVEL_WORD(language, word)
#define LEVEL(rank, language, word) {rank, language, word},
#define TOTAL(word)
#define ROLE_WORD(word)
#include "import/sheets/vocabulary.def"
};
constexpr StringRef totalWords[] = {
#define HEADER(role, language, word)
#define LEVEL_WORD(language, word)
#define LEVEL(rank, language, word)
#define TOTAL(word) word,
#define ROLE_WORD(word)
#include "import/sheets/vocabulary.def"
};
constexpr StringRef roleWords[] = {
#define HEADER(role, language, word)
#define LEVEL_WORD(language, word)
#define LEVEL(rank, language, word)
#define TOTAL(word)
#define ROLE_WORD(word) word,
#include "import/sheets/vocabulary.def"
};

/// The words of a table as they are compared, folded once.
template <class Row>
std::vector<std::pair<std::string, const Row*>> foldedWords(llvm::ArrayRef<Row> rows) {
  std::vector<std::pair<std::string, const Row*>> out;
  for (const Row& row : rows) out.emplace_back(fold(row.word), &row);
  return out;
}

const HeaderWord* findHeader(StringRef word) {
  static const auto words = foldedWords<HeaderWord>(headerWords);
  for (const auto& [folded, row] : words) {
    if (folded == word) return row;
  }
  return nullptr;
}

/// The rank of a word for a level; 0 for others.
int rankOf(StringRef word) {
  static const auto words = foldedWords<RankedWord>(rankedWords);
  for (const auto& [folded, row] : words) {
    if (folded == word) return row->rank;
  }
  return 0;
}

}  // namespace

const HeaderWord* findHeaderWord(StringRef header) {
  std::string folded = fold(header);
  StringRef word = StringRef(folded).trim("*:#?%() ");
  if (const HeaderWord* found = findHeader(word)) return found;
  // `Competency / Role` names rows and columns; the first word is the rows'.
  const auto slash = word.find_first_of("/\\|");
  if (slash == StringRef::npos) return nullptr;
  return findHeader(word.take_front(slash).trim());
}

bool isValue(StringRef text) {
  const std::string folded = fold(text);
  if (folded.empty() || unicode::length(folded) > 24) return false;
  if (isNothing(folded) || isYes(folded) || isMark(text) || guessImportance(folded)) return true;
  if (const auto number = readNumber(text)) return *number >= 0 && *number <= 10;
  if (readLevelWord(text)) return true;
  if (unicode::length(folded) == 1) return true;
  // `3 E`, `2/D`
  return llvm::isDigit(folded.front()) && folded.size() <= 6;
}

bool isRoleWord(StringRef folded) { return llvm::is_contained(roleWords, folded); }

std::optional<double> readNumber(StringRef text) {
  std::string number = oneLine(text);
  std::replace(number.begin(), number.end(), ',', '.');
  if (number.size() > 6) return {};
  return parseNumber(number);
}

bool isTotal(StringRef folded) { return llvm::is_contained(totalWords, folded.trim(": ")); }

bool isNothing(StringRef folded) {
  static constexpr StringRef words[] = {"-",    "–",        "—",  "--",   "n/a",         "na",
                                        "n.a.", "none",     "no", "nein", "non",         "keine",
                                        "k.a.", "entfällt", "/",  ".",    "not required"};
  return llvm::is_contained(words, folded);
}

bool isYes(StringRef folded) {
  static constexpr StringRef words[] = {"yes", "y",  "ja",   "j",    "oui",  "sí",
                                        "si",  "sì", "true", "wahr", "vrai", "required"};
  return isMark(folded) || llvm::is_contained(words, folded);
}

std::optional<std::string> guessImportance(StringRef folded) {
  static constexpr std::pair<StringRef, StringRef> words[] = {
      {"e", "essential"},         {"essential", "essential"},
      {"must", "essential"},      {"must have", "essential"},
      {"required", "essential"},  {"mandatory", "essential"},
      {"high", "essential"},      {"muss", "essential"},
      {"pflicht", "essential"},   {"erforderlich", "essential"},
      {"essentiel", "essential"}, {"indispensable", "essential"},
      {"d", "desired"},           {"desirable", "desired"},
      {"desired", "desired"},     {"should", "desired"},
      {"preferred", "desired"},   {"medium", "desired"},
      {"soll", "desired"},        {"wünschenswert", "desired"},
      {"souhaité", "desired"},    {"o", "optional"},
      {"optional", "optional"},   {"could", "optional"},
      {"nice", "optional"},       {"nice to have", "optional"},
      {"low", "optional"},        {"kann", "optional"},
      {"facultatif", "optional"}};
  for (const auto& [word, importance] : words) {
    if (word == folded) return importance.str();
  }
  return {};
}

std::optional<std::string> guessKind(StringRef folded) {
  static constexpr std::pair<StringRef, StringRef> words[] = {{"technical", "technical"},
                                                              {"technical skill", "technical"},
                                                              {"technical skills", "technical"},
                                                              {"hard skill", "technical"},
                                                              {"hard skills", "technical"},
                                                              {"functional", "technical"},
                                                              {"professional", "technical"},
                                                              {"fachlich", "technical"},
                                                              {"fachkompetenz", "technical"},
                                                              {"technique", "technical"},
                                                              {"savoir-faire", "technical"},
                                                              {"behavioural", "behavioural"},
                                                              {"behavioral", "behavioural"},
                                                              {"soft skill", "behavioural"},
                                                              {"soft skills", "behavioural"},
                                                              {"personal", "behavioural"},
                                                              {"interpersonal", "behavioural"},
                                                              {"sozialkompetenz", "behavioural"},
                                                              {"überfachlich", "behavioural"},
                                                              {"savoir-être", "behavioural"},
                                                              {"comportementale", "behavioural"},
                                                              {"leadership", "leadership"},
                                                              {"management", "leadership"},
                                                              {"führung", "leadership"},
                                                              {"führungskompetenz", "leadership"},
                                                              {"managériale", "leadership"},
                                                              {"general", "general"},
                                                              {"core", "general"},
                                                              {"generic", "general"},
                                                              {"allgemein", "general"},
                                                              {"transversale", "general"},
                                                              {"methodenkompetenz", "general"}};
  for (const auto& [word, kind] : words) {
    if (word == folded) return kind.str();
  }
  return {};
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
    const StringRef number = behind.ltrim(" .-_");
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
    if (name.empty() ||
        (behind.size() != name.size() && (isCalled || rankOf(name.rtrim(")")) > 0))) {
      return LevelWord{title, number, rankOf(name.rtrim(")"))};
    }
    return {};
  }
  if (const int rank = rankOf(folded)) return LevelWord{title, {}, rank};
  // `Basic (1)`, `Expert - Level 5`
  const auto open = rest.find_last_of("(-–");
  if (open != StringRef::npos && open > 0) {
    const auto inside = readLevelWord(rest.drop_front(open + 1).trim(" ()-\x80\x93"));
    const int rank = rankOf(rest.take_front(open).trim(" -(\xE2\x80"));
    if (inside && inside->number && rank > 0) return LevelWord{title, inside->number, rank};
  }
  return {};
}

}  // namespace cadre::import::sheets
