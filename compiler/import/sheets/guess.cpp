#include "import/sheets/guess.h"

#include "import/sheets/map_writer.h"
#include "support/unicode.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

#include <cmath>

namespace cadre::import::sheets {

namespace {

/// A word of the cells: as it was first written, and how often.
struct Word {
  std::string text;
  size_t number = 0;
  Span span;
};
using Words = llvm::MapVector<std::string, Word, std::map<std::string, unsigned>>;

class Proposer {
public:
  explicit Proposer(llvm::ArrayRef<GuessFile> files) {
    found_.files = surveyAll(files);
    for (Survey& it : found_.files) {
      for (Doubt& doubt : it.doubts)
        found_.doubts.push_back(
            {fmt::format("`{}`: {} is a guess", it.name, doubt.what), doubt.span});
    }
  }

  Proposal run() {
    collectWords();
    findScale();
    explainWords();
    found_.scale = std::move(scale_);
    Proposal proposal;
    proposal.map = writeMap(found_);
    proposal.doubts = std::move(found_.doubts);
    return proposal;
  }

private:
  // ---- Words ------------------------------------------------------------------------------------

  void collectWords() {
    for (const Survey& it : found_.files) {
      std::vector<size_t> columns = it.shape == Shape::Matrix ? it.cells : std::vector<size_t>{};
      if (const auto level = it.columns.find(Role::Level); level != it.columns.end())
        columns.push_back(level->second.front());
      it.each(columns, [&](const std::string& text, Span span) { addWord(text, span); });
      if (const auto role = it.columns.find(Role::Importance); role != it.columns.end())
        it.each(role->second,
                [&](const std::string& text, Span span) { add(importance_, text, span); });
      if (const auto role = it.columns.find(Role::Kind); role != it.columns.end())
        it.each(role->second, [&](const std::string& text, Span span) { add(kinds_, text, span); });
      for (const auto& level : it.levels)
        it.each({level.second}, [&](const std::string& text, Span span) {
          if (isNothing(fold(text))) add(words_, text, span);
        });
    }
  }

  static void add(Words& into, const std::string& text, Span span) {
    Word& word = into[fold(text)];
    if (word.number++ == 0) {
      word.text = text;
      word.span = span;
    }
  }

  /// `3 E` is two words.
  void addWord(const std::string& text, Span span) {
    const size_t digits = StringRef(text).take_while(llvm::isDigit).size();
    const std::string rest = fold(StringRef(text).drop_front(digits).trim(" /-,;()"));
    if (digits > 0 && rest.size() == 1 && llvm::isAlpha(rest.front())) {
      add(words_, text.substr(0, digits), span);
      add(importance_, StringRef(text).drop_front(digits).trim(" /-,;()").str(), span);
    } else {
      add(words_, text, span);
    }
  }

  // ---- The scale --------------------------------------------------------------------------------

  /// `B`, `P` and `E` are levels, though `E` by itself would be an importance.
  void judgeLetters() {
    const auto fits = [](const Words& words) {
      return llvm::all_of(words, [](const auto& it) {
        return !isLetter(it.first) || guessImportance(it.first).has_value();
      });
    };
    lettersFit_ = fits(words_);
    importanceLettersFit_ = fits(importance_);
  }

  static bool isLetter(StringRef folded) {
    return folded.size() == 1 && llvm::isAlpha(folded.front()) && !isYes(folded) &&
           !isNothing(folded);
  }

  [[nodiscard]] std::optional<std::string> importanceOf(StringRef folded) const {
    return isLetter(folded) && !lettersFit_ ? std::nullopt : guessImportance(folded);
  }

  void findScale() {
    judgeLetters();
    for (const Survey& it : found_.files) {
      for (const auto& [level, column] : it.levels) {
        if (llvm::none_of(scale_.levels, [&](const LevelWord& known) {
              return fold(known.title) == fold(level.title);
            }))
          scale_.levels.push_back(level);
      }
    }
    if (!scale_.levels.empty()) return sortLevels();
    std::vector<double> numbers;
    std::vector<LevelWord> named;
    size_t others = 0;
    size_t marks = 0;
    for (const auto& [folded, word] : words_) {
      if (isNothing(folded) || (importanceOf(folded) && !readLevelWord(word.text))) continue;
      if (isYes(folded))
        ++marks;
      else if (const auto number = readNumber(word.text))
        numbers.push_back(*number);
      else if (const auto level = readLevelWord(word.text))
        named.push_back(*level);
      else
        ++others;
    }
    if (!named.empty() && named.size() >= others) {
      scale_.levels = named;
      sortLevels();
      addUnknownLevels();
    } else if (!numbers.empty()) {
      findRange(numbers);
    } else if (marks == 0 && others > 0 && (hasLevelColumn() || !lettersFit_)) {
      addUnknownLevels();
    }
  }

