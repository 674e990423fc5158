#include "parse/scanner.h"

#include "diag/kinds/parse.h"
#include "parse/conflicts.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

#include <optional>
#include <utility>

namespace cadre::parse {

using llvm::StringRef;
using syntax::Token;
using syntax::TokenKind;

void checkBytes(FileId file, StringRef text, Diagnostics& diags) {
  bool lineHasOne = false;
  for (uint32_t i = 0; i < text.size();) {
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
    } else if (byte == '\r' && !text.substr(i).starts_with("\n")) {
      diags.report(span, diag::ControlCharacter, point.value)
          .help(diag::LineEnds)
          .safeFix("use a line feed", span, "\n");
    } else {
      continue;
    }
    lineHasOne = true;
  }
}

namespace {

/// What the encoding of `text` is called, where it is one of two bytes a letter or more; else
/// empty.
StringRef wideEncoding(StringRef text) {
  if (text.starts_with(StringRef("\xFF\xFE\0\0", 4)) ||
      text.starts_with(StringRef("\0\0\xFE\xFF", 4)))
    return "UTF-32";
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return "UTF-16";
  // Without a mark at its start: of most letters, one byte of two is 0, always the same.
  constexpr size_t looked = 512;
  size_t zeros[2] = {0, 0};
  const StringRef begin = text.take_front(looked);
  for (size_t i = 0; i < begin.size(); ++i) zeros[i % 2] += begin[i] == '\0';
  const auto most = [&](size_t side) {
    return zeros[side] * 10 >= begin.size() * 4 && zeros[1 - side] * 10 < begin.size();
  };
  return begin.size() >= 4 && (most(0) || most(1)) ? "UTF-16" : "";
}

/// Whether the bytes at the start of `text` are those of a program or a picture. A few zeros in a
/// text are slips, each with a place of its own.
bool isBinary(StringRef text) {
  constexpr size_t looked = 8192;
  const StringRef begin = text.take_front(looked);
  const size_t zeros = begin.count('\0');
  if (zeros == 0) return false;
  size_t odd = 0;
  for (uint32_t i = 0; i < begin.size();) {
    const unicode::CodePoint point = unicode::decode(begin, i);
    odd += !point.valid || (unicode::isControl(point.value) && point.value != 0);
    i += point.length;
  }
  return zeros * 16 > begin.size() || (odd > 0 && (zeros + odd) * 32 > begin.size());
}

}  // namespace

bool isNoText(FileId file, StringRef text, Diagnostics& diags) {
  const StringRef encoding = wideEncoding(text);
  if (encoding.empty() && !isBinary(text)) return false;
  const Span place{file, 0, std::min<uint32_t>(2, static_cast<uint32_t>(text.size()))};
  if (encoding.empty())
    diags.report({file, 0, 1}, diag::NoText);
  else
    diags.report(place, diag::OtherEncoding, encoding).help(diag::SaveAsUtf8);
  return true;
}

namespace {

/// The quotes of other programs: what opens a text, what properly closes it, and what else may.
struct Quotes {
  char32_t open;
  char32_t close;
  StringRef others;
};
constexpr Quotes foreignQuotes[] = {
    {0x201C, 0x201D, "\u201C\""},  // “…”
    {0x201D, 0x201D, "\""},        // ”…”
    {0x201E, 0x201C, "\u201D\""},  // „…“
    {0x201F, 0x201D, "\u201C\""},  // ‟…”
    {0xAB, 0xBB, "\""},            // «…»
    {0x2018, 0x2019, "'"},         // ‘…’
    {0x201A, 0x2018, "\u2019'"},   // ‚…‘
    {0x2039, 0x203A, "'"},         // ‹…›
};

const Quotes* foreignQuotesOf(char32_t open) {
  const auto* found = llvm::find_if(foreignQuotes, [&](const Quotes& q) { return q.open == open; });
  return found == std::end(foreignQuotes) ? nullptr : found;
}

/// What is written for `->` elsewhere.
constexpr StringRef foreignArrows[] = {"-->",    "==>",    "=>",      "\u2192", "\u21D2",
                                       "\u27F6", "\u2794", "\u2013>", "\u2014>"};

/// ASCII that authors write inside of names: `R&D`, `C++`, `Media/Press`.
bool isMarkInName(char c) { return StringRef("&/+#@$%!?*~^|<>'").contains(c); }

/// The mark that a wide one of East Asia stands for, or 0.
char plainMark(char32_t wide) {
  switch (wide) {
    case 0xFF5B: return '{';
    case 0xFF5D: return '}';
    case 0xFF0C:
    case 0x3001: return ',';
    case 0xFF1A: return ':';
    case 0xFF0E: return '.';
    default: return 0;
  }
}

/// The marks that word processors put where a bullet's dash belongs.
bool isForeignBullet(char32_t value) {
  return value == 0x2022 || value == 0x2013 || value == 0x2014 || value == 0x25E6 ||
         value == 0x25AA || value == 0x2023 || value == 0x2043 || value == 0xB7 ||
         value == 0x2219 || value == 0x2212 || value == '*';
}

class Scanner {
public:
  /// `repair`: a text block is known to lack its closing quotes; it is sought.
  Scanner(FileId file, StringRef text, Diagnostics& diags, bool repair)
      : file_(file), text_(text), diags_(diags), repair_(repair) {}

  /// Whether a text block ran to the end of the file.
  [[nodiscard]] bool leftBlockOpen() const { return leftBlockOpen_; }

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
    // A long line with many tokens is searched once.
    if (offset < knownBegin_ || offset > knownEnd_) {
      knownBegin_ = offset;
      knownEnd_ =
          static_cast<uint32_t>(std::min(text_.find_first_of("\r\n", offset), text_.size()));
    }
    return knownEnd_;
  }

