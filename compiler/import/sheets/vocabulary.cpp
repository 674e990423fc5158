#include "import/sheets/vocabulary.h"

#include "import/foreign/numbers.h"
#include "import/sheets/words.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>

#include <fmt/format.h>

#include <algorithm>

namespace cadre::import::sheets {

using foreign::parseNumber;

namespace {

constexpr HeaderWord headerWords[] = {
#define HEADER(role, language, word) {Role::role, language, word},
#include "import/sheets/vocabulary.def"
};
constexpr StringRef totalWords[] = {
#define TOTAL(word) word,
#include "import/sheets/vocabulary.def"
};
constexpr StringRef roleWords[] = {
#define ROLE_WORD(word) word,
#include "import/sheets/vocabulary.def"
};
constexpr StringRef aspectWords[] = {
#define ASPECT_WORD(word) word,
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

}  // namespace

const HeaderWord* findHeaderWord(StringRef header) {
  std::string folded = fold(header);
  StringRef word = StringRef(folded).trim("*:#?%() ");
  if (const HeaderWord* found = findHeader(word)) return found;
  // `Skill (short)`; but `Level (1)` is a level.
  const auto open = word.find_first_of("([");
  if (open != StringRef::npos && open > 0 && !readLevelWord(header)) {
    if (const HeaderWord* found = findHeader(word.take_front(open).rtrim())) return found;
  }
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
  if (readLevelWord(text) || levelSortOf(folded) == LevelSort::Colour) return true;
  if (unicode::length(folded) == 1) return true;
  // `3 E`, `2/D`
  return llvm::isDigit(folded.front()) && folded.size() <= 6;
}

bool isDegree(StringRef folded) { return levelSortOf(folded) == LevelSort::Degree; }

bool isRoleWord(StringRef folded) { return llvm::is_contained(roleWords, folded); }

std::optional<double> readNumber(StringRef text) {
  std::string number = oneLine(text);
  std::replace(number.begin(), number.end(), ',', '.');
  if (number.size() > 6) return {};
  return parseNumber(number);
}

bool anyWord(StringRef text, llvm::function_ref<bool(StringRef)> isOne) {
  llvm::SmallVector<StringRef> words;
  text.split(words, ' ', -1, false);
  return llvm::any_of(words, isOne);
}

bool isLegendLine(StringRef text) {
  const auto [word, meaning] = text.split('=');
  return word.size() < text.size() && !meaning.trim().empty() && !word.trim().empty() &&
         word.trim().size() <= 4;
}

std::string inBackticks(llvm::ArrayRef<std::string> words) {
  return fmt::format("`{}`", fmt::join(words, "`, `"));
}

bool isAspectWord(StringRef folded) { return llvm::is_contained(aspectWords, folded); }

bool isTotal(StringRef folded) {
  const StringRef text = folded.trim(": ");
  // `Grand total`, `Target headcount`; but `Total quality management` is a competency.
  constexpr size_t mostBefore = 2;
  const auto [before, word] = text.rsplit(' ');
  const bool isLast = !word.empty() && static_cast<size_t>(before.count(' ')) + 1 <= mostBefore;
  return llvm::is_contained(totalWords, text) || (isLast && llvm::is_contained(totalWords, word));
}

bool isNothing(StringRef folded) {
  static constexpr StringRef words[] = {
      "-",      "–",   "—",     "--",   "n/a",      "na", "n.a.", "none",         "no",
      "nein",   "non", "keine", "k.a.", "entfällt", "/",  ".",    "not required", "nee",
      "n.v.t.", "nie", "não",   "nej",  "nei"};
  return llvm::is_contained(words, folded);
}

bool isYes(StringRef folded) {
  static constexpr StringRef words[] = {"yes", "y",    "ja",   "j",    "oui",      "sí",  "si",
                                        "sì",  "true", "wahr", "vrai", "required", "tak", "sim"};
  return isMark(folded) || llvm::is_contained(words, folded);
}

std::optional<std::string> guessImportance(StringRef folded) {
  static constexpr std::pair<StringRef, StringRef> words[] = {{"e", "essential"},
                                                              {"essential", "essential"},
                                                              {"must", "essential"},
                                                              {"must have", "essential"},
                                                              {"required", "essential"},
                                                              {"mandatory", "essential"},
                                                              {"muss", "essential"},
                                                              {"pflicht", "essential"},
                                                              {"erforderlich", "essential"},
                                                              {"essentiel", "essential"},
                                                              {"indispensable", "essential"},
                                                              {"d", "desired"},
                                                              {"desirable", "desired"},
                                                              {"desired", "desired"},
                                                              {"should", "desired"},
                                                              {"preferred", "desired"},
                                                              {"soll", "desired"},
                                                              {"wünschenswert", "desired"},
                                                              {"souhaité", "desired"},
                                                              {"o", "optional"},
                                                              {"optional", "optional"},
                                                              {"could", "optional"},
                                                              {"nice", "optional"},
                                                              {"nice to have", "optional"},
                                                              {"kann", "optional"},
                                                              {"facultatif", "optional"}};
  for (const auto& [word, importance] : words) {
    if (word == folded) return importance.str();
  }
  if (!isDegree(folded)) return {};
  constexpr int middling = 30;
  const int rank = levelRankOf(folded);
  return rank > middling ? "essential" : rank == middling ? "desired" : "optional";
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

}  // namespace cadre::import::sheets
