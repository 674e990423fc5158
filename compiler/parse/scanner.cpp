#include "parse/scanner.h"

#include "diag/kinds/parse.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

#include <utility>

namespace cadre::parse {

using llvm::StringRef;
using syntax::Token;
using syntax::TokenKind;

void checkBytes(FileId file, StringRef text, Diagnostics& diags) {
  constexpr int most = 20;
  int found = 0;
  bool lineHasOne = false;
  for (uint32_t i = 0; i < text.size() && found < most;) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') lineHasOne = false;
    if (byte >= 0x20 && byte < 0x7F) {
      ++i;
      continue;
    }
    const unicode::CodePoint point = unicode::decode(text, i);
    const Span span{file, i, i + point.length};
    i += point.length;
    if (lineHasOne) continue;
    if (!point.valid) {
      diags.report(span, diag::InvalidUtf8, byte).help(diag::SaveAsUtf8);
    } else if (unicode::isBidiControl(point.value)) {
      diags.report(span, diag::BidiControl, point.value)
          .note(diag::BidiControlNote)
          .safeFix("remove it", span, "");
    } else if (unicode::isControl(point.value)) {
      diags.report(span, diag::ControlCharacter, point.value).safeFix("remove it", span, "");
    } else {
      continue;
    }
    lineHasOne = true;
    ++found;
  }
}

namespace {

/// How a curly or other quote that begins a text is closed, or an empty text.
StringRef closingQuotes(char32_t open) {
  switch (open) {
    case 0x201C:  // “
    case 0x201D:  // ”
    case 0x201E:  // „
    case 0x201F: return "\u201C\u201D\"";
    case 0xAB: return "\u00BB\"";  // «
    default: return {};
  }
}

/// The marks that word processors put where a bullet's dash belongs.
bool isForeignBullet(char32_t value) {
  return value == 0x2022 || value == 0x2013 || value == 0x2014 || value == 0x25E6 ||
         value == 0x25AA || value == 0x2023 || value == 0x2043 || value == 0xB7 ||
         value == 0x2219 || value == '*';
}

class Scanner {
public:
  Scanner(FileId file, StringRef text, Diagnostics& diags)
      : file_(file), text_(text), diags_(diags) {}

  Scanned run() {
    out_.tokens.reserve(text_.size() / 24 + 16);
    while (at_ < text_.size()) scanOne();
    add(TokenKind::EndOfFile, at_);
    return std::move(out_);
  }

private:
  // ---- Reading ---------------------------------------------------------------------------------

  [[nodiscard]] char peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool looksAt(StringRef what) const { return text_.substr(at_).starts_with(what); }
  [[nodiscard]] unicode::CodePoint point() const { return unicode::decode(text_, at_); }
  [[nodiscard]] Span span(uint32_t begin) const { return {file_, begin, at_}; }
  /// The first byte behind `offset` that ends its line.
  [[nodiscard]] uint32_t lineEnd(uint32_t offset) const {
    size_t end = std::min(text_.find('\n', offset), text_.size());
    if (end > offset && text_[end - 1] == '\r') --end;
    return static_cast<uint32_t>(end);
  }

  void add(TokenKind kind, uint32_t begin) {
    out_.tokens.push_back({kind, !tokenOnLine_, begin, at_});
    tokenOnLine_ = true;
  }
  void newLine() {
    lineStart_ = at_;
    tokenOnLine_ = false;
    oddSpaceOnLine_ = false;
  }

  // ---- One token -------------------------------------------------------------------------------

  void scanOne() {
    const char c = peek();
    switch (c) {
      case '\n':
        ++at_;
        newLine();
        return;
      case ' ':
      case '\t':
      case '\r': ++at_; return;
      case '{': return punctuation(TokenKind::LeftBrace, 1);
      case '}': return punctuation(TokenKind::RightBrace, 1);
      case ',': return punctuation(TokenKind::Comma, 1);
      case ':': return punctuation(TokenKind::Colon, 1);
      case '.':
        return looksAt("..") ? punctuation(TokenKind::DotDot, 2) : punctuation(TokenKind::Dot, 1);
      case '"': return looksAt("\"\"\"") ? textBlock() : string();
      case '-': return dash();
      case '+': return llvm::isDigit(peek(1)) ? number() : unexpected();
      case '/':
        if (looksAt("//")) return comment();
        return unexpected();
      default: break;
    }
    if (llvm::isDigit(c)) return number();
    if (llvm::isAlpha(c)) return word();
    otherCharacter();
  }

