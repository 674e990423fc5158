#include "support/markdown_shield.h"

#include "support/html_entities.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>

#include <array>
#include <optional>

namespace cadre::markdown {

namespace {

using llvm::StringRef;

constexpr int deepestParentheses = 32;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isUnprintable(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; }

/// What a target says once escapes and character references are read.
std::string unescape(StringRef target) {
  std::string out;
  for (size_t i = 0; i < target.size(); ++i) {
    if (target[i] == '\\' && i + 1 < target.size() && isPunctuation(target[i + 1])) {
      out += target[++i];
      continue;
    }
    const size_t length = html::referenceLength(target.substr(i));
    if (const auto value = html::findReference(target.substr(i, length)); length && value) {
      out += *value;
      i += length - 1;
      continue;
    }
    out += target[i];
  }
  return out;
}

/// Walks over a text once, as far as CommonMark lets brackets, code and autolinks bind.
class Shield {
public:
  Shield(StringRef text, char guard) : text_(text), guard_(guard) {}

  std::string run() {
    out_.reserve(text_.size() + 16);
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

private:
  struct Opener {
    bool isImage;
  };

  void step() {
    switch (text_[at_]) {
      case '\\': return copy(std::min<size_t>(2, text_.size() - at_));
      case '`': return code();
      case '<': return angle();
      case '!': return image();
      case '[': return open(false, 1);
      case ']': return close();
      case '\n': return line();
      default: return copy(1);
    }
  }

  void copy(size_t count) {
    out_ += text_.substr(at_, count);
    at_ += count;
  }

  /// A blank line ends what was open: nothing inline crosses a paragraph.
  void line() {
    copy(1);
    if (!text_.substr(at_).ltrim(" \t\r").starts_with("\n")) return;
    openers_.clear();
    firstActive_ = 0;
  }

  void code() {
    const size_t length = runLength(at_);
    const std::optional<size_t> end = findRun(at_ + length, length);
    copy(end ? *end + length - at_ : length);
  }

  size_t runLength(size_t from) const {
    const size_t end = text_.find_first_not_of('`', from);
    return (end == StringRef::npos ? text_.size() : end) - from;
  }

  /// The next run of just `length` backticks in this paragraph. Remembers where there is none, so
  /// that a long row of unlike runs is walked once for each length.
  std::optional<size_t> findRun(size_t from, size_t length) {
    if (length >= noRunBefore_.size() || from < noRunBefore_[length]) return std::nullopt;
    const size_t limit = endOfParagraph(from);
    for (size_t at = text_.find('`', from); at < limit; at = text_.find('`', at)) {
      const size_t found = runLength(at);
      if (found == length) return at;
      at += found;
    }
    noRunBefore_[length] = limit;
    return std::nullopt;
  }

  size_t endOfParagraph(size_t from) {
    if (from < paragraphEnd_) return paragraphEnd_;
    for (size_t at = text_.find('\n', from); at != StringRef::npos; at = text_.find('\n', at + 1)) {
      if (text_.substr(at + 1).ltrim(" \t\r").starts_with("\n")) return paragraphEnd_ = at;
    }
    return paragraphEnd_ = text_.size();
  }

  /// An autolink is one piece, unless its target is refused.
  void angle() {
    const size_t end = text_.find_first_of("<> \t\r\n", at_ + 1);
    const bool closed = end != StringRef::npos && text_[end] == '>';
    const StringRef inside = closed ? text_.slice(at_ + 1, end) : StringRef();
    const size_t colon = inside.find(':');
    const bool isUri =
        colon != StringRef::npos && colon >= 2 && colon <= 32 && llvm::isAlpha(inside[0]) &&
        llvm::all_of(inside.take_front(colon),
                     [](char c) { return llvm::isAlnum(c) || c == '+' || c == '.' || c == '-'; });
    if (!isUri) return copy(1);
    if (isAllowedTarget(inside)) return copy(end + 1 - at_);
    copy(1 + colon);
    out_ += guard_;
  }

  void image() {
    if (text_.substr(at_).starts_with("![")) return open(true, 2);
    copy(1);
  }

  void open(bool isImage, size_t length) {
    openers_.push_back({isImage});
    copy(length);
  }

  void close() {
    copy(1);
    const StringRef rest = text_.substr(at_);
    if (rest.starts_with(":")) out_ += guard_;
    if (openers_.empty()) return;
    const bool isActive = openers_.back().isImage || openers_.size() > firstActive_;
    const Opener opener = openers_.pop_back_val();
    firstActive_ = std::min(firstActive_, openers_.size());
    if (!isActive || !rest.starts_with("(")) return;
    std::string target;
    const size_t length = linkLength(rest, target);
    if (length == 0) return;
    if (opener.isImage || target.empty() || !isAllowedTarget(target)) {
      out_ += guard_;
      return;
    }
    // A link holds no links: what opened before it is text.
    firstActive_ = openers_.size();
    copy(length);
  }

  /// The length of `(target "title")` at the start of `text`, 0 when it is none.
  size_t linkLength(StringRef text, std::string& target) {
    size_t at = skipBlanks(text, 1);
    const size_t targetEnd = skipTarget(text, at);
    if (targetEnd == StringRef::npos) return 0;
    StringRef raw = text.slice(at, targetEnd);
    if (raw.starts_with("<")) raw = raw.drop_front().drop_back();
    target = unescape(raw);
    at = skipBlanks(text, targetEnd);
    if (at > targetEnd && at < text.size() && text[at] != ')') {
      at = skipTitle(text, at);
      if (at == StringRef::npos) return 0;
      at = skipBlanks(text, at);
    }
    return at < text.size() && text[at] == ')' ? at + 1 : 0;
  }

  static size_t skipBlanks(StringRef text, size_t at) {
    while (at < text.size() && isBlank(text[at])) ++at;
    return at;
  }

  size_t skipTarget(StringRef text, size_t at) {
    if (at < text.size() && text[at] == '<') {
      const size_t end = skipUntil(text, at + 1, '>');
      const bool isOneLine = !text.slice(at, end).contains('\n');
      return end == StringRef::npos || !isOneLine ? StringRef::npos : end + 1;
    }
    int depth = 0;
    for (; at < text.size() && !isUnprintable(text[at]); ++at) {
      if (text[at] == '\\' && at + 1 < text.size() && isPunctuation(text[at + 1])) {
        ++at;
      } else if (text[at] == '(') {
        if (++depth > deepestParentheses) return StringRef::npos;
      } else if (text[at] == ')' && --depth < 0) {
        break;
      }
    }
    return depth > 0 ? StringRef::npos : at;
  }

  size_t skipTitle(StringRef text, size_t at) {
    const char quote = text[at] == '(' ? ')' : text[at];
    if (quote != '"' && quote != '\'' && quote != ')') return StringRef::npos;
    const size_t end = skipUntil(text, at + 1, quote);
    return end == StringRef::npos ? end : end + 1;
  }

  /// The place of the next `end`. Where there is none, there is none further on either.
  size_t skipUntil(StringRef text, size_t at, char end) {
    if (isAbsent_[static_cast<unsigned char>(end)]) return StringRef::npos;
    for (; at < text.size(); ++at) {
      if (text[at] == end) return at;
      if (text[at] == '\\') ++at;
    }
    isAbsent_[static_cast<unsigned char>(end)] = true;
    return StringRef::npos;
  }

  StringRef text_;
  char guard_;
  size_t at_ = 0;
  std::string out_;
  llvm::SmallVector<Opener, 8> openers_;
  size_t firstActive_ = 0;  ///< Openers of links before this one can open none any more.
  size_t paragraphEnd_ = 0;
  std::array<bool, 128> isAbsent_{};      ///< By character: none follows.
  std::array<size_t, 33> noRunBefore_{};  ///< By length: no such run lies before here.
};

}  // namespace

bool isPunctuation(char c) { return llvm::isPrint(c) && !llvm::isAlnum(c) && c != ' '; }

bool isAllowedTarget(StringRef target) {
  std::string read;
  for (const char c : target) {
    if (!isUnprintable(c)) read += c == '\\' ? '/' : llvm::toLower(c);
  }
  const StringRef seen = read;
  if (seen.starts_with("//")) return false;
  const size_t end = seen.find_first_of(":/?#");
  if (end == StringRef::npos || seen[end] != ':') return true;
  const StringRef scheme = seen.take_front(end);
  return scheme == "http" || scheme == "https" || scheme == "mailto";
}

std::string shield(StringRef text, char guard) { return Shield(text, guard).run(); }

}  // namespace cadre::markdown