  void add(TokenKind kind, uint32_t begin) {
    out_.tokens.push_back({kind, !tokenOnLine_, begin, at_});
    tokenOnLine_ = true;
  }
  void newLine() {
    lineStart_ = at_;
    tokenOnLine_ = false;
    oddSpacesOnLine_ = 0;
    arrowsOnLine_ = 0;
    bracesOnLine_ = 0;
    marksOnLine_.clear();
  }
  /// From here on, sentences on this line are not what the author wrote.
  void damageLine() {
    if (!isDamaged(out_.damaged, lineStart_))
      out_.damaged.push_back({lineStart_, lineEnd(lineStart_)});
  }

  // ---- One token -------------------------------------------------------------------------------

  void scanOne() {
    const char c = peek();
    if (at_ == lineStart_ && isConflictMark(text_, at_)) return conflictMark();
    switch (c) {
      case '\n':
        ++at_;
        newLine();
        return;
      case '\r':
        ++at_;
        if (peek() != '\n') newLine();
        return;
      case ' ':
      case '\t': ++at_; return;
      case '{': ++bracesOnLine_; return punctuation(TokenKind::LeftBrace, 1);
      case '}': --bracesOnLine_; return punctuation(TokenKind::RightBrace, 1);
      case ',': return punctuation(TokenKind::Comma, 1);
      case ':': return punctuation(TokenKind::Colon, 1);
      case '.':
        if (looksAt("...") && tokenOnLine_ && out_.tokens.back().kind == TokenKind::Number)
          return threeDots();
        return looksAt("..") ? punctuation(TokenKind::DotDot, 2) : punctuation(TokenKind::Dot, 1);
      case '"': return looksAt("\"\"\"") ? textBlock() : string();
      case '-': return dash();
      case '+': return llvm::isDigit(peek(1)) ? number() : unexpected();
      case '/':
        if (looksAt("//")) return comment();
        if (looksAt("/*")) return otherComment("/*", "*/");
        return unexpected();
      case '<':
        if (looksAt("<!--")) return otherComment("<!--", "-->");
        return otherCharacter();
      case '`':
        if (looksAt("```")) return otherTextBlock("```");
        return otherCharacter();
      case '\'':
        if (looksAt("\'\'\'")) return otherTextBlock("\'\'\'");
        return singleQuotes();
      case '|':
      case '>':
        if (beginsFoldedText()) return foldedText();
        return otherCharacter();
      default: break;
    }
    if (llvm::isDigit(c)) return number();
    if (llvm::isAlpha(c)) return word();
    otherCharacter();
  }

  /// One that was left over, without those that belong to it: its line says nothing.
  void conflictMark() {
    const Span mark{file_, at_, at_ + conflictMarkLength};
    diags_.report(mark, diag::MergeMark, text_.slice(mark.begin, mark.end)).help(diag::ChooseSide);
    at_ = lineEnd(at_);
  }

  void otherCharacter() {
    const unicode::CodePoint next = point();
    if (isBrokenByte(next)) {
      damageLine();
      at_ += next.length;
    } else if (unicode::isIdentifierStart(next.value)) {
      word();
    } else if (unicode::isOddSpace(next.value) || unicode::isDirectionMark(next.value)) {
      oddSpace(next);
    } else if (const uint32_t length = foreignArrow()) {
      wrongArrow(length);
    } else if (const char plain = plainMark(next.value)) {
      wideMark(next, plain);
    } else if (isForeignBullet(next.value) && !beginsItem() && joinsBehind(next.length)) {
      unexpectedDash(next);
    } else if (isForeignBullet(next.value) && (isBlank(at_ + next.length) || beginsItem())) {
      foreignBullet(next);
    } else if (const Quotes* quotes = foreignQuotesOf(next.value)) {
      curlyString(*quotes);
    } else {
      unexpected();
    }
  }

  /// What checkBytes reports.
  [[nodiscard]] static bool isBrokenByte(const unicode::CodePoint& point) {
    return !point.valid || unicode::isControl(point.value) || unicode::isBidiControl(point.value);
  }
  void threeDots() {
    const uint32_t begin = at_;
    punctuation(TokenKind::DotDot, 3);
    diags_.report(span(begin), diag::UnexpectedCharacter, "...")
        .help(diag::RangeForm)
        .safeFix("change to `..`", span(begin), "..");
  }

  /// `｛`, as keyboards of East Asia write it: read as the mark that it looks like.
  void wideMark(unicode::CodePoint wide, char plain) {
    const uint32_t begin = at_;
    at_ += wide.length;
    diags_.report(span(begin), diag::UnexpectedCharacter, text_.slice(begin, at_))
        .safeFix(fmt::format("change to `{}`", plain), span(begin), std::string(1, plain));
    if (plain == '{') ++bracesOnLine_;
    if (plain == '}') --bracesOnLine_;
    add(plain == '{'   ? TokenKind::LeftBrace
        : plain == '}' ? TokenKind::RightBrace
        : plain == ',' ? TokenKind::Comma
        : plain == ':' ? TokenKind::Colon
                       : TokenKind::Dot,
        begin);
  }

