// What the words of cells mean on the scale that was found: takes them, gives the lines of the
// tables of words. A word that is not known gets a line for the author to fill in.
#include "import/sheets/proposer.h"
#include "support/suggest.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <fmt/format.h>

#include <cmath>

namespace cadre::import::sheets {

void Proposer::explainWords() {
  for (const auto& [folded, word] : words_) explain(folded, word);
  for (const auto& [folded, word] : importance_) {
    const bool isOdd = isLetter(folded) && !importanceLettersFit_;
    auto it = isOdd ? std::nullopt : guessImportance(folded);
    if (!it && isYes(folded)) it = "essential";
    if (it) {
      if (folded != *it)
        found_.importance.push_back(fmt::format("{} = {}", quoted(word.text), quoted(*it)));
    } else {
      unknown(found_.importance, word, "", "essential, desired or optional?");
    }
  }
  llvm::sort(found_.values);
  for (const auto& [folded, word] : kinds_) {
    const auto it = guessKind(folded);
    if (it && folded != *it)
      found_.kinds.push_back(fmt::format("{} = {}", quoted(word.text), quoted(*it)));
    else if (!it)
      unknown(found_.kinds, word, "", "which kind?");
  }
}

void Proposer::unknown(std::vector<std::string>& lines, const Word& word, StringRef nearest,
                       StringRef question) {
  lines.push_back(
      fmt::format("# {} = {}   # CHECK: {} {} of it; not understood as long as it has no line",
                  quoted(word.text), quoted(nearest), question,
                  word.number == 1 ? "1 cell" : fmt::format("{} cells", word.number)));
}

void Proposer::unknownLevel(const Word& word) {
  if (scale_.isThere())
    return unknown(found_.values, word, nearestLevel(fold(word.text)), "which level?");
  unknown(found_.values, word, "", "required or not?");
}

void Proposer::says(const Word& word, StringRef meaning) {
  found_.values.push_back(fmt::format("{} = {}", quoted(word.text), quoted(meaning)));
}

void Proposer::explain(const std::string& folded, const Word& word) {
  if (isNothing(folded)) return says(word, "not required");
  if (isLevelTitle(folded)) return;
  const auto number = readNumber(word.text);
  if (number && scale_.hasRange) {
    if (zeroIsNothing_ && *number == 0) says(word, "not required");
    return;
  }
  if (number && !scale_.levels.empty()) return explainNumber(*number, word);
  if (isYes(folded)) {
    if (!scale_.isThere()) return says(word, "required");
    if (scale_.levels.empty()) return unknownLevel(word);
    doubt(fmt::format("which level `{}` means is a guess", word.text), word.span);
    return says(word, scale_.levels.front().title);
  }
  if (explainFraction(word)) return;
  if (const auto level = readAnyLevel(word.text); level && level->number && !scale_.levels.empty())
    return explainNumbered(*level, word);
  if (const LevelWord* level = byInitial(folded)) return says(word, level->title);
  const bool isImportance = !scale_.isThere() || (isDegree(folded) && !word.isOfLevels);
  if (importanceOf(folded) && isImportance) {
    add(importance_, word.text, word.span);
    return;
  }
  if (!explainBoth(folded, word)) unknownLevel(word);
}

bool Proposer::explainBoth(const std::string& folded, const Word& word) {
  for (const LevelWord& it : scale_.levels) {
    StringRef rest = folded;
    if (!rest.consume_front(fold(it.title)) || !StringRef(" (/,;-").contains(rest.take_front()))
      continue;
    const std::string behind = rest.trim(" ()/,;-").str();
    if (!importanceOf(behind)) continue;
    add(importance_, behind, word.span);
    return true;
  }
  return false;
}

bool Proposer::explainFraction(const Word& word) {
  const auto fraction = readFraction(word.text);
  if (!fraction || !scale_.hasRange || fraction->second != scale_.high ||
      fraction->first < scale_.low)
    return false;
  says(word, fmt::format("{}", fraction->first));
  if (!std::exchange(fractionsDoubted_, true))
    doubt(fmt::format("that `{}` means {} is a guess", word.text, fraction->first), word.span);
  return true;
}

void Proposer::explainNumber(double number, const Word& word) {
  const LevelWord* found = nullptr;
  for (const LevelWord& it : scale_.levels) {
    if (it.number && *it.number == number) found = &it;
  }
  const bool numbered =
      llvm::any_of(scale_.levels, [](const LevelWord& it) { return it.number.has_value(); });
  if (!found && !numbered && number >= 1 && number <= static_cast<double>(scale_.levels.size()) &&
      number == std::floor(number))
    found = &scale_.levels[static_cast<size_t>(number) - 1];
  if (found)
    says(word, found->title);
  else if (number == 0)
    says(word, "not required");
  else
    unknownLevel(word);
}

void Proposer::explainNumbered(const LevelWord& level, const Word& word) {
  // What the word says counts for more than its place: `4 - Expert` is no fourth of three levels.
  const std::string folded = fold(word.text);
  for (const LevelWord& it : scale_.levels) {
    const std::string title = fold(it.title);
    if (level.rank > 0 && it.rank == level.rank && StringRef(folded).contains(title))
      return says(word, it.title);
  }
  for (const LevelWord& it : scale_.levels) {
    if (it.number == level.number) return says(word, it.title);
  }
  // `Level 2` is the second, where the levels have no numbers.
  if (level.rank == 0 && readLevelWord(word.text)) return explainNumber(*level.number, word);
  unknownLevel(word);
}

const LevelWord* Proposer::byInitial(StringRef folded) const {
  if (unicode::length(folded) > 2) return nullptr;
  const LevelWord* found = nullptr;
  for (const LevelWord& it : scale_.levels) {
    if (!StringRef(fold(it.title)).starts_with(folded)) continue;
    if (found) return nullptr;
    found = &it;
  }
  return found;
}

std::string Proposer::nearestLevel(const std::string& folded) const {
  if (scale_.hasRange) {
    const auto level = readAnyLevel(folded);
    const bool fits =
        level && level->number && *level->number >= scale_.low && *level->number <= scale_.high;
    return fits ? std::to_string(*level->number) : "";
  }
  std::vector<std::string> titles;
  std::vector<StringRef> candidates;
  for (const LevelWord& it : scale_.levels) titles.push_back(fold(it.title));
  size_t longest = 0;
  size_t found = titles.size();
  for (size_t i = 0; i < titles.size(); ++i) {
    candidates.push_back(titles[i]);
    if (titles[i].size() < 3 || titles[i].size() <= longest ||
        !StringRef(folded).contains(titles[i]))
      continue;
    longest = titles[i].size();
    found = i;
  }
  if (found == titles.size()) {
    const auto near = suggest(folded, candidates, 1);
    if (!near.empty())
      found = static_cast<size_t>(llvm::find(titles, near.front()) - titles.begin());
  }
  return found < titles.size() ? scale_.levels[found].title : "";
}

}  // namespace cadre::import::sheets
