#include "parse/literals.h"

#include "diag/kinds/parse.h"
#include "support/indentation.h"
#include "support/unicode.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/Twine.h>

#include <charconv>

namespace cadre::parse {

using llvm::StringRef;
using namespace syntax;

namespace {

/// A character that no text holds, written or escaped.
bool isForbidden(char32_t value) {
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return surrogate || value > 0x10FFFF || unicode::isNoncharacter(value) ||
         (unicode::isControl(value) || value == '\r');
}

/// Resolves the escapes of `raw`, which begins at byte `begin` of the file, into `out`.
class Unescaper {
public:
  Unescaper(const LiteralContext& context, uint32_t begin) : context_(context), begin_(begin) {}

  std::string run(StringRef raw) {
    std::string out;
    out.reserve(raw.size());
    for (size_t i = 0; i < raw.size();) {
      if (raw[i] != '\\' || i + 1 == raw.size()) {
        if (raw[i] != '\r') out += raw[i];
        ++i;
        continue;
      }
      i += escape(raw, i, out);
    }
    return out;
  }

private:
  /// Appends what the escape at `i` means; returns its length.
  size_t escape(StringRef raw, size_t i, std::string& out) {
    switch (raw[i + 1]) {
      case '"':
      case '\\': out += raw[i + 1]; return 2;
      case 'n': out += '\n'; return 2;
      case 't': out += '\t'; return 2;
      case 'u': return unicodeEscape(raw, i, out);
      default: break;
    }
    const size_t length = 1 + unicode::decode(raw, i + 1).length;
    out += raw.substr(i, length);
    if (++bad_ > mostBad) return length;
    context_.diags.report(place(i, length), diag::BadEscape, raw.substr(i, length))
        .help(diag::KnownEscapes)
        .unsafeFix("write a backslash", place(i, 1), "\\\\");
    return length;
  }

  size_t unicodeEscape(StringRef raw, size_t i, std::string& out) {
    const StringRef rest = raw.substr(i + 2, 10);
    const size_t close = rest.find('}');
    StringRef digits = rest.take_front(close == StringRef::npos ? 0 : close);
    unsigned value = 0;
    const bool formed = digits.consume_front("{") && !digits.empty() && digits.size() <= 6 &&
                        !digits.getAsInteger(16, value);
    if (close == StringRef::npos || close > 8 || !rest.starts_with("{")) return openEscape(raw, i);
    const size_t length = close + 3;
    if (!formed || isForbidden(value)) {
      if (++bad_ > mostBad) return length;
      context_.diags.report(place(i, length), diag::BadUnicodeEscape, raw.substr(i, length))
          .help(diag::UnicodeEscapeForm);
      return length;
    }
    unicode::append(out, value);
    return length;
  }

  /// `\u2615`, as other languages write it, or `\u{2615` without the closing brace.
  size_t openEscape(StringRef raw, size_t i) {
    const bool brace = raw.substr(i + 2).starts_with("{");
    const StringRef digits = raw.substr(i + 2 + brace)
                                 .take_front(brace ? 6 : 4)
                                 .take_while([](char c) { return llvm::isHexDigit(c); });
    const size_t length = 2 + brace + digits.size();
    if (++bad_ > mostBad) return length;
    auto report =
        context_.diags.report(place(i, length), diag::BadUnicodeEscape, raw.substr(i, length));
    report.help(diag::UnicodeEscapeForm);
    if (!digits.empty()) {
      const std::string whole = ("\\u{" + digits + "}").str();
      report.safeFix(fmt::format("write `{}`", whole), place(i, length), whole);
    }
    return length;
  }

  Span place(size_t i, size_t length) const {
    const auto begin = begin_ + static_cast<uint32_t>(i);
    return {context_.file, begin, begin + static_cast<uint32_t>(length)};
  }

  // A line of a text with more is no text.
  static constexpr size_t mostBad = 1000;

