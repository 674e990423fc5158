#include "format/text.h"

#include "support/unicode.h"
#include "syntax/token.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace cadre::format {

using llvm::StringRef;

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }

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

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The line begins with a word that begins an item or a declaration.
bool beginsLikeItem(StringRef line) {
  const auto word = syntax::findKeyword(line.take_while(isLetter));
  if (!word) return false;
  const auto role = syntax::keywordClass(*word);
  return role == syntax::KeywordClass::BeginsItem || role == syntax::KeywordClass::Declares;
}

bool mayBeginLine(StringRef words) {
  return !words.starts_with("-") && !words.starts_with("\\{") && !words.starts_with("\\}") &&
         !words.starts_with("//") && !beginsLikeItem(words);
}

/// Splits a line of prose at most once: gives what stays, the rest in `line`. `continues`: the line
/// is not a bullet's first.
StringRef takeLine(StringRef& line, size_t room, bool continues) {
  const StringRef whole = line;
  line = {};
  // No character takes more columns than bytes.
  if (whole.size() <= room) return whole;
  // A line such as `about … "…"` reads as an item once it ends in a quote.
  const bool isItemLike = continues && beginsLikeItem(whole);
  size_t best = StringRef::npos;
  size_t column = 0;
  for (size_t at = 0; at < whole.size();) {
    const unicode::CodePoint point = unicode::decode(whole, at);
    const bool isSingle = point.value == ' ' && at > 0 && at + 1 < whole.size() &&
                          !isBlank(whole[at - 1]) && !isBlank(whole[at + 1]);
    if (isSingle && mayBeginLine(whole.substr(at + 1)) && !(isItemLike && whole[at - 1] == '"')) {
      if (column <= room || best == StringRef::npos) best = at;
      if (column > room) break;
    }
    column += static_cast<size_t>(unicode::width(point.value));
    at += point.length;
    if (column > room && best != StringRef::npos) break;
  }
  if (column <= room || best == StringRef::npos) return whole;
  line = whole.substr(best + 1);
  return whole.take_front(best);
}

/// Splits `[label] ` off the front of a bullet's prose, where it is one.
StringRef takeLabel(StringRef& prose) {
  // Longer ones are no labels to the parser.
  constexpr size_t longest = 190;
  const size_t close = prose.find(']');
  if (!beginsLikeLabel(prose) || close > longest) return {};
  const StringRef label = prose.take_front(close + 1);
  if (label.contains('\n')) return {};
  prose = prose.drop_front(close + 1).ltrim(" \t");
  return label;
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

llvm::SmallVector<std::string> escapedBlockLines(StringRef value) {
  llvm::SmallVector<StringRef> lines;
  value.split(lines, '\n');
  const auto escape = [](char blank) { return blank == '\t' ? "\\t" : "\\u{20}"; };
  llvm::SmallVector<std::string> out;
  for (StringRef line : lines) {
    std::string begin;
    std::string end;
    if (!line.empty() && isBlank(line.back())) {
      end = escape(line.back());
      line = line.drop_back();
    }
    // Blanks at the front would be taken for the indentation of the block.
    if (!line.empty() && isBlank(line.front())) {
      begin = escape(line.front());
      line = line.drop_front();
    }
    out.push_back(begin + blockLine(line) + end);
  }
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

size_t breakInLabel(StringRef text, StringRef second) {
  if (!beginsLikeLabel(text)) return 0;
  const size_t close = text.find(']');
  for (size_t at = text.find(' '); at < close; at = text.find(' ', at + 1)) {
    if (text.substr(at + 1).starts_with(second)) return at;
  }
  return 0;
}

BulletLines bulletLines(StringRef bullet, size_t room) {
  StringRef rest = bullet.drop_front().ltrim(" \t");
  BulletLines out;
  out.label = takeLabel(rest);
  size_t taken = out.label.empty() ? 0 : columns(out.label) + 1;
  bool continues = false;
  for (bool more = true; more;) {
    more = rest.contains('\n');
    StringRef line;
    std::tie(line, rest) = rest.split('\n');
    line = line.trim(" \t\r");
    do {
      out.prose.push_back(takeLine(line, room - std::min(room, taken), continues));
      continues = true;
      taken = 0;
    } while (!line.empty());
  }
  return out;
}

size_t columns(StringRef text) {
  if (unicode::isAscii(text)) return text.size();
  return static_cast<size_t>(unicode::width(text));
}

}  // namespace cadre::format
