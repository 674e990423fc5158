// The scale of a guess: takes the levels that head columns and the words of cells, gives levels in
// their order, or a range of numbers. What it is not sure of becomes a doubt.
#include "import/sheets/proposer.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

#include <cmath>
#include <set>

namespace cadre::import::sheets {

namespace {

constexpr size_t mostLevels = 10;

std::string titlesOf(llvm::ArrayRef<LevelWord> levels) {
  std::vector<std::string> titles;
  for (const LevelWord& it : levels) titles.push_back(it.title);
  return inBackticks(titles);
}

/// `2 - Some words`; but `2 - optional` says how important something is, too.
std::optional<LevelWord> readNumbered(const std::string& text) {
  auto level = readAnyLevel(text);
  if (!level || !level->number) return {};
  const std::string folded = fold(text);
  const StringRef words =
      StringRef(folded).drop_while([](char c) { return llvm::isDigit(c) || !llvm::isAlpha(c); });
  return guessImportance(words) && !isDegree(words) ? std::nullopt : level;
}

}  // namespace

void Proposer::judgeLetters() {
  const auto fits = [](const Words& words) {
    return llvm::all_of(words, [](const auto& it) {
      return !isLetter(it.first) || guessImportance(it.first).has_value();
    });
  };
  lettersFit_ = fits(words_);
  importanceLettersFit_ = fits(importance_);
}

bool Proposer::isLetter(StringRef folded) {
  return folded.size() == 1 && llvm::isAlpha(folded.front()) && !isYes(folded) &&
         !isNothing(folded);
}

void Proposer::findScale() {
  judgeLetters();
  findHeadedLevels();
  if (!scale_.levels.empty()) return;
  const Said said = sayWords();
  if (llvm::any_of(found_.files, [](const Survey& it) { return it.isNumeric; }))
    return findOwnRange();
  const bool hasNamed = !said.named.empty();
  const bool areDegrees = said.degrees.size() > 1 && said.numbers.empty() &&
                          said.importances == 0 && said.degreeCells > said.namedCells &&
                          !said.isNamedOfLevels;
  if (areDegrees) {
    takeDegrees(said);
  } else if (hasNamed && (said.isNamedOfLevels || said.named.size() >= said.unknown.size()) &&
             said.namedCells >= said.numberCells) {
    scale_.levels = said.named;
    sortLevels();
    addUnknownLevels(false);
  } else if (!said.numbers.empty()) {
    findRange(said.numbers);
  } else if (!said.fractions.empty() && said.unknown.size() <= said.fractions.size()) {
    findRange(said.fractions);
  } else if (!said.degrees.empty() && said.importances == 0) {
    takeDegrees(said);
  } else if (said.unknownOfLevels > 0 && said.unknown.size() <= mostLevels) {
    addUnknownLevels(true);
  } else if (said.marks == 0 && !said.unknown.empty()) {
    const bool recurs = llvm::any_of(found_.files, [](const Survey& it) { return it.hasOddCells; });
    if (recurs || !lettersFit_) addUnknownLevels(false);
  }
}

void Proposer::findHeadedLevels() {
  bool isOwn = false;
  for (const Survey& it : found_.files) {
    if (it.isNumeric) continue;
    isOwn = isOwn || (it.isOwn && !it.levels.empty());
    for (const auto& [level, column] : it.levels) {
      if (!isLevelTitle(fold(level.title))) scale_.levels.push_back(level);
    }
  }
  if (!isOwn) sortLevels();
}

Proposer::Said Proposer::sayWords() const {
  Said said;
  for (const auto& [folded, word] : words_) {
    if (isNothing(folded)) continue;
    const auto sort = levelSortOf(folded);
    const bool isDegree = sort == LevelSort::Degree || sort == LevelSort::Colour;
    const auto level =
        word.isOfLevels && !isDegree ? readAnyLevel(word.text) : readLevelWord(word.text);
    if (isYes(folded)) {
      ++said.marks;
    } else if (const auto number = readNumber(word.text)) {
      said.numbers.push_back(*number);
      said.numberCells += word.number;
    } else if (const auto fraction = readFraction(word.text)) {
      said.fractions.push_back(fraction->first);
      said.unknownOfLevels += word.isOfLevels ? 1 : 0;
    } else if (const auto named = level && !level->number ? level : readNumbered(word.text)) {
      said.named.push_back(*named);
      said.namedCells += word.number;
      said.isNamedOfLevels |= word.isOfLevels;
    } else if (isDegree) {
      said.degrees.push_back({word.text, {}, levelRankOf(folded)});
      said.degreeCells += word.number;
    } else if (importanceOf(folded)) {
      ++said.importances;
    } else {
      said.unknown.push_back(word.text);
      said.unknownOfLevels += word.isOfLevels ? 1 : 0;
    }
  }
  // Beside `Expert`, `Expert (senior)` is a way to write it, or something that nobody knows.
  const auto isPlain = [](const LevelWord& it) {
    return it.number || levelSortOf(fold(it.title)).has_value();
  };
  const auto isVariant = [&](const LevelWord& it) {
    return !isPlain(it) && llvm::any_of(said.named, [&](const LevelWord& other) {
      return isPlain(other) && other.rank == it.rank;
    });
  };
  std::vector<LevelWord> named;
  for (const LevelWord& it : said.named) {
    if (isVariant(it))
      said.unknown.push_back(it.title);
    else
      named.push_back(it);
  }
  said.named = std::move(named);
  return said;
}

void Proposer::takeDegrees(const Said& said) {
  scale_.levels = said.degrees;
  scale_.levels.insert(scale_.levels.end(), said.named.begin(), said.named.end());
  sortLevels();
  const bool isOfLevels = llvm::any_of(words_, [](const auto& it) {
    return it.second.isOfLevels && levelSortOf(it.first).has_value();
  });
  const bool areColours = llvm::all_of(said.degrees, [](const LevelWord& it) {
    return levelSortOf(fold(it.title)) == LevelSort::Colour;
  });
  if (!isOfLevels)
    doubt(fmt::format("that {} are levels{} is a guess", titlesOf(scale_.levels),
                      areColours ? "" : ", and not how important a requirement is,"));
  addUnknownLevels(said.unknownOfLevels > 0);
  doubtOrder();
}

void Proposer::sortLevels() {
  auto& levels = scale_.levels;
  const auto byRank = [](const LevelWord& x, const LevelWord& y) { return x.rank < y.rank; };
  const auto byNumber = [](const LevelWord& x, const LevelWord& y) {
    return *x.number < *y.number;
  };
  const bool ranked = llvm::all_of(levels, [](const LevelWord& it) { return it.rank > 0; });
  if (llvm::all_of(levels, [](const LevelWord& it) { return it.number.has_value(); })) {
    llvm::stable_sort(levels, byNumber);
    for (size_t i = 1; i < levels.size(); ++i) {
      if (!byNumber(levels[i - 1], levels[i])) doubtOrder();
    }
    // `1 - Expert`, `4 - Basic`: the words say otherwise.
    if (ranked && !llvm::is_sorted(levels, byRank)) doubtOrder();
    return;
  }
  if (levels.size() > 1 && !ranked) {
    doubtOrder();
    rankUnknown();
  }
  llvm::stable_sort(levels, byRank);
  for (size_t i = 1; i < levels.size(); ++i) {
    if (!byRank(levels[i - 1], levels[i])) doubtOrder();
  }
}

void Proposer::rankUnknown() {
  auto& levels = scale_.levels;
  std::vector<int> known;
  for (const LevelWord& it : levels) {
    if (it.rank > 0) known.push_back(it.rank);
  }
  const bool falls = known.size() > 1 && std::is_sorted(known.rbegin(), known.rend());
  if (falls && known.front() != known.back()) std::reverse(levels.begin(), levels.end());
  // Each stands just above the one beside it.
  int last = 0;
  for (LevelWord& it : levels) {
    if (it.rank == 0) it.rank = last;
    last = it.rank;
  }
}

void Proposer::sortSequence() {
  const auto roman = [](StringRef text) -> std::optional<int> {
    static constexpr StringRef numbers[] = {"i",  "ii",  "iii",  "iv", "v",
                                            "vi", "vii", "viii", "ix", "x"};
    const auto* found = llvm::find(numbers, text);
    return found == std::end(numbers) ? std::nullopt : std::optional<int>(found - numbers + 1);
  };
  const auto letter = [](StringRef text) -> std::optional<int> {
    return text.size() == 1 && llvm::isAlpha(text.front()) ? std::optional<int>(text.front())
                                                           : std::nullopt;
  };
  const auto sortBy = [&](const auto& valueOf) {
    auto& levels = scale_.levels;
    if (levels.size() < 2 || !llvm::all_of(levels, [&](const LevelWord& it) {
          return it.rank == 0 && !it.number && valueOf(fold(it.title));
        }))
      return false;
    llvm::stable_sort(levels, [&](const LevelWord& x, const LevelWord& y) {
      return *valueOf(fold(x.title)) < *valueOf(fold(y.title));
    });
    return true;
  };
  if (sortBy(roman)) return;
  // `B`, `P`, `E` are the initials of words, and stand in their order.
  std::set<char> letters;
  for (const LevelWord& it : scale_.levels) {
    const std::string folded = fold(it.title);
    if (folded.empty()) return;
    letters.insert(folded.front());
  }
  const bool follow =
      !letters.empty() &&
      static_cast<size_t>(*letters.rbegin() - *letters.begin()) + 1 == scale_.levels.size();
  if (follow) sortBy(letter);
}

void Proposer::addUnknownLevels(bool all) {
  for (const auto& [folded, word] : words_) {
    if (isNothing(folded) || isYes(folded) || readNumber(word.text) || isLevelTitle(folded))
      continue;
    const bool isRare = word.number < 2 && !all && (lettersFit_ || !isLetter(folded));
    if (readLevelWord(word.text) || importanceOf(folded) || isRare ||
        scale_.levels.size() >= mostLevels)
      continue;
    scale_.levels.push_back({word.text, {}, 0});
    doubtOrder();
  }
}

void Proposer::doubtOrder() {
  if (orderDoubted_) return;
  orderDoubted_ = true;
  doubt("the order of the levels is a guess");
}

// ---- A range of numbers

std::optional<std::pair<double, double>> readFraction(StringRef text) {
  const auto [part, whole] = text.split('/');
  const auto one = readNumber(part.trim());
  const auto most = readNumber(whole.trim());
  if (!one || !most || *one < 0 || *one > *most || *most > 10) return {};
  return std::pair{*one, *most};
}

void Proposer::findRange(llvm::ArrayRef<double> numbers) {
  scale_.low = *std::min_element(numbers.begin(), numbers.end());
  scale_.high = *std::max_element(numbers.begin(), numbers.end());
  scale_.highest = scale_.high;
  if (scale_.low == 0 && scale_.high > 1) {
    double above = scale_.high;
    for (const double number : numbers) above = number > 0 ? std::min(above, number) : above;
    if (above >= 1 && above < scale_.high) {
      zeroIsNothing_ = true;
      scale_.low = above;
      doubt("that `0` means that a competency is not required is a guess");
    }
  }
  if (scale_.low >= scale_.high) {
    doubt(fmt::format("the range of the scale is a guess: only `{}` occurs", scale_.low));
    scale_.low = std::min(scale_.low, 1.0);
    scale_.high = std::max(scale_.high, scale_.low + 4);
  }
  scale_.lowest = scale_.low;
  if (scale_.low > 1 && scale_.low <= 3 && scale_.high > 3) scale_.low = 1;
  scale_.hasRange = true;
  findUpperEnd();
  findRangeInHeaders();
  constexpr double mostUsual = 10;
  if (scale_.high > mostUsual)
    doubt(fmt::format("the upper end of the scale is a guess: the highest number is `{}`",
                      scale_.high));
}

void Proposer::findRangeInHeaders() {
  for (const Survey& it : found_.files) {
    for (size_t column = 0; it.header && column < it.table.width; ++column) {
      const std::string head = it.head(column);
      const StringRef inside = StringRef(head).split('(').second.split(')').first;
      size_t dash = inside.find('-');
      size_t behind = dash + 1;
      if (dash == StringRef::npos) {
        dash = inside.find("–");
        behind = dash + StringRef("–").size();
      }
      if (dash == StringRef::npos) continue;
      const auto low = readNumber(inside.take_front(dash).trim());
      const auto high = readNumber(inside.drop_front(behind).trim());
      if (!low || !high || *low > scale_.low || *high < scale_.high || *low >= *high) continue;
      if (*low == scale_.low && *high == scale_.high) continue;
      scale_.low = *low;
      scale_.high = *high;
      return doubt(fmt::format("the range of the scale is a guess: there is `{}`", head),
                   it.span(*it.header, column));
    }
  }
}

void Proposer::findUpperEnd() {
  const double high = scale_.high;
  std::string why;
  for (const auto& [folded, word] : words_) {
    if (const auto fraction = readFraction(word.text); fraction && fraction->second > scale_.high) {
      scale_.high = fraction->second;
      why = fmt::format(": there is `{}`", word.text);
    }
  }
  if (scale_.high == high && high != std::floor(high)) {
    scale_.high = std::ceil(high);
    why = fmt::format(": the highest number is `{}`", high);
  }
  if (!why.empty()) doubt("the upper end of the scale is a guess" + why);
}

void Proposer::findOwnRange() {
  std::vector<double> numbers;
  for (const Survey& it : found_.files) {
    for (const auto& [level, column] : it.levels) {
      if (const auto number = readNumber(level.title)) numbers.push_back(*number);
    }
  }
  for (const auto& [folded, word] : words_) {
    if (const auto number = readNumber(word.text)) numbers.push_back(*number);
  }
  scale_.low = *std::min_element(numbers.begin(), numbers.end());
  scale_.high = *std::max_element(numbers.begin(), numbers.end());
  scale_.lowest = scale_.low;
  scale_.highest = scale_.high;
  if (scale_.low == scale_.high) scale_.high += 1;
  scale_.hasRange = true;
  doubt("where the scale begins and ends is a guess: the sheets have the numbers that occur");
}

// ---- Columns that say no level

void Proposer::dropIdleLevels() {
  if (scale_.isThere()) return;
  bool any = false;
  for (Survey& it : found_.files) {
    const auto role = it.columns.find(Role::Level);
    if (role == it.columns.end()) continue;
    any = true;
    const size_t column = role->second.front();
    const std::string head = it.shownHead(column);
    size_t filled = 0;
    bool isImportance = it.shape == Shape::List && !it.columns.contains(Role::Importance);
    it.each({column}, [&](const std::string& text, Span) {
      ++filled;
      isImportance = isImportance && importanceOf(fold(text)).has_value();
    });
    it.columns.erase(role);
    const Span span = it.span(it.header.value_or(0), column);
    if (filled > 0 && isImportance) {
      it.columns[Role::Importance] = {column};
      doubt(fmt::format("`{}`: that column `{}` says how important a requirement is is a guess",
                        it.name, head),
            span);
      continue;
    }
    it.unused.push_back(column);
    llvm::sort(it.unused);
    if (filled > 0)
      doubt(fmt::format("`{}`: that column `{}` says nothing is a guess", it.name, head), span);
  }
  if (!any) return;
  words_.clear();
  importance_.clear();
  kinds_.clear();
  collectWords();
}

}  // namespace cadre::import::sheets