  const LiteralContext& context_;
  uint32_t begin_;
  size_t bad_ = 0;
};

/// Noncharacters written as they are.
void checkCharacters(const LiteralContext& context, StringRef raw, uint32_t begin) {
  for (size_t i = 0; i < raw.size();) {
    if (static_cast<unsigned char>(raw[i]) < 0xEF) {
      ++i;
      continue;
    }
    const unicode::CodePoint point = unicode::decode(raw, i);
    if (point.valid && unicode::isNoncharacter(point.value)) {
      const auto at = begin + static_cast<uint32_t>(i);
      context.diags.report({context.file, at, at + point.length}, diag::BadUnicodeEscape,
                           fmt::format("U+{:04X}", static_cast<unsigned>(point.value)));
    }
    i += point.length;
  }
}

/// The lines between the quotes, without common indentation; without the rest of the line of the
/// opening quotes where that is blank, and without the last line where only the closing quotes
/// stand there. Escapes are resolved line by line, so that they never count as indentation.
std::string readBlock(const LiteralContext& context, StringRef raw, uint32_t begin) {
  llvm::SmallVector<StringRef, 16> lines;
  raw.split(lines, '\n');
  llvm::ArrayRef<StringRef> body = lines;
  const bool firstIsBlank = isBlankLine(body.front());
  if (firstIsBlank) body = body.drop_front();
  if (!body.empty() && isBlankLine(body.back())) body = body.drop_back();
  const StringRef indent = commonIndent(firstIsBlank ? body : body.drop_front());
  std::string out;
  for (size_t i = 0; i < body.size(); ++i) {
    if (i > 0) out += '\n';
    StringRef line = body[i].rtrim('\r');
    if (isBlankLine(line)) continue;
    if (firstIsBlank || i > 0) line.consume_front(indent);
    out += Unescaper(context, begin + static_cast<uint32_t>(line.data() - raw.data())).run(line);
  }
  return out;
}

}  // namespace

Text readText(const LiteralContext& context, const Token& token) {
  const StringRef whole = context.source.slice(token.begin, token.end);
  Text text;
  text.span = {context.file, token.begin, token.end};
  text.isBlock = token.kind == TokenKind::TextBlock;
  // A text without quotes was reported.
  const char32_t mark = unicode::decode(whole, 0).value;
  const bool bare = unicode::isIdentifierStart(mark) || unicode::isIdentifierContinue(mark);
  // What other languages have for a text block was reported.
  const bool folded = whole.starts_with("|") || whole.starts_with(">");
  const size_t quotes = text.isBlock ? (folded ? 1 : 3) : bare ? 0 : unicode::decode(whole, 0).length;
  const bool straight = bare || whole.starts_with("\"");
  StringRef raw = whole.drop_front(quotes);
  if (text.isBlock) {
    for (const StringRef close : {"\"\"\"", "\'\'\'", "```"}) {
      if (raw.consume_back(close)) break;
    }
  } else if (straight) {
    raw.consume_back("\"");
  } else {
    // Other quotes were reported; read what they hold.
    for (const StringRef close :
         {"\u201C", "\u201D", "\u00BB", "\u2018", "\u2019", "\u203A", "\"", "'"}) {
      if (raw.consume_back(close)) break;
    }
  }
  const auto begin = token.begin + static_cast<uint32_t>(quotes);
  checkCharacters(context, raw, begin);
  if (text.isBlock) {
    text.value = context.arena.copy(readBlock(context, raw, begin));
  } else if (raw.contains('\\')) {
    text.value = context.arena.copy(Unescaper(context, begin).run(raw));
  } else {
    text.value = raw;
  }
  return text;
}

namespace {

bool isLabelCharacter(char c) {
  return llvm::isAlnum(c) || c == '-' || c == '_' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Splits `[label] ` off the front of `prose`: a bracket, no `(` behind it, a space.
StringRef takeLabel(StringRef& prose) {
  if (!prose.starts_with("[")) return {};
  const size_t close = prose.find(']');
  if (close == StringRef::npos || close == 1 || close > maxNameLength) return {};
  const StringRef label = prose.slice(1, close);
  const StringRef behind = prose.substr(close + 1);
  if (!behind.empty() && behind.front() != ' ' && behind.front() != '\t' &&
      behind.front() != '\n' && behind.front() != '\r') {
    return {};
  }
  if (label.contains('\n')) return {};
  prose = behind;
  return label;
}

}  // namespace

bool isLabel(StringRef text) {
  return !text.empty() && text.size() < maxNameLength && llvm::all_of(text, isLabelCharacter);
}

void readBullet(const LiteralContext& context, const Token& token, Bullet& bullet) {
  const StringRef whole = context.source.slice(token.begin, token.end);
  StringRef prose = whole.drop_front(unicode::decode(whole, 0).length);
  // `--` was reported.
  if (whole.starts_with("--")) prose = prose.drop_front();
  prose = prose.ltrim(" \t");
  const StringRef label = takeLabel(prose);
  const auto offset = [&](StringRef part) {
    return token.begin + static_cast<uint32_t>(part.data() - whole.data());
  };
  if (!label.empty()) {
    bullet.label = label;
    bullet.labelSpan = {context.file, offset(label),
                        offset(label) + static_cast<uint32_t>(label.size())};
    if (!llvm::all_of(label, isLabelCharacter)) {
      context.diags.report(bullet.labelSpan, diag::BadLabel)
          .unsafeFix("make it text",
                     {context.file, bullet.labelSpan.begin - 1, bullet.labelSpan.begin - 1}, "\\");
      bullet.label = {};
    }
    prose = prose.ltrim(" \t\r\n");
    if (prose.empty())
      context.diags.report({context.file, token.begin, token.end}, diag::EmptyBullet);
  }
  bullet.textSpan = {context.file, offset(prose), token.end};
  checkCharacters(context, prose, offset(prose));
  if (prose.find_first_of("\\\n") == StringRef::npos) {
    bullet.text = prose;
    return;
  }
  llvm::SmallVector<syntax::Continuation, 4> lines;
  for (StringRef rest = prose.split('\n').second; !rest.empty(); rest = rest.split('\n').second) {
    const StringRef line = rest.split('\n').first.trim(" \t\r");
    const uint32_t begin = offset(line);
    lines.push_back({line, {context.file, begin, begin + static_cast<uint32_t>(line.size())}});
  }
  bullet.continuations = context.arena.copyOf(lines);
  std::string text;
  text.reserve(prose.size());
  for (size_t i = 0; i < prose.size(); ++i) {
    const char c = prose[i];
    if (c == '\\' && i + 1 < prose.size() && (prose[i + 1] == '{' || prose[i + 1] == '}')) {
      text += prose[++i];
    } else if (c == '\n') {
      while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.pop_back();
      text += ' ';
      while (i + 1 < prose.size() && (prose[i + 1] == ' ' || prose[i + 1] == '\t')) ++i;
    } else {
      text += c;
    }
  }
  bullet.text = context.arena.copy(text);
}

Number readNumber(const LiteralContext& context, const Token& token) {
  Number number;
  number.text = context.source.slice(token.begin, token.end);
  number.span = {context.file, token.begin, token.end};
  const StringRef digits = number.text.ltrim('+');
  std::from_chars(digits.begin(), digits.end(), number.value);
  return number;
}

namespace {

/// What the scanner took for a name and reported (`3D-X`, `R&D`, broken bytes) names nothing.
bool isWellFormed(StringRef name) {
  if (name.empty()) return false;
  if (llvm::isDigit(name.front()) || name.front() == '-' || name.front() == '+') return false;
  for (size_t i = 0; i < name.size();) {
    const unicode::CodePoint point = unicode::decode(name, i);
    if (!point.valid || (point.value != '-' && !unicode::isIdentifierContinue(point.value)))
      return false;
    i += point.length;
  }
  return true;
}

}  // namespace

std::string joinWords(StringRef words) {
  std::string out;
  bool begins = false;
  for (const char c : words) {
    if (c == ' ' || c == '\t') {
      begins = true;
    } else {
      out += begins ? llvm::toUpper(c) : c;
      begins = false;
    }
  }
  return unicode::toNfc(out);
}

Identifier readName(const LiteralContext& context, const Token& token) {
  const StringRef raw = context.source.slice(token.begin, token.end);
  if (token.kind == TokenKind::Ident && raw.find_first_of(" \t") != StringRef::npos)
    return {context.arena.copy(joinWords(raw)), {context.file, token.begin, token.end}};
  if (token.kind == TokenKind::Ident && !isWellFormed(raw)) return {};
  Identifier name{raw, {context.file, token.begin, token.end}};
  // The form C of a name has a quarter of the characters at least: this one is too long in any form.
  if (raw.size() > 16 * maxNameLength || unicode::isAscii(raw)) return name;
  const std::string normal = unicode::toNfc(raw);
  if (normal != raw) name.text = context.arena.copy(normal);
  return name;
}

}  // namespace cadre::parse
