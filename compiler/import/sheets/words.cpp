#include "import/sheets/words.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::import::sheets {

namespace {

constexpr StringRef between = " \t/,;:|()[]-+&";

std::optional<Need> readLevel(StringRef text, const Map& map) {
  const std::string word = fold(text);
  if (const auto found = map.values.find(word); found != map.values.end()) {
    found->second.isSaid = true;
    return Need{found->second.what != Meaning::NotRequired, found->second.level, {}};
  }
  if (!map.scale.isThere()) return {};
  if (const auto level = map.scale.find(text)) return Need{true, *level, {}};
  // `3,0` and `3.0` are `3`.
  StringRef number = word;
  const auto point = number.find_first_of(".,");
  if (point == StringRef::npos ||
      number.drop_front(point + 1).find_first_not_of('0') != StringRef::npos)
    return {};
  const auto found = map.values.find(number.take_front(point).str());
  if (found == map.values.end()) return {};
  found->second.isSaid = true;
  return Need{found->second.what != Meaning::NotRequired, found->second.level, {}};
}

std::optional<Need> join(StringRef one, StringRef other, const Map& map) {
  const auto level = readLevel(one, map);
  if (!level || !level->isRequired) return {};
  if (const auto importance = readImportance(other, map))
    return Need{true, level->level, *importance};
  // `3 - Advanced`, where both say the same.
  const auto again = readLevel(other, map);
  if (again && again->isRequired && !level->level.empty() && again->level == level->level)
    return level;
  return {};
}

/// A bullet or a number in front of an item; 0 without one.
size_t bulletLength(StringRef line) {
  static constexpr StringRef dashes[] = {"-", "–", "—", "*", "+", "o"};
  static constexpr StringRef bullets[] = {"•", "·", "▪", "▫", "◦", "○",      "●",     "■",
                                          "‣", "➢", "►", "✓", "✔", "\uF0B7", "\uF0A7"};
  for (const StringRef bullet : bullets) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  for (const StringRef dash : dashes) {
    if (line.starts_with(dash) && line.substr(dash.size()).starts_with(" ")) return dash.size();
  }
  size_t digits = line.take_while(llvm::isDigit).size();
  if (digits == 0 && line.size() > 1 && llvm::isAlpha(line[0])) digits = line[1] == ')' ? 1 : 0;
  if (digits == 0 || digits > 2 || digits + 1 >= line.size()) return 0;
  const char mark = line[digits];
  return (mark == '.' || mark == ')') && line[digits + 1] == ' ' ? digits + 1 : 0;
}

}  // namespace

std::optional<std::string> readImportance(StringRef word, const Map& map) {
  const std::string folded = fold(word);
  if (const auto found = map.importance.find(folded); found != map.importance.end())
    return found->second;
  if (folded == "essential" || folded == "desired" || folded == "optional") return folded;
  return {};
}

std::optional<std::string> readKind(StringRef word, const Map& map) {
  const std::string folded = fold(word);
  if (const auto found = map.kinds.find(folded); found != map.kinds.end()) return found->second;
  if (folded == "behavioral") return "behavioural";
  if (llvm::is_contained({"technical", "behavioural", "leadership", "general"}, StringRef(folded)))
    return folded;
  return {};
}

std::optional<Need> readNeed(StringRef text, const Map& map) {
  if (const auto level = readLevel(text, map)) return level;
  if (const auto importance = readImportance(text, map)) return Need{true, {}, *importance};
  constexpr size_t longest = 80;
  if (text.size() > longest) return {};
  for (size_t i = 1; i < text.size(); ++i) {
    const StringRef left = text.take_front(i).trim(between);
    const StringRef right = text.drop_front(i).trim(between);
    if (left.empty() || right.empty()) continue;
    if (auto both = join(left, right, map)) return both;
    if (auto both = join(right, left, map)) return both;
  }
  return {};
}

bool isMark(StringRef text) {
  const std::string word = fold(text);
  static constexpr StringRef marks[] = {"x", "✓", "✔", "☑", "✅", "☒", "✗",
                                        "✘", "•", "●", "■", "*", "×", "\uF0FC"};
  return llvm::is_contained(marks, StringRef(word));
}

std::vector<std::string> splitItems(StringRef text, llvm::ArrayRef<std::string> separators) {
  std::vector<StringRef> parts = {text};
  for (const std::string& separator : separators) {
    std::vector<StringRef> finer;
    for (const StringRef part : parts) {
      llvm::SmallVector<StringRef> pieces;
      part.split(pieces, separator);
      finer.insert(finer.end(), pieces.begin(), pieces.end());
    }
    parts = std::move(finer);
  }
  std::vector<std::string> items;
  bool marked = false;
  for (const StringRef part : parts) {
    const std::string line = oneLine(part);
    if (line.empty()) continue;
    const size_t bullet = bulletLength(line);
    const std::string words = oneLine(StringRef(line).drop_front(bullet));
    if (bullet > 0 && words.empty()) {
      items.push_back(line);
    } else if (bullet == 0 && marked && llvm::is_contained(separators, "\n")) {
      items.back() += " " + words;  // The next line of a bullet that was broken.
    } else {
      items.push_back(words);
      marked = marked || bullet > 0;
    }
  }
  return items;
}

}  // namespace cadre::import::sheets
