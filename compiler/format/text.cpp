#include "format/text.h"

#include "support/unicode.h"
#include "syntax/token.h"

#include <fmt/format.h>

namespace cadre::format {

using llvm::StringRef;

namespace {

bool mustBeEscaped(char32_t value) {
  return unicode::isControl(value) || unicode::isBidiControl(value) ||
         unicode::isNoncharacter(value) || value == '\r';
}

void appendEscaped(std::string& out, char32_t value, StringRef raw) {
  if (value == '\\') {
    out += "\\\\";
  } else if (mustBeEscaped(value)) {
    out += fmt::format("\\u{{{:X}}}", static_cast<uint32_t>(value));
  } else {
    out += raw;
  }
}

/// Calls `each` with every code point of `text` and its bytes.
template <class Each>
void forEachCodePoint(StringRef text, Each each) {
  for (size_t at = 0; at < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, at);
    each(point.value, text.substr(at, point.length));
    at += point.length;
  }
}

bool isBlank(char c) { return c == ' ' || c == '\t'; }

std::string blockLine(StringRef line) {
  std::string out;
  size_t quotes = 0;
  forEachCodePoint(line, [&](char32_t value, StringRef raw) {
    quotes = value == '"' ? quotes + 1 : 0;
    // The third quote in a row would end the block, and so would one that ends the last line.
    if (quotes == 3) {
      out += '\\';
      quotes = 0;
    }
    appendEscaped(out, value, raw);
  });
  return out;
}

/// `[MR-F1] ` at the front of a text: a bracket that is followed by a space or by nothing.
bool beginsLikeLabel(StringRef text) {
  if (!text.starts_with("[")) return false;
  const size_t close = text.find(']');
  if (close == StringRef::npos || close == 1) return false;
  return close + 1 == text.size() || isBlank(text[close + 1]);
}

bool isWordCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool mayBeginLine(StringRef word) {
  if (word.starts_with("-") || word.starts_with("\\{") || word.starts_with("\\}") ||
      word.starts_with("//")) {
    return false;
  }
  return !syntax::findKeyword(word.take_while(isWordCharacter));
}

}  // namespace

std::string quoted(StringRef value) {
  std::string out = "\"";
  forEachCodePoint(value, [&](char32_t point, StringRef raw) {
    switch (point) {
      case '"': out += "\\\""; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      default: appendEscaped(out, point, raw);
    }
  });
  out += '"';
  return out;
}

llvm::SmallVector<std::string> blockLines(StringRef value) {
  llvm::SmallVector<StringRef> lines;
  value.split(lines, '\n');
  bool indented = true;
  for (const StringRef line : lines) {
    if (line.empty()) continue;
    if (isBlank(line.back())) return {};
    indented = indented && isBlank(line.front());
  }
  if (indented || lines.front().empty() || lines.back().empty()) return {};
  llvm::SmallVector<std::string> out;
  for (const StringRef line : lines) out.push_back(blockLine(line));
  return out;
}

std::string prose(StringRef text, bool hasLabel) {
  text = text.trim(" \t\r\n");
  std::string out;
  if (!hasLabel && beginsLikeLabel(text)) out += '\\';
  for (const char c : text) {
    if (c == '{' || c == '}') out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

llvm::SmallVector<StringRef> pieces(StringRef prose) {
  llvm::SmallVector<StringRef> out;
  size_t begin = 0;
  for (size_t at = prose.find(' '); at != StringRef::npos; at = prose.find(' ', at + 1)) {
    const bool inside = at > 0 && at + 1 < prose.size();
    const bool alone = inside && !isBlank(prose[at - 1]) && !isBlank(prose[at + 1]);
    if (!alone || !mayBeginLine(prose.substr(at + 1))) continue;
    out.push_back(prose.slice(begin, at));
    begin = at + 1;
  }
  out.push_back(prose.substr(begin));
  return out;
}

}  // namespace cadre::format