  /// Behind a mark of `length` bytes, a word goes on with the item: `at Good – essential`.
  [[nodiscard]] bool joinsBehind(uint32_t length) const {
    const StringRef rest = text_.slice(at_ + length, lineEnd(at_)).ltrim(" \t");
    const auto word = syntax::findKeyword(rest.take_while([](char c) { return llvm::isAlpha(c); }));
    return word && syntax::keywordClass(*word) == syntax::KeywordClass::Joins;
  }
  void unexpectedDash(unicode::CodePoint dash) {
    const uint32_t begin = at_;
    at_ += dash.length;
    const uint32_t from = out_.tokens.empty() ? begin : out_.tokens.back().end;
    diags_.report(span(begin), diag::UnexpectedCharacter, text_.slice(begin, at_))
        .safeFix("remove it", {file_, from, at_}, "");
  }

  /// An item begins here for sure: at the start of a line, or behind what ends the one before.
  [[nodiscard]] bool beginsItem() const {
    return !tokenOnLine_ || endsItem(out_.tokens.back().kind);
  }
  [[nodiscard]] static bool endsItem(TokenKind kind) {
    return kind == TokenKind::LeftBrace || kind == TokenKind::RightBrace ||
           kind == TokenKind::Bullet;
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

  /// `/* … */`, `<!-- … -->`: to the closing mark or, where there is none, the end of the line.
  void otherComment(StringRef open, StringRef close) {
    const uint32_t begin = at_;
    const uint32_t lineEnds = lineEnd(at_);
    const size_t found = StringRef(unclosed_).contains(open) ? StringRef::npos
                                                             : text_.find(close, at_ + open.size());
    if (found == StringRef::npos) unclosed_ += open;
    const uint32_t end =
        found == StringRef::npos ? lineEnds : static_cast<uint32_t>(found + close.size());
    auto report = diags_.report({file_, begin, begin + static_cast<uint32_t>(open.size())},
                                diag::OtherComment, open);
    if (end <= lineEnds) {
      const StringRef inside = text_.slice(begin, end).drop_front(open.size());
      const bool closed = found != StringRef::npos;
      const StringRef words = closed ? inside.drop_back(close.size()).rtrim() : inside;
      // What stands behind the comment would become part of it.
      const bool last = text_.slice(end, lineEnds).trim().empty();
      const std::string comment = ("//" + words).str();
      if (last) report.safeFix("write `//`", {file_, begin, end}, comment);
    } else if (!tokenOnLine_) {
      std::string lines = "//";
      for (const char c : text_.slice(begin, end).drop_front(open.size()).drop_back(close.size())) {
        lines += c;
        if (c == '\n') lines += "//";
      }
      report.safeFix("write `//` on each line", {file_, begin, end}, lines);
    }
    at_ = end;
    const size_t lastLine = text_.slice(begin, end).rfind('\n');
    if (lastLine != StringRef::npos) lineStart_ = begin + static_cast<uint32_t>(lastLine) + 1;
  }

  /// `\'\'\'` or ``` ``` ```, up to the same mark again, read as a text block.
  void otherTextBlock(StringRef mark) {
    const uint32_t begin = at_;
    const bool first = !tokenOnLine_;
    const size_t close =
        StringRef(unclosed_).contains(mark) ? StringRef::npos : text_.find(mark, at_ + 3);
    if (close == StringRef::npos) {
      unclosed_ += mark;
      damageLine();
      at_ += 3;
    } else {
      at_ = static_cast<uint32_t>(close + 3);
    }
    diags_.report({file_, begin, begin + 3}, diag::OtherTextBlock, mark).help(diag::CloseTextBlock);
    if (close == StringRef::npos) return;
    addLong(TokenKind::TextBlock, begin, first);
  }

  /// `about |` or `about >`, as YAML has it, with deeper lines below.
  [[nodiscard]] bool beginsFoldedText() const {
    if (!tokenOnLine_ || out_.tokens.empty() || peek(1) == '=') return false;
    const TokenKind before = out_.tokens.back().kind;
    if (before != TokenKind::About && before != TokenKind::Because && before != TokenKind::Colon)
      return false;
    return text_.slice(at_ + 1, lineEnd(at_)).trim(" \t-+").empty();
  }

  void foldedText() {
    const uint32_t begin = at_;
    const bool first = !tokenOnLine_;
    const size_t depth = indentOf(lineStart_);
    diags_.report({file_, at_, at_ + 1}, diag::OtherTextBlock, text_.substr(at_, 1))
        .help(diag::CloseTextBlock);
    uint32_t end = lineEnd(at_);
    at_ = end;
    while (end < text_.size()) {
      const uint32_t next = end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
      const uint32_t nextEnd = lineEnd(next);
      const bool blank = text_.slice(next, nextEnd).trim().empty();
      if (!blank && indentOf(next) <= depth) break;
      end = nextEnd;
      if (!blank) at_ = end;
    }
    addLong(TokenKind::TextBlock, begin, first);
  }
  [[nodiscard]] size_t indentOf(uint32_t line) const {
    return text_.slice(line, lineEnd(line)).find_first_not_of(" \t");
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
      } else if (static_cast<unsigned char>(c) >= 0x80 && continuesAt(at_)) {
        at_ += point().length;
      } else if (!foreignInName()) {
        break;
      }
    }
    const StringRef spelling = text_.slice(begin, at_);
    add(syntax::findKeyword(spelling).value_or(TokenKind::Ident), begin);
  }

  /// Passes over what is glued into a name and cannot be part of one. Such a name is reported once
  /// and stands for nothing (readName).
  bool foreignInName() {
    if (isMarkInName(peek()) && !looksAt("//")) return markInName();
    if (static_cast<unsigned char>(peek()) <= ' ') return false;
    const unicode::CodePoint next = point();
    if (isBrokenByte(next)) {
      at_ += next.length;
      return true;
    }
    return static_cast<unsigned char>(peek()) >= 0x80 && symbolInName(next);
  }

  /// `Cr€mes`: a symbol of no other meaning between letters.
  bool symbolInName(unicode::CodePoint symbol) {
    if (!continuesAt(at_ + symbol.length) || unicode::isOddSpace(symbol.value) ||
        unicode::isDirectionMark(symbol.value) || plainMark(symbol.value) != 0)
      return false;
    if (foreignQuotesOf(symbol.value) || foreignArrow() != 0) return false;
    const uint32_t begin = at_;
    at_ += symbol.length;
    reportInName(begin);
    return true;
  }

  void reportInName(uint32_t begin) {
    damageLine();
    if (!noteOnLine('&')) return;
    const bool invisible = text_.slice(begin, at_) == "\u00AD";
    auto report = diags_.report(span(begin), diag::UnexpectedCharacter,
                                invisible ? StringRef("U+00AD") : text_.slice(begin, at_));
    if (invisible)
      report.help(diag::SoftHyphen).safeFix("remove it", span(begin), "");
    else
      report.help(diag::NamesHaveNoQuotes);
  }

  /// `R&D`, `C++`: the marks, where a name goes on behind them or hardly ends in them.
  bool markInName() {
    uint32_t end = at_;
    while (end < text_.size() && isMarkInName(text_[end]) && !text_.substr(end).starts_with("//"))
      ++end;
    if (!continuesAt(end) && peek() != '+' && peek() != '#') return false;
    reportInName(std::exchange(at_, end));
    return true;
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
    const auto goesOn = [&] {
      return continuesAt(at_) || ((peek() == '-' || peek() == '/') && continuesAt(at_ + 1));
    };
    if (!goesOn() || peek() == '-') return add(TokenKind::Number, begin);
    while (goesOn()) at_ += continuesAt(at_) ? point().length : 1;
    damageLine();
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
    unterminatedString(begin, end);
  }

  /// The text goes on where its author seems to have meant it: up to a quote that closes it on one
  /// of the next lines, else to the end of its line, without a brace that stands there.
  void unterminatedString(uint32_t begin, uint32_t end) {
    if (endsText(begin, end)) return;
    diags_.report({file_, begin, begin + 1}, diag::UnterminatedString).help(diag::CloseOnSameLine);
    damageLine();
    const bool first = !tokenOnLine_;
    at_ = closingQuoteBelow(end);
    if (at_ != 0) return addLong(TokenKind::String, begin, first);
    const StringRef text = text_.slice(begin, end).rtrim();
    const bool opens = text.ends_with("{") && !text.ends_with("\\{");
    const bool closes = text.ends_with("}") && bracesOnLine_ > 0;
    at_ = begin +
          static_cast<uint32_t>(opens || closes ? text.drop_back().rtrim().size() : text.size());
    add(TokenKind::String, begin);
  }

  /// `profile Nurse Head nurse" {`: the quote ends a text that has none at its start. Takes the
  /// words for the text.
  bool endsText(uint32_t begin, uint32_t end) {
    if (!tokenOnLine_ || out_.tokens.back().end != begin) return false;
    const StringRef behind = text_.slice(begin + 1, end).trim();
    if (!behind.empty() && behind != "{" && behind != "}") return false;
    size_t first = out_.tokens.size();
    while (first > 0 && out_.tokens[first - 1].begin >= lineStart_) --first;
    const auto isAt = [&](size_t i, TokenKind kind) {
      return i < out_.tokens.size() && out_.tokens[i].kind == kind;
    };
    using syntax::KeywordClass;
    if (isAt(first, TokenKind::Abstract) || isAt(first + 1, TokenKind::Competency)) ++first;
    const KeywordClass role = syntax::keywordClass(out_.tokens[first].kind);
    if (role != KeywordClass::Declares && role != KeywordClass::BeginsItem) return false;
    size_t text = first + 1;
    if (role == KeywordClass::Declares) {
      for (++text; isAt(text, TokenKind::Dot); text += 2) {
      }
    }
    if (text >= out_.tokens.size()) return false;
    for (size_t i = text; i < out_.tokens.size(); ++i) {
      const TokenKind kind = out_.tokens[i].kind;
      if (kind == TokenKind::String || kind == TokenKind::LeftBrace ||
          kind == TokenKind::RightBrace || kind == TokenKind::Bullet)
        return false;
    }
    at_ = begin + 1;
    const uint32_t from = out_.tokens[text].begin;
    diags_.report({file_, begin, at_}, diag::NoOpeningQuote)
        .unsafeFix("insert `\"`", {file_, from, from}, "\"");
    out_.tokens.resize(text);
    out_.tokens.push_back({TokenKind::String, false, from, at_});
    return true;
  }

  /// Behind the one quote of a line that continues a text, or 0. Lines with braces, blank lines and
  /// lines that begin a text of their own end the search, and so does the eighth line.
  [[nodiscard]] uint32_t closingQuoteBelow(uint32_t end) const {
    for (int lines = 0; lines < 8 && end < text_.size(); ++lines) {
      const uint32_t begin = end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
      end = lineEnd(begin);
      const StringRef line = text_.slice(begin, end);
      const size_t quote = line.find('"');
      if (line.take_front(quote).trim().empty() ||
          line.take_front(quote).find_first_of("{}") != StringRef::npos)
        return 0;
      if (quote == StringRef::npos) continue;
      const StringRef behind = line.drop_front(quote + 1).ltrim();
      const bool closes =
          behind.empty() || behind == "{" || behind == "}" || behind.starts_with(",");
      const bool opens = syntax::findKeyword(line.take_front(quote).trim()).has_value();
      return closes && !opens && !behind.contains('"') ? begin + static_cast<uint32_t>(quote) + 1
                                                       : 0;
    }
    return 0;
  }

  void textBlock() {
    const uint32_t begin = at_;
    const bool first = !tokenOnLine_;
    const bool closed = findBlockEnd();
    const uint32_t shallow = repair_ ? shallowLine(begin) : 0;
    if (shallow != 0 && (!closed || (!repaired_ && closesInText()))) {
      repaired_ = true;
      diags_.report({file_, begin, begin + 3}, diag::UnterminatedTextBlock)
          .help(diag::CloseTextBlock);
      at_ = shallow;
    } else if (!closed) {
      leftBlockOpen_ = true;
      diags_.report({file_, begin, begin + 3}, diag::UnterminatedTextBlock)
          .help(diag::CloseTextBlock);
    }
    addLong(TokenKind::TextBlock, begin, first);
  }

  /// Moves behind the closing quotes, or to the end of the file.
  bool findBlockEnd() {
    for (at_ += 3; at_ < text_.size(); ++at_) {
      if (peek() == '\\' && at_ + 1 < text_.size()) {
        ++at_;
      } else if (looksAt("\"\"\"")) {
        at_ += 3;
        return true;
      }
    }
    at_ = static_cast<uint32_t>(text_.size());
    return false;
  }

  /// Where the text block from `begin` to here should have ended: the end of the line above the
  /// first that is indented no deeper than the one that opens it, and is hardly prose. 0 where
  /// there is none.
  [[nodiscard]] uint32_t shallowLine(uint32_t begin) const {
    const size_t depth = text_.substr(lineStart_).find_first_not_of(" \t");
    uint32_t above = lineEnd(begin);
    while (above < at_) {
      const StringRef rest =
          text_.slice(above, at_).drop_front(text_.substr(above).starts_with("\r\n") ? 2 : 1);
      const StringRef line = rest.take_until([](char c) { return c == '\n' || c == '\r'; });
      const StringRef text = line.ltrim(" \t");
      if (line.size() - text.size() <= depth && isOfTheLanguage(text)) return above;
      above = static_cast<uint32_t>(line.end() - text_.begin());
    }
    return 0;
  }

  /// Whether a line is hardly prose: a brace, or a word that begins a line.
  [[nodiscard]] static bool isOfTheLanguage(StringRef line) {
    if (line.starts_with("}")) return true;
    const auto word = syntax::findKeyword(line.take_while([](char c) { return llvm::isAlpha(c); }));
    if (!word) return false;
    const auto role = syntax::keywordClass(*word);
    return role == syntax::KeywordClass::BeginsItem || role == syntax::KeywordClass::Declares;
  }

  /// Whether the quotes just read stand behind other text of their line, as opening ones do.
  [[nodiscard]] bool closesInText() const {
    // Of a long line, a part will do.
    constexpr uint32_t most = 4096;
    const StringRef before = text_.slice(at_ < most ? 0 : at_ - most, at_ - 3);
    return !before.drop_front(before.find_last_of("\r\n") + 1).trim().empty();
  }

  /// Adds a token that may hold line ends.
  void addLong(TokenKind kind, uint32_t begin, bool first) {
    out_.tokens.push_back({kind, first, begin, at_});
    tokenOnLine_ = true;
    const size_t lastLine = text_.slice(begin, at_).rfind('\n');
    if (lastLine != StringRef::npos) lineStart_ = begin + static_cast<uint32_t>(lastLine) + 1;
  }

  void curlyString(const Quotes& quotes) {
    const auto [close, length] = closeOf(quotes);
    wrongQuotes(point().length, close, length);
  }

  /// Where the text that opens here is closed, and by how many bytes: by the mark that belongs to
  /// it, else by the first other one that may.
  [[nodiscard]] std::pair<uint32_t, uint32_t> closeOf(const Quotes& quotes) const {
    const uint32_t end = lineEnd(at_);
    std::pair<uint32_t, uint32_t> other = {end, 0};
    for (uint32_t i = at_ + point().length; i < end;) {
      const unicode::CodePoint next = unicode::decode(text_, i);
      if (next.valid && next.value == quotes.close) return {i, next.length};
      if (other.second != 0 && next.value == quotes.open) break;
      if (other.second == 0 && quotes.others.contains(text_.substr(i, next.length)))
        other = {i, next.length};
      i += next.length;
    }
    return other;
  }

  /// `'…'`, up to a quote that no letter follows; an apostrophe is none.
  void singleQuotes() {
    const uint32_t end = lineEnd(at_);
    for (uint32_t i = at_ + 1; i < end && unclosedQuotesEnd_ != end; ++i) {
      if (text_[i] == '\'' && !continuesAt(i + 1)) return wrongQuotes(1, i, 1);
    }
    unclosedQuotesEnd_ = end;
    unexpected();
  }

  /// A text in other quotes: `open` bytes, then the text up to `close`, then `length` bytes.
  void wrongQuotes(uint32_t open, uint32_t close, uint32_t length) {
    const uint32_t begin = at_;
    std::string straight = "\"";
    for (const char c : text_.slice(begin + open, close)) {
      if (c == '"') straight += '\\';
      straight += c;
    }
    at_ = close + length;
    diags_.report(span(begin), diag::CurlyQuotes)
        .safeFix("use straight double quotes", span(begin), straight + "\"");
    add(TokenKind::String, begin);
  }

  // ---- Bullets ---------------------------------------------------------------------------------

  void dash() {
    if (llvm::isDigit(peek(1)) && !isCountedProse()) return number();
    if (peek(1) == '>') return punctuation(TokenKind::Arrow, 2);
    if (const uint32_t length = foreignArrow()) return wrongArrow(length);
    const uint32_t begin = at_;
    if (peek(1) == '-') return dashes();
    if (endsName()) {
      ++at_;
      diags_.report(span(begin), diag::UnexpectedCharacter, "-")
          .help(diag::NamesHaveNoQuotes)
          .unsafeFix("remove it", span(begin), "");
      return;
    }
    if (!isBlank(at_ + 1)) {
      diags_.report({file_, at_, at_ + 1}, diag::BulletNeedsSpace)
          .safeFix("put a space after the dash", {file_, at_ + 1, at_ + 1}, " ");
    }
    ++at_;
    bullet(begin);
  }

  /// `profile Porter- "Porter" {`: a dash at the end of a name. As a bullet, it would hold a brace.
  [[nodiscard]] bool endsName() const {
    if (!tokenOnLine_ || out_.tokens.back().end != at_ || !isBlank(at_ + 1)) return false;
    const TokenKind before = out_.tokens.back().kind;
    if (before != TokenKind::Ident && !syntax::isKeyword(before)) return false;
    const StringRef rest = text_.slice(at_ + 1, lineEnd(at_)).rtrim();
    return rest.ends_with("{") && !rest.ends_with("\\{");
  }

  /// `-- a remark` as in SQL, or a rule of dashes.
  void dashes() {
    const uint32_t begin = at_;
    while (peek() == '-') ++at_;
    const uint32_t end = lineEnd(at_);
    const TokenKind before = out_.tokens.empty() ? TokenKind::EndOfFile : out_.tokens.back().kind;
    const bool list = before == TokenKind::LeftBrace || before == TokenKind::Bullet;
    if (list && at_ == begin + 2 && isBlank(at_) && !text_.slice(at_, end).trim().empty()) {
      diags_.report(span(begin), diag::WrongBulletMark, "--")
          .safeFix("use a dash", span(begin), "-");
      return bullet(begin);
    }
    if (text_.slice(at_, end).trim().empty()) {
      diags_
          .report(span(begin), diag::UnexpectedCharacter,
                  text_.slice(begin, std::min(at_, begin + 8)))
          .unsafeFix("remove it", span(begin), "");
    } else {
      diags_.report(span(begin), diag::OtherComment, text_.slice(begin, std::min(at_, begin + 8)))
          .safeFix("write `//`", span(begin), "//");
    }
    at_ = end;
  }

  /// `-5 apples` where an item begins: no number begins one but before an arrow.
  [[nodiscard]] bool isCountedProse() const {
    if (out_.tokens.empty() || !endsItem(out_.tokens.back().kind)) return false;
    const StringRef rest = text_.slice(at_ + 1, lineEnd(at_)).ltrim("0123456789.");
    const StringRef behind = rest.ltrim(" \t");
    return behind.size() < rest.size() && !behind.empty() && llvm::isAlpha(behind.front());
  }

  void foreignBullet(unicode::CodePoint mark) {
    const uint32_t begin = at_;
    at_ += mark.length;
    if (std::exchange(nested_, false)) return bullet(begin);
    diags_.report(span(begin), diag::WrongBulletMark, text_.slice(begin, at_))
        .safeFix("use a dash", span(begin), isBlank(at_) ? "-" : "- ");
    bullet(begin);
  }

  /// Reads the prose of a bullet whose mark begins at `begin` and ends at the current place.
  void bullet(uint32_t begin) {
    const bool first = !tokenOnLine_;
    // Of a bullet that ends within its line nobody asks; the line may hold thousands.
    std::optional<std::string> margin;
    const uint32_t line = lineStart_;
    uint32_t end = prose(first);
    const auto goesOn = [&] {
      if (at_ >= text_.size() || peek() == '}') return false;
      if (!margin) margin = marginBefore(line, begin);
      return continues(begin, *margin);
    };
    while (goesOn()) {
      if (looksLikeItem(begin)) {
        tokenOnLine_ = false;
        const uint32_t resume = std::exchange(at_, end);
        out_.tokens.push_back({TokenKind::Bullet, first, begin, at_});
        at_ = resume;
        return;
      }
      end = prose(first);
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
  [[nodiscard]] std::string marginBefore(uint32_t line, uint32_t begin) const {
    std::string margin;
    for (uint32_t i = line; i < begin; i += unicode::decode(text_, i).length) {
      margin += text_[i] == '\t' ? '\t' : ' ';
    }
    return margin;
  }

  /// Reads to the end of the line or an unescaped `}`. Returns the end of the text, trimmed.
  /// `ownLine`: the bullet has its line to itself.
  uint32_t prose(bool ownLine) {
    const uint32_t stop = lineEnd(at_);
    uint32_t end = at_;
    for (; at_ < stop && peek() != '}'; ++at_) {
      if (peek() == '\\' && (peek(1) == '{' || peek(1) == '}')) {
        ++at_;
      } else if (peek() == '{') {
        bareBraces(stop, ownLine);
      }
      if (peek() != ' ' && peek() != '\t') end = at_ + 1;
    }
    return end;
  }

  /// A bare `{` in prose and the braces that belong to it: one cause, one fix. Moves to the last.
  void bareBraces(uint32_t stop, bool ownLine) {
    const uint32_t begin = at_;
    const uint32_t last = lastOfBraces(stop, ownLine);
    std::string escaped;
    for (uint32_t i = begin; i <= last; ++i) {
      const bool brace = text_[i] == '{' || text_[i] == '}';
      if (brace && (i == begin || text_[i - 1] != '\\')) escaped += '\\';
      escaped += text_[i];
    }
    diags_.report({file_, begin, begin + 1}, diag::BraceInBullet, "{")
        .safeFix(begin == last ? "write `\\{`" : "write `\\{` and `\\}`", {file_, begin, last + 1},
                 escaped);
    at_ = last;
  }

  /// The last brace before `stop` that is prose like the one here. A `}` is where it closes a
  /// brace of the line, but for one at the end of a line that the bullet shares with its block.
  [[nodiscard]] uint32_t lastOfBraces(uint32_t stop, bool ownLine) const {
    const uint32_t lastText = static_cast<uint32_t>(text_.take_front(stop).rtrim(" \t").size());
    uint32_t last = at_;
    size_t depth = 0;
    for (uint32_t i = at_; i < stop; ++i) {
      if (text_[i] == '\\' && i + 1 < stop) {
        ++i;
      } else if (text_[i] == '{') {
        ++depth;
        last = i;
      } else if (text_[i] == '}') {
        if (depth == 0 || (!ownLine && i + 1 == lastText)) break;
        --depth;
        last = i;
      }
    }
    return last;
  }

  /// Whether the next line continues the bullet; then moves to its first character.
  bool continues(uint32_t begin, const std::string& margin) {
    uint32_t next = at_;
    if (next >= text_.size() || next != lineEnd(next)) return false;
    next += text_.substr(next).starts_with("\r\n") ? 2 : 1;
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
    const unicode::CodePoint mark = unicode::decode(text_, lineBegin);
    const bool listMark = mark.value == 0x2022 || mark.value == 0x25E6 || mark.value == 0x25AA ||
                          mark.value == 0x2023 || mark.value == 0x2043;
    if (deeper && listMark) {
      diags_.report({file_, lineBegin, lineBegin + mark.length}, diag::NestedBullet)
          .label({file_, begin, begin + 1}, diag::BulletAbove)
          .help(diag::SameDepth);
      nested_ = true;
      return false;
    }
    if (!deeper) {
      if (!indent.empty() && !StringRef(margin).starts_with(indent)) {
        if (itemLength(line) != 0) return false;
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
    const uint32_t length = itemLength(text_.slice(at_, lineEnd(at_)));
    if (length == 0) return false;
    diags_.report({file_, at_, at_ + length}, diag::ContinuationLooksLikeItem)
        .label({file_, begin, begin + 1}, diag::BulletAbove)
        .help(diag::IndentLikeBullet);
    return true;
  }

  /// The length of the item that `rest` seems to begin with, up to the end of its line, or 0.
  [[nodiscard]] static uint32_t itemLength(StringRef rest) {
    const StringRef line = rest.take_until([](char c) { return c == '\n' || c == '\r'; }).rtrim();
    const StringRef first = line.take_while([](char c) { return llvm::isAlpha(c); });
    const auto keyword = syntax::findKeyword(first);
    if (!keyword) return 0;
    const auto role = syntax::keywordClass(*keyword);
    if (role != syntax::KeywordClass::BeginsItem && role != syntax::KeywordClass::Declares)
      return 0;
    const StringRef behind = line.drop_front(first.size()).ltrim();
    // A `}` closes the block around the bullet: what follows is not on its account.
    const bool closes = behind.contains('}');
    const bool opensBlock =
        behind.starts_with("{") ||
        (behind.ends_with("{") && !behind.ends_with("\\{") && !closes);
    const bool quoted =
        behind.size() > 1 && behind.front() == '"' && behind.back() == '"' && !closes;
    return opensBlock || quoted ? static_cast<uint32_t>(line.size()) : 0;
  }

  // ---- What is no token ------------------------------------------------------------------------

  void oddSpace(unicode::CodePoint space) {
    const uint32_t begin = at_;
    at_ += space.length;
    if (++oddSpacesOnLine_ > mostOddSpaces) return;
    const bool mark =
        unicode::isDirectionMark(space.value) || space.value == 0x200B || space.value == 0xFEFF;
    diags_.report(span(begin), diag::OddSpace, space.value)
        .safeFix(mark ? "remove it" : "use a plain space", span(begin), mark ? "" : " ");
  }

  /// The length of a foreign arrow here, or 0.
  [[nodiscard]] uint32_t foreignArrow() const {
    for (const StringRef arrow : foreignArrows) {
      if (looksAt(arrow)) return static_cast<uint32_t>(arrow.size());
    }
    return 0;
  }

  void wrongArrow(uint32_t length) {
    const uint32_t begin = at_;
    punctuation(TokenKind::Arrow, length);
    if (++arrowsOnLine_ > mostOddSpaces) return;
    diags_.report(span(begin), diag::UnexpectedCharacter, text_.slice(begin, at_))
        .help(diag::ArrowForm)
        .safeFix("change to `->`", span(begin), "->");
  }

  /// Notes a mark; false if its line has one of the sort already.
  bool noteOnLine(char mark) {
    if (StringRef(marksOnLine_).contains(mark)) return false;
    marksOnLine_ += mark;
    return true;
  }

  void unexpected() {
    if (const uint32_t length = foreignArrow()) return wrongArrow(length);
    const uint32_t begin = at_;
    at_ += point().length;
    while (static_cast<unsigned char>(text_[begin]) < 0x80 && peek() == text_[begin]) ++at_;
    const char mark = text_[begin];
    if (mark == '#') at_ = lineEnd(at_);
    if (mark == '(' || mark == '[') passRemark(mark == '(' ? ')' : ']');
    // A bracket and the one that closes it are one slip, and so is one mark several times.
    if (!noteOnLine(mark == ')' ? '(' : mark == ']' ? '[' : mark)) return;
    const bool ends = mark == '#' || mark == ';';
    if (!ends && mark != '=') damageLine();
    const bool one = mark == '#' || mark == '(' || mark == '[';
    const uint32_t end = one ? begin + endOfRun(begin) : at_;
    auto report =
        diags_.report({file_, begin, end}, diag::UnexpectedCharacter, text_.slice(begin, end));
    helpWith(mark, {file_, begin, end}, report);
  }

  /// `profile Baker "Baker" (draft) {`: a remark before the brace of a declaration.
  void passRemark(char close) {
    const StringRef rest = text_.slice(at_, lineEnd(at_));
    const size_t end = rest.find(close);
    if (end == StringRef::npos || rest.take_front(end).find_first_of("\"{}") != StringRef::npos)
      return;
    if (rest.drop_front(end + 1).ltrim().starts_with("{")) at_ += static_cast<uint32_t>(end) + 1;
  }

  [[nodiscard]] uint32_t endOfRun(uint32_t begin) const {
    const StringRef rest = text_.substr(begin);
    return static_cast<uint32_t>(rest.take_while([&](char c) { return c == rest.front(); }).size());
  }

  /// Nothing but white space stands before `at` on its line.
  [[nodiscard]] bool isBlankBefore(uint32_t at) const {
    const size_t last = text_.take_front(at).find_last_not_of(" \t");
    return last == StringRef::npos || text_[last] == '\n';
  }

  /// Behind `at` the line ends, or a block, or another item begins.
  [[nodiscard]] bool endsItem(uint32_t at) const {
    const StringRef rest = text_.slice(at, lineEnd(at)).ltrim();
    const StringRef word = rest.take_while([](char c) { return llvm::isAlpha(c); });
    const auto keyword = syntax::findKeyword(word);
    const bool beginsItem =
        keyword && (syntax::keywordClass(*keyword) == syntax::KeywordClass::BeginsItem ||
                    syntax::keywordClass(*keyword) == syntax::KeywordClass::Declares);
    return rest.empty() || rest.front() == '}' || rest.starts_with("//") || beginsItem;
  }

  /// The line names what is required, and no level yet.
  [[nodiscard]] bool isInRequirement() const {
    size_t first = out_.tokens.size();
    while (first > 0 && out_.tokens[first - 1].begin >= lineStart_) --first;
    const llvm::ArrayRef<Token> line = llvm::ArrayRef(out_.tokens).drop_front(first);
    return line.size() > 1 && line.front().kind == TokenKind::Requires &&
           llvm::none_of(line, [](const Token& token) { return token.kind == TokenKind::At; });
  }

  void helpWith(char mark, Span place, DiagnosticBuilder& report) const {
    switch (mark) {
      case '#':
        report.help(diag::HashComment);
        // In mid-line, what follows may be more than a comment.
        if (isBlankBefore(place.begin))
          report.safeFix("write `//`", place, "//");
        else
          report.unsafeFix("write `//`", place, "//");
        break;
      case ';':
        if (endsItem(place.end))
          report.help(diag::NoSeparators).safeFix("remove it", place, "");
        else
          report.unsafeFix("change to `,`", place, ",");
        break;
      case '=':
        report.help(diag::NoColonAfterWord)
            .unsafeFix("remove it", place, isBlank(place.end) ? "" : " ");
        break;
      case '(':
      case ')':
      case '[':
      case ']':
        if (!isInRequirement()) report.help(diag::BracketsInTexts);
        break;
      case '/':
        if (!tokenOnLine_) report.help(diag::HashComment);
        break;
      case '>':
        if (tokenOnLine_) report.help(diag::ArrowForm);
        break;
      case '\xE2':
        if (text_.slice(place.begin, place.end) == "\u2026") report.help(diag::RangeForm);
        break;
      default: break;
    }
    if (StringRef("([@").contains(mark) && isInRequirement()) report.help(diag::LevelBehindAt);
  }

  FileId file_;
  StringRef text_;
  Diagnostics& diags_;
  Scanned out_;
  uint32_t at_ = 0;
  uint32_t lineStart_ = 0;
  mutable uint32_t knownBegin_ = 1;  ///< No line ends from here up to `knownEnd_`, where one does.
  mutable uint32_t knownEnd_ = 0;
  bool tokenOnLine_ = false;
  /// One finding a line is left of them, with the fixes of so many.
  static constexpr size_t mostOddSpaces = 100'000;
  size_t oddSpacesOnLine_ = 0;
  size_t arrowsOnLine_ = 0;
  int bracesOnLine_ = 0;     ///< Opened and not closed.
  std::string marksOnLine_;  ///< Those that were reported.
  uint32_t unclosedQuotesEnd_ = 0;  ///< The end of a line on which no single quote closes a text.
  bool nested_ = false;      ///< The bullet that comes next was reported.
  std::string unclosed_;     ///< Marks of other languages that the file does not close.
  bool repair_ = false;
  bool repaired_ = false;
  bool leftBlockOpen_ = false;
};

}  // namespace

bool isDamaged(llvm::ArrayRef<LineRange> damaged, uint32_t offset) {
  const auto* behind =
      llvm::partition_point(damaged, [&](LineRange l) { return l.begin <= offset; });
  return behind != damaged.begin() && offset <= std::prev(behind)->end;
}

Scanned scan(FileId file, StringRef text, Diagnostics& diags) {
  Diagnostics found;
  Scanner scanner(file, text, found, false);
  Scanned out = scanner.run();
  if (scanner.leftBlockOpen()) {
    found = Diagnostics();
    out = Scanner(file, text, found, true).run();
  }
  diags.append(std::move(found));
  return out;
}

}  // namespace cadre::parse