  [[nodiscard]] bool hasLevelColumn() const {
    return llvm::any_of(found_.files,
                        [](const Survey& it) { return it.columns.contains(Role::Level); });
  }

  void sortLevels() {
    const bool numbered =
        llvm::all_of(scale_.levels, [](const LevelWord& it) { return it.number.has_value(); });
    if (numbered) {
      llvm::stable_sort(scale_.levels,
                        [](const auto& x, const auto& y) { return *x.number < *y.number; });
      for (size_t i = 1; i < scale_.levels.size(); ++i) {
        if (*scale_.levels[i].number == *scale_.levels[i - 1].number) doubtOrder();
      }
      return;
    }
    // Columns stand in order; words in cells do not.
    const bool fromColumns =
        llvm::any_of(found_.files, [](const Survey& it) { return !it.levels.empty(); });
    if (fromColumns) {
      const bool falls = llvm::is_sorted(
          scale_.levels, [](const auto& x, const auto& y) { return x.rank > y.rank; });
      const bool rises = llvm::is_sorted(
          scale_.levels, [](const auto& x, const auto& y) { return x.rank < y.rank; });
      if (falls && !rises) std::reverse(scale_.levels.begin(), scale_.levels.end());
      return;
    }
    llvm::stable_sort(scale_.levels, [](const auto& x, const auto& y) { return x.rank < y.rank; });
    for (size_t i = 1; i < scale_.levels.size(); ++i) {
      if (scale_.levels[i].rank == scale_.levels[i - 1].rank) doubtOrder();
    }
  }

  void addUnknownLevels() {
    for (const auto& [folded, word] : words_) {
      if (isNothing(folded) || isYes(folded) || readNumber(word.text)) continue;
      if (llvm::any_of(scale_.levels,
                       [&](const LevelWord& it) { return fold(it.title) == folded; }))
        continue;
      const bool isRare = word.number < 2 && (lettersFit_ || !isLetter(folded));
      if (readLevelWord(word.text) || importanceOf(folded) || isRare || scale_.levels.size() >= 10)
        continue;
      scale_.levels.push_back({word.text, {}, 0});
      doubtOrder();
    }
  }

  void doubtOrder() {
    if (orderDoubted_) return;
    orderDoubted_ = true;
    found_.doubts.push_back({"the order of the levels is a guess", {}});
  }

  void findRange(llvm::ArrayRef<double> numbers) {
    scale_.low = *std::min_element(numbers.begin(), numbers.end());
    scale_.high = *std::max_element(numbers.begin(), numbers.end());
    if (scale_.low == 0 && scale_.high > 1) {
      double above = scale_.high;
      for (const double number : numbers) above = number > 0 ? std::min(above, number) : above;
      if (above >= 1 && above < scale_.high) {
        zeroIsNothing_ = true;
        scale_.low = above;
        found_.doubts.push_back(
            {"that `0` means that a competency is not required is a guess", {}});
      }
    }
    if (scale_.low >= scale_.high) {
      found_.doubts.push_back(
          {fmt::format("the range of the scale is a guess: only `{}` occurs", scale_.low), {}});
      scale_.low = std::min(scale_.low, 1.0);
      scale_.high = std::max(scale_.high, scale_.low + 4);
    }
    scale_.lowest = scale_.low;
    if (scale_.low > 1 && scale_.low <= 3 && scale_.high > 3) scale_.low = 1;
    scale_.hasRange = true;
  }

  // ---- What the words mean ----------------------------------------------------------------------

