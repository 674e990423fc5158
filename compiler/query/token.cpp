#include "query/token.h"

#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

#include <utility>

namespace cadre::query {

using llvm::StringRef;

namespace {

/// What other languages write, and what it is here.
struct Foreign {
  StringRef sign;
  StringRef help;
};
constexpr Foreign foreignSigns[] = {
    {"==", "equality is `=`"},
    {"<>", "inequality is `!=`"},
    {"=>", "at least is `>=`"},
    {"=<", "at most is `<=`"},
    {"&&", "`and` joins conditions"},
    {"||", "`or` joins conditions"},
    {"=~", "`matches \"…\"` takes a regular expression"},
    {"~", "`matches \"…\"` takes a regular expression, `contains \"…\"` words"},
    {"≥", "at least is `>=`"},
    {"≤", "at most is `<=`"},
    {"≠", "inequality is `!=`"},
    {"!", "`not` negates a condition"},
    {"*", "fields are named one by one"},
    {"%", "`contains \"press*\"` finds words that begin so"},
    {";", "a query ends where its text does"},
};
constexpr StringRef signs[] = {"!=", "<=", ">=", "=", "<", ">", "(", ")", ",", "."};

/// Quotes of other sorts, and how they end.
constexpr std::pair<StringRef, StringRef> foreignQuotes[] = {
    {"'", "'"}, {"“", "”"}, {"„", "“"}, {"‘", "’"}, {"«", "»"}, {"`", "`"}, {"”", "”"},
};

class Lexer {
public:
  Lexer(StringRef text, FileId file) : text_(text), file_(file) {}

  std::vector<Token> run() {
    while (skipBlanks()) take();
    begin_ = at_;
    add(TokenKind::End, "");
    return std::move(tokens_);
  }

private:
  bool skipBlanks() {
    while (at_ < text_.size()) {
      const unicode::CodePoint point = unicode::decode(text_, at_);
      const bool isBlank = point.valid && (point.value <= 0x20 ? !unicode::isControl(point.value)
                                                               : unicode::isOddSpace(point.value));
      if (!isBlank) return true;
      at_ += point.length;
    }
    return false;
  }

  void take() {
    begin_ = at_;
    const unicode::CodePoint point = unicode::decode(text_, at_);
    const bool isMinus =
        text_[at_] == '-' && at_ + 1 < text_.size() && llvm::isDigit(text_[at_ + 1]);
    if (point.valid && unicode::isIdentifierStart(point.value)) return takeWord();
    if (llvm::isDigit(text_[at_]) || isMinus) return takeNumber();
    if (text_[at_] == '"') return takeText();
    takeSign(point);
  }

  void takeWord() {
    while (at_ < text_.size()) {
      const unicode::CodePoint point = unicode::decode(text_, at_);
      // A hyphen stands inside of names only.
      const bool isHyphen = point.value == '-' && at_ + 1 < text_.size() &&
                            unicode::isIdentifierContinue(unicode::decode(text_, at_ + 1).value);
      if (!point.valid || !(isHyphen || unicode::isIdentifierContinue(point.value))) break;
      at_ += point.length;
    }
    add(TokenKind::Word, unicode::toNfc(written()));
  }

  void takeNumber() {
    if (text_[at_] == '-') ++at_;
    while (at_ < text_.size() &&
           (llvm::isAlnum(text_[at_]) || text_[at_] == '.' || text_[at_] == '-'))
      ++at_;
    StringRef number = written();
    while (number.ends_with(".") || number.ends_with("-")) number = number.drop_back();
    at_ = begin_ + number.size();
    if (isDate(number)) return add(TokenKind::Date, number.str());
    const auto [whole, fraction] = StringRef(number).split('.');
    const bool isNumber = llvm::all_of(whole.ltrim('-'), llvm::isDigit) &&
                          number.count('-') == (number.starts_with("-") ? 1U : 0U) &&
                          llvm::all_of(fraction, llvm::isDigit);
    if (isNumber) return add(TokenKind::Number, number.str());
    const bool isVersion =
        llvm::all_of(number, [](char c) { return llvm::isDigit(c) || c == '.'; });
    bad(isVersion ? ("a version stands in quotes: `\"" + number + "\"`").str()
                  : std::string("a number is written `3` or `2.5`, a date `2026-03-01`"));
  }

