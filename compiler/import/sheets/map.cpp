#include "import/sheets/map.h"

#include "import/foreign/numbers.h"
#include "import/sheets/map_reader.h"
#include "support/unicode.h"

namespace cadre::import::sheets {

using foreign::parseNumber;

StringRef keyOf(Role role) { return roleTable[static_cast<size_t>(role)].key; }

llvm::ArrayRef<StringRef> roleKeys() {
  static const auto keys = [] {
    std::vector<StringRef> words;
    for (const RoleRow& row : roleTable) words.push_back(row.key);
    return words;
  }();
  return keys;
}

std::optional<std::string> ScaleInfo::find(StringRef word) const {
  if (isNumeric()) {
    std::string number = word.trim().str();
    std::replace(number.begin(), number.end(), ',', '.');
    const auto value = parseNumber(number);
    if (!value || *value < *parseNumber(low) || *value > *parseNumber(high)) return {};
    return trimmedNumber(number);
  }
  const std::string folded = fold(word);
  for (const LevelInfo& level : levels) {
    if (fold(level.title) == folded || fold(level.name) == folded) return level.name;
  }
  return {};
}

Map parseMap(const SourceManager& sources, FileId file, Diagnostics& diagnostics) {
  return MapReader(sources, file, diagnostics).read();
}

std::string oneLine(StringRef text) {
  std::string out;
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, at);
    const bool isSpace =
        point.valid && (point.value == ' ' || point.value == '\t' || point.value == '\n' ||
                        point.value == '\r' || unicode::isOddSpace(point.value));
    if (isSpace) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

std::string fold(StringRef text) {
  const std::string line = oneLine(text);
  return unicode::isValid(line) ? unicode::foldCase(line) : line;
}

}  // namespace cadre::import::sheets