  void otherCharacter() {
    const unicode::CodePoint next = point();
    if (!next.valid || unicode::isControl(next.value) || unicode::isBidiControl(next.value)) {
      at_ += next.length;
    } else if (unicode::isIdentifierStart(next.value)) {
      word();
    } else if (unicode::isOddSpace(next.value)) {
      oddSpace(next);
    } else if (isForeignBullet(next.value) && isBlank(at_ + next.length)) {
      foreignBullet(next);
    } else if (!closingQuotes(next.value).empty()) {
      curlyString(next);
    } else {
      unexpected();
    }
  }

  [[nodiscard]] bool isBlank(uint32_t offset) const {
    if (offset >= text_.size()) return true;
    const char c = text_[offset];
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' ||
           text_.substr(offset).starts_with("\u00A0");
  }

  void punctuation(TokenKind kind, uint32_t length) {
    const uint32_t begin = at_;
    at_ += length;
    add(kind, begin);
  }

  void comment() {
    const uint32_t begin = at_;
    at_ = lineEnd(at_);
    out_.comments.push_back({TokenKind::Comment, !tokenOnLine_, begin, at_});
  }

  void word() {
    const uint32_t begin = at_;
    while (at_ < text_.size()) {
      const char c = peek();
      if (llvm::isAlnum(c) || c == '_') {
        ++at_;
      } else if (c == '-') {
        if (!continuesAt(at_ + 1)) break;
        ++at_;
      } else if (static_cast<unsigned char>(c) < 0x80 || !continuesAt(at_)) {
        break;
      } else {
        at_ += point().length;
      }
    }
    const StringRef spelling = text_.slice(begin, at_);
    add(syntax::findKeyword(spelling).value_or(TokenKind::Ident), begin);
  }

  [[nodiscard]] bool continuesAt(uint32_t offset) const {
    if (offset >= text_.size()) return false;
    const unicode::CodePoint next = unicode::decode(text_, offset);
    return next.valid && unicode::isIdentifierContinue(next.value);
  }

  void number() {
    const uint32_t begin = at_;
    if (peek() == '-' || peek() == '+') ++at_;
    digits();
    if (isDateTail(begin)) return date(begin);
    if (peek() == '.' && llvm::isDigit(peek(1))) {
      ++at_;
      digits();
    }
    if (!continuesAt(at_)) return add(TokenKind::Number, begin);
    while (continuesAt(at_) || (peek() == '-' && continuesAt(at_ + 1)))
      at_ += peek() == '-' ? 1 : point().length;
    diags_.report(span(begin), diag::BadNumber, text_.slice(begin, at_)).help(diag::NumberForms);
    add(TokenKind::Ident, begin);
  }

  void digits() {
    while (llvm::isDigit(peek())) ++at_;
  }

  /// Four digits were read from `begin`, and `-03-01` follows.
  [[nodiscard]] bool isDateTail(uint32_t begin) const {
    if (at_ - begin != 4 || !llvm::isDigit(text_[begin])) return false;
    const auto digit = [&](size_t ahead) { return llvm::isDigit(peek(ahead)); };
    return peek() == '-' && digit(1) && digit(2) && peek(3) == '-' && digit(4) && digit(5) &&
           !digit(6);
  }

  void date(uint32_t begin) {
    at_ += 6;
    int year = 0;
    int month = 0;
    int day = 0;
    text_.slice(begin, begin + 4).getAsInteger(10, year);
    text_.slice(begin + 5, begin + 7).getAsInteger(10, month);
    text_.slice(begin + 8, begin + 10).getAsInteger(10, day);
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1 || day > lengths[month - 1]) {
      diags_.report(span(begin), diag::BadDate, text_.slice(begin, at_));
    }
    add(TokenKind::Date, begin);
  }

  // ---- Texts -----------------------------------------------------------------------------------

  void string() {
    const uint32_t begin = at_;
    const uint32_t end = lineEnd(at_);
    for (++at_; at_ < end; ++at_) {
      if (peek() == '\\' && at_ + 1 < end) {
        ++at_;
      } else if (peek() == '"') {
        ++at_;
        return add(TokenKind::String, begin);
      }
    }
    diags_.report({file_, begin, begin + 1}, diag::UnterminatedString).help(diag::CloseOnSameLine);
    add(TokenKind::String, begin);
  }

  void textBlock() {
    const uint32_t begin = at_;
    const bool first = !tokenOnLine_;
    for (at_ += 3; at_ < text_.size(); ++at_) {
      if (peek() == '\\' && at_ + 1 < text_.size()) {
        ++at_;
      } else if (looksAt("\"\"\"")) {
        at_ += 3;
        return addLong(TokenKind::TextBlock, begin, first);
      }
    }
    at_ = static_cast<uint32_t>(text_.size());
    diags_.report({file_, begin, begin + 3}, diag::UnterminatedTextBlock)
        .help(diag::CloseTextBlock);
    addLong(TokenKind::TextBlock, begin, first);
  }