  static bool isDate(StringRef text) {
    if (text.size() != 10) return false;
    for (size_t i = 0; i < text.size(); ++i) {
      if (i == 4 || i == 7 ? text[i] != '-' : !llvm::isDigit(text[i])) return false;
    }
    return true;
  }

  void takeText() {
    std::string value;
    for (++at_; at_ < text_.size() && text_[at_] != '"';) {
      if (text_[at_] != '\\') {
        value += text_[at_++];
      } else if (!takeEscape(value)) {
        return;
      }
    }
    if (at_ >= text_.size()) return bad("a text ends with `\"`");
    ++at_;
    add(TokenKind::Text, std::move(value));
  }

  /// False where it is none: the whole text is then bad.
  bool takeEscape(std::string& out) {
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (c == '"' || c == '\\') {
      out += c;
    } else if (c == 'n' || c == 't') {
      out += c == 'n' ? '\n' : '\t';
    } else if (const size_t length = takeUnicode(out)) {
      at_ += length;
      return true;
    } else {
      skipText();
      bad("in a text, `\\\\` is a backslash and `\\\"` a quote");
      return false;
    }
    at_ += 2;
    return true;
  }

  /// `\u{1F600}`; gives its length, or 0.
  size_t takeUnicode(std::string& out) const {
    StringRef rest = text_.drop_front(at_);
    const size_t end = rest.find('}');
    if (!rest.consume_front("\\u{") || end == StringRef::npos) return 0;
    unsigned value = 0;
    const StringRef digits = rest.take_until([](char c) { return c == '}'; });
    const bool isBad = digits.size() > 6 || digits.getAsInteger(16, value) || value > 0x10FFFF ||
                       (value >= 0xD800 && value <= 0xDFFF);
    if (isBad) return 0;
    unicode::append(out, static_cast<char32_t>(value));
    return end + 1;
  }

  void skipText() {
    for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
    }
    if (at_ < text_.size()) ++at_;
  }

  void takeSign(const unicode::CodePoint& point) {
    const StringRef rest = text_.drop_front(at_);
    for (const auto& [open, close] : foreignQuotes) {
      if (!rest.starts_with(open)) continue;
      const size_t end = rest.find(close, open.size());
      at_ += end == StringRef::npos ? open.size() : end + close.size();
      return bad("texts stand in straight double quotes: `\"…\"`; names stand without");
    }
    // Of two that begin alike, the longer one: `!=` before `!`, `<>` before `<`.
    for (const Foreign& it : foreignSigns) {
      if (!rest.starts_with(it.sign) || rest.starts_with("!=")) continue;
      at_ += it.sign.size();
      return bad(it.help.str());
    }
    for (const StringRef sign : signs) {
      if (!rest.starts_with(sign)) continue;
      at_ += sign.size();
      return add(TokenKind::Symbol, sign.str());
    }
    at_ += point.length;
    bad("");
  }

  [[nodiscard]] StringRef written() const { return text_.slice(begin_, at_); }

  void add(TokenKind kind, std::string text) {
    const Span span = {file_, static_cast<uint32_t>(begin_), static_cast<uint32_t>(at_)};
    tokens_.push_back({kind, span, std::move(text), {}});
  }

  void bad(std::string help) {
    add(TokenKind::Bad, written().str());
    tokens_.back().help = std::move(help);
  }

  StringRef text_;
  FileId file_;
  size_t begin_ = 0;
  size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(StringRef text, FileId file) { return Lexer(text, file).run(); }

}  // namespace cadre::query
