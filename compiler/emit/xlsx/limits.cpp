#include "emit/xlsx/limits.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>

namespace cadre::emit::xlsx {

namespace {

constexpr size_t longestName = 31;
constexpr StringRef ellipsis = "…";
constexpr StringRef replacement = "\xEF\xBF\xBD";

size_t utf16Length(char32_t value) { return value > 0xFFFF ? 2 : 1; }

size_t utf16Length(StringRef text) {
  size_t length = 0;
  for (size_t at = 0; at < text.size();) {
    const auto point = unicode::decode(text, at);
    length += utf16Length(point.value);
    at += point.length;
  }
  return length;
}

/// At most `most` characters of `text`, whole ones.
StringRef takeCharacters(StringRef text, size_t most) {
  size_t at = 0;
  for (size_t length = 0; at < text.size();) {
    const auto point = unicode::decode(text, at);
    length += utf16Length(point.value);
    if (length > most) break;
    at += point.length;
  }
  return text.take_front(at);
}

bool isXmlCharacter(char32_t value) {
  if (value < ' ') return value == '\t' || value == '\n';
  return value != 0xFFFE && value != 0xFFFF;
}

/// `_x0041_` in a cell stands for a character; where a text says just that, its first `_` is
/// written as such a reference itself.
bool isReference(StringRef text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         llvm::all_of(text.substr(2, 4), llvm::isHexDigit);
}

}  // namespace

CellText fitText(StringRef text, size_t mostCharacters) {
  CellText out;
  size_t length = 0;
  size_t room = 0;  // Where the text would be cut, for an ellipsis to follow.
  for (size_t at = 0; at < text.size();) {
    const auto point = unicode::decode(text, at);
    StringRef piece = text.substr(at, point.length);
    if (piece == "\r") {
      piece = text.substr(at + 1).starts_with("\n") ? "" : "\n";
    } else if (!point.valid || !isXmlCharacter(point.value)) {
      piece = replacement;
      out.isChanged = true;
    } else if (isReference(text.substr(at))) {
      piece = "_x005F_";
    }
    length += utf16Length(piece);
    if (length > mostCharacters) {
      out.isCut = true;
      out.text.resize(room);
      out.text += ellipsis;
      return out;
    }
    out.text += piece;
    if (length < mostCharacters) room = out.text.size();
    at += point.length;
  }
  return out;
}

SheetNames::SheetNames(llvm::ArrayRef<StringRef> fixed) {
  taken_.insert("history");
  for (const StringRef name : fixed) taken_.insert(unicode::foldCase(name));
}

std::string SheetNames::claim(StringRef wanted) {
  std::string clean;
  for (const char c : fitText(wanted, longestName * 4).text) {
    const bool isSpace = StringRef("[]:*?/\\\n\t ").contains(c);
    if (!isSpace) clean += c;
    if (isSpace && !StringRef(clean).ends_with(" ")) clean += ' ';
  }
  StringRef stem = StringRef(clean).trim(" '");
  if (stem.empty()) stem = "Sheet";
  std::string name = takeCharacters(stem, longestName).rtrim(" '").str();
  for (size_t i = 2; !taken_.insert(unicode::foldCase(name)).second; ++i) {
    const std::string suffix = " (" + std::to_string(i) + ")";
    name = takeCharacters(stem, longestName - suffix.size()).rtrim(" '").str() + suffix;
  }
  return name;
}

}  // namespace cadre::emit::xlsx