  /// Adds a token that may hold line ends.
  void addLong(TokenKind kind, uint32_t begin, bool first) {
    out_.tokens.push_back({kind, first, begin, at_});
    tokenOnLine_ = true;
    const size_t lastLine = text_.slice(begin, at_).rfind('\n');
    if (lastLine != StringRef::npos) lineStart_ = begin + static_cast<uint32_t>(lastLine) + 1;
  }

  void curlyString(unicode::CodePoint open) {
    const StringRef closers = closingQuotes(open.value);
    const uint32_t begin = at_;
    const uint32_t end = lineEnd(at_);
    at_ += open.length;
    uint32_t close = end;
    while (at_ < end) {
      const unicode::CodePoint next = point();
      const StringRef bytes = text_.substr(at_, next.length);
      if (closers.contains(bytes)) {
        close = at_;
        at_ += next.length;
        break;
      }
      at_ += next.length;
    }
    std::string straight = "\"";
    for (const char c : text_.slice(begin + open.length, close)) {
      if (c == '"') straight += '\\';
      straight += c;
    }
    diags_.report(span(begin), diag::CurlyQuotes)
        .safeFix("use straight quotes", span(begin), straight + "\"");
    add(TokenKind::String, begin);
  }

  // ---- Bullets ---------------------------------------------------------------------------------

  void dash() {
    if (llvm::isDigit(peek(1))) return number();
    if (peek(1) == '>') return punctuation(TokenKind::Arrow, 2);
    const uint32_t begin = at_;
    if (!isBlank(at_ + 1)) {
      diags_.report({file_, at_, at_ + 1}, diag::BulletNeedsSpace)
          .safeFix("put a space after the dash", {file_, at_ + 1, at_ + 1}, " ");
    }
    ++at_;
    bullet(begin);
  }

  void foreignBullet(unicode::CodePoint mark) {
    const uint32_t begin = at_;
    at_ += mark.length;
    diags_.report(span(begin), diag::WrongBulletMark, text_.slice(begin, at_))
        .safeFix("use a dash", span(begin), "-");
    bullet(begin);
  }

  /// Reads the prose of a bullet whose mark begins at `begin` and ends at the current place.
  void bullet(uint32_t begin) {
    const bool first = !tokenOnLine_;
    const std::string margin = marginBefore(begin);
    uint32_t end = prose();
    while (at_ < text_.size() && peek() != '}' && continues(begin, margin)) {
      if (looksLikeItem(begin)) {
        tokenOnLine_ = false;
        const uint32_t resume = std::exchange(at_, end);
        out_.tokens.push_back({TokenKind::Bullet, first, begin, at_});
        at_ = resume;
        return;
      }
      end = prose();
    }
    const uint32_t markEnd = begin + unicode::decode(text_, begin).length;
    if (end <= markEnd) diags_.report({file_, begin, markEnd}, diag::EmptyBullet);
    const uint32_t resume = at_;
    at_ = std::max(end, markEnd);
    addLong(TokenKind::Bullet, begin, first);
    at_ = resume;
  }

  /// The white space that a continuation line must begin with, and exceed: that of the mark's line,
  /// with a space for each other character before the mark.
  [[nodiscard]] std::string marginBefore(uint32_t begin) const {
    std::string margin;
    for (uint32_t i = lineStart_; i < begin; i += unicode::decode(text_, i).length) {
      margin += text_[i] == '\t' ? '\t' : ' ';
    }
    return margin;
  }

  /// Reads to the end of the line or an unescaped `}`. Returns the end of the text, trimmed.
  uint32_t prose() {
    const uint32_t stop = lineEnd(at_);
    uint32_t end = at_;
    for (; at_ < stop && peek() != '}'; ++at_) {
      if (peek() == '\\' && (peek(1) == '{' || peek(1) == '}')) {
        ++at_;
      } else if (peek() == '{') {
        diags_.report({file_, at_, at_ + 1}, diag::BraceInBullet, "{")
            .safeFix("write `\\{`", {file_, at_, at_}, "\\");
        skipToMatchingBrace(stop);
      }
      if (peek() != ' ' && peek() != '\t') end = at_ + 1;
    }
    return end;
  }