  void explainWords() {
    for (const auto& [folded, word] : words_) explain(folded, word);
    for (const auto& [folded, word] : importance_) {
      const bool isOdd = isLetter(folded) && !importanceLettersFit_;
      auto it = isOdd ? std::nullopt : guessImportance(folded);
      if (!it && isYes(folded)) it = "essential";
      if (it) {
        if (folded != *it)
          found_.importance.push_back(fmt::format("{} = {}", quoted(word.text), quoted(*it)));
      } else {
        unknown(found_.importance, word, "essential");
      }
    }
    llvm::sort(found_.values);
    for (const auto& [folded, word] : kinds_) {
      const auto it = guessKind(folded);
      if (it && folded != *it)
        found_.kinds.push_back(fmt::format("{} = {}", quoted(word.text), quoted(*it)));
      else if (!it)
        unknown(found_.kinds, word, "general");
    }
  }

  static void unknown(std::vector<std::string>& lines, const Word& word, StringRef example) {
    lines.push_back(
        fmt::format("# {} = {}   # CHECK: {} of it; not understood as long as it has no line",
                    quoted(word.text), quoted(example),
                    word.number == 1 ? "1 cell" : fmt::format("{} cells", word.number)));
  }

  void explain(const std::string& folded, const Word& word) {
    const auto says = [&](StringRef meaning) {
      found_.values.push_back(fmt::format("{} = {}", quoted(word.text), quoted(meaning)));
    };
    if (isNothing(folded)) return says("not required");
    if (isLevelTitle(folded)) return;
    const auto number = readNumber(word.text);
    if (number && scale_.hasRange) {
      if (zeroIsNothing_ && *number == 0) says("not required");
      return;
    }
    if (number && !scale_.levels.empty()) return explainNumber(*number, word);
    if (isYes(folded)) {
      if (!scale_.isThere()) return says("required");
      if (scale_.levels.empty()) return unknown(found_.values, word, fmt::format("{}", scale_.low));
      doubtMark(word);
      return says(scale_.levels.front().title);
    }
    if (const auto level = readLevelWord(word.text);
        level && level->number && !scale_.levels.empty() && !isLevelTitle(folded))
      return explainNumber(*level->number, word);
    if (const LevelWord* level = byInitial(folded)) return says(level->title);
    if (importanceOf(folded)) {
      if (scale_.isThere())
        unknown(found_.values, word, "not required");
      else
        add(importance_, word.text, word.span);
      return;
    }
    unknown(found_.values, word, "not required");
  }

  [[nodiscard]] bool isLevelTitle(const std::string& folded) const {
    return llvm::any_of(scale_.levels,
                        [&](const LevelWord& it) { return fold(it.title) == folded; });
  }

  void explainNumber(double number, const Word& word) {
    const LevelWord* found = nullptr;
    for (const LevelWord& it : scale_.levels) {
      if (it.number && *it.number == number) found = &it;
    }
    const bool numbered =
        llvm::any_of(scale_.levels, [](const LevelWord& it) { return it.number.has_value(); });
    if (!found && !numbered && number >= 1 && number <= static_cast<double>(scale_.levels.size()) &&
        number == std::floor(number))
      found = &scale_.levels[static_cast<size_t>(number) - 1];
    if (found) {
      found_.values.push_back(fmt::format("{} = {}", quoted(word.text), quoted(found->title)));
    } else if (number == 0) {
      found_.values.push_back(fmt::format("{} = \"not required\"", quoted(word.text)));
    } else {
      unknown(found_.values, word, "not required");
    }
  }

  void doubtMark(const Word& word) {
    found_.doubts.push_back(
        {fmt::format("which level `{}` means is a guess", word.text), word.span});
  }

  [[nodiscard]] const LevelWord* byInitial(StringRef folded) const {
    if (unicode::length(folded) > 2) return nullptr;
    const LevelWord* found = nullptr;
    for (const LevelWord& it : scale_.levels) {
      if (!StringRef(fold(it.title)).starts_with(folded)) continue;
      if (found) return nullptr;
      found = &it;
    }
    return found;
  }

  Findings found_;
  GuessedScale scale_;
  Words words_, importance_, kinds_;
  bool zeroIsNothing_ = false;
  bool orderDoubted_ = false;
  bool lettersFit_ = true;            ///< Single letters in cells read as importance, all of them.
  bool importanceLettersFit_ = true;  ///< So do those of columns with importance.
};

}  // namespace

Proposal guess(llvm::ArrayRef<GuessFile> files) { return Proposer(files).run(); }

}  // namespace cadre::import::sheets