  /// After a bare `{` in prose, a `}` that closes it on the same line is prose too: one cause.
  void skipToMatchingBrace(uint32_t stop) {
    const size_t close = text_.slice(at_ + 1, stop).find_first_of("{}");
    if (close == StringRef::npos || text_[at_ + 1 + close] != '}') return;
    const StringRef behind = text_.slice(at_ + 2 + static_cast<uint32_t>(close), stop);
    if (behind.trim(" \t").empty()) return;
    at_ += 1 + static_cast<uint32_t>(close);
  }

  /// Whether the next line continues the bullet; then moves to its first character.
  bool continues(uint32_t begin, const std::string& margin) {
    uint32_t next = at_;
    if (next < text_.size() && text_[next] == '\r') ++next;
    if (next >= text_.size() || text_[next] != '\n') return false;
    ++next;
    const StringRef rest = text_.substr(next);
    const StringRef indent = rest.take_while([](char c) { return c == ' ' || c == '\t'; });
    const StringRef line = rest.drop_front(indent.size());
    const uint32_t lineBegin = next + static_cast<uint32_t>(indent.size());
    if (line.empty() || line.front() == '\n' || line.front() == '\r' || line.front() == '}' ||
        line.starts_with("//")) {
      return false;
    }
    const bool deeper = indent.size() > margin.size() && indent.starts_with(margin);
    if (line.front() == '-') {
      if (deeper && (line.size() == 1 || isBlank(lineBegin + 1))) {
        diags_.report({file_, lineBegin, lineBegin + 1}, diag::NestedBullet)
            .label({file_, begin, begin + 1}, diag::BulletAbove)
            .help(diag::SameDepth);
      }
      return false;
    }
    if (!deeper) {
      if (!indent.empty() && !StringRef(margin).starts_with(indent)) {
        diags_.report({file_, next, lineBegin}, diag::MixedIndentation)
            .label({file_, begin, begin + 1}, diag::BulletAbove)
            .help(diag::CopyIndentation);
      } else {
        return false;
      }
    }
    lineStart_ = next;
    at_ = lineBegin;
    return true;
  }

  /// Reports a continuation line such as `about "…"` or `develop {`, which was hardly meant as
  /// prose; it is read as the line it was meant to be.
  bool looksLikeItem(uint32_t begin) {
    const StringRef line = text_.slice(at_, lineEnd(at_)).rtrim();
    const StringRef first = line.take_while([](char c) { return llvm::isAlpha(c); });
    const auto keyword = syntax::findKeyword(first);
    if (!keyword) return false;
    const auto role = syntax::keywordClass(*keyword);
    if (role != syntax::KeywordClass::BeginsItem && role != syntax::KeywordClass::Declares) {
      return false;
    }
    const StringRef rest = line.drop_front(first.size()).ltrim();
    const bool opensBlock = rest.ends_with("{") && !rest.ends_with("\\{");
    const bool quoted = rest.size() > 1 && rest.front() == '"' && rest.back() == '"';
    if (!opensBlock && !quoted) return false;
    diags_
        .report({file_, at_, at_ + static_cast<uint32_t>(line.size())},
                diag::ContinuationLooksLikeItem)
        .label({file_, begin, begin + 1}, diag::BulletAbove)
        .help(diag::IndentLikeBullet);
    return true;
  }

  // ---- What is no token ------------------------------------------------------------------------

  void oddSpace(unicode::CodePoint space) {
    const uint32_t begin = at_;
    at_ += space.length;
    if (oddSpaceOnLine_) return;
    oddSpaceOnLine_ = true;
    diags_.report(span(begin), diag::OddSpace, space.value)
        .safeFix("use a plain space", span(begin), " ");
  }

  void unexpected() {
    const uint32_t begin = at_;
    at_ += point().length;
    while (at_ < text_.size() && text_.substr(at_).starts_with(text_.slice(begin, begin + 1)) &&
           static_cast<unsigned char>(text_[begin]) < 0x80) {
      ++at_;
    }
    auto report = diags_.report(span(begin), diag::UnexpectedCharacter, text_.slice(begin, at_));
    if (text_[begin] == '#') {
      report.help(diag::HashComment);
      at_ = lineEnd(at_);
    } else if (text_[begin] == ';') {
      report.help(diag::NoSeparators).safeFix("remove it", span(begin), "");
    }
  }

  FileId file_;
  StringRef text_;
  Diagnostics& diags_;
  Scanned out_;
  uint32_t at_ = 0;
  uint32_t lineStart_ = 0;
  bool tokenOnLine_ = false;
  bool oddSpaceOnLine_ = false;
};

}  // namespace

Scanned scan(FileId file, StringRef text, Diagnostics& diags) {
  return Scanner(file, text, diags).run();
}

}  // namespace cadre::parse
