#include "lint/locate.h"

#include "support/html_entities.h"
#include "support/unicode.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>

namespace cadre::lint {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Markup that stands around words, and the backslash of escapes.
bool isMarkup(char c) { return llvm::StringRef("*_`[]<>\\#-+~=&").contains(c); }

/// A byte that the source says, and where it does.
struct Said {
  char byte = 0;
  uint32_t begin = 0;
  uint32_t end = 0;
};

/// The bytes that a text holds: without quotes, its escapes read. A bullet has neither.
class Reader {
public:
  explicit Reader(llvm::StringRef source) : source_(source), at_(0) {
    const size_t quotes = source.starts_with("\"\"\"") ? 3 : source.starts_with("\"") ? 1 : 0;
    isQuoted_ = quotes > 0;
    at_ = static_cast<uint32_t>(quotes);
    end_ = static_cast<uint32_t>(source.size() >= 2 * quotes ? source.size() - quotes : source.size());
  }

  llvm::SmallVector<Said, 256> run() {
    while (at_ < end_) {
      if (isQuoted_ && source_[at_] == '\\' && at_ + 1 < end_) {
        escape();
      } else {
        add(source_[at_], 1);
      }
    }
    return std::move(out_);
  }

private:
  void escape() {
    switch (source_[at_ + 1]) {
      case 'n': return add('\n', 2);
      case 't': return add('\t', 2);
      case 'u': return codePoint();
      default: return add(source_[at_ + 1], 2);
    }
  }

  /// `\u{e9}`
  void codePoint() {
    const llvm::StringRef rest = source_.slice(at_, end_);
    const size_t close = rest.find('}');
    uint32_t value = 0;
    if (!rest.starts_with("\\u{") || close == llvm::StringRef::npos || rest.slice(3, close).getAsInteger(16, value))
      return add('\\', 1);
    std::string bytes;
    unicode::append(bytes, static_cast<char32_t>(value));
    const auto end = static_cast<uint32_t>(at_ + close + 1);
    for (const char byte : bytes) out_.push_back({byte, at_, end});
    at_ = end;
  }

  void add(char byte, uint32_t length) {
    out_.push_back({byte, at_, at_ + length});
    at_ += length;
  }

  llvm::StringRef source_;
  uint32_t at_;
  uint32_t end_ = 0;
  bool isQuoted_ = false;
  llvm::SmallVector<Said, 256> out_;
};

/// Lays the plain text beside what the source says, a byte at a time. What is not in the plain text can
/// only be markup or blanks: were it a word, the two would have been laid wrongly.
class Alignment {
public:
  Alignment(llvm::StringRef source, llvm::StringRef plain) : said_(Reader(source).run()), plain_(plain) {
    text_.reserve(said_.size());
    for (const Said& it : said_) text_ += it.byte;
  }

  /// Where the source says the byte at `offset` of the plain text; none where it is not found. Offsets
  /// are asked for in their order.
  std::optional<Said> seek(uint32_t offset) {
    while (next_ < plain_.size() && next_ <= offset) {
      if (!step()) return std::nullopt;
      ++next_;
    }
    return last_;
  }

private:
  /// Finds the next byte of the plain text.
  bool step() {
    if (pending_ > 0) return --pending_, true;
    const char wanted = plain_[next_];
    while (at_ < text_.size()) {
      if (llvm::isDigit(text_[at_])) passNumber();
      if (isReference()) return true;
      if (isBlank(wanted) ? isBlank(text_[at_]) : text_[at_] == wanted) return take(wanted);
      if (!skip()) return false;
    }
    return false;
  }

  bool take(char wanted) {
    // Blanks of the source may be more, or others.
    if (isBlank(wanted) && (next_ + 1 >= plain_.size() || !isBlank(plain_[next_ + 1]))) {
      while (at_ + 1 < text_.size() && isBlank(text_[at_ + 1])) ++at_;
    }
    last_ = said_[at_++];
    return true;
  }

  /// `&eacute;`, where the plain text has what it stands for.
  bool isReference() {
    if (text_[at_] != '&') return false;
    const llvm::StringRef rest = llvm::StringRef(text_).substr(at_);
    const size_t length = html::referenceLength(rest);
    const auto bytes = length ? html::findReference(rest.take_front(length)) : std::nullopt;
    const llvm::StringRef plain = plain_.substr(next_);
    if (!bytes || bytes->empty() || !plain.starts_with(*bytes) || plain.starts_with(rest.take_front(length))) return false;
    last_ = {bytes->front(), said_[at_].begin, said_[at_ + length - 1].end};
    pending_ = bytes->size() - 1;
    at_ += length;
    return true;
  }

  /// Passes over what the plain text does not hold; false where it can be no markup.
  bool skip() {
    if (llvm::StringRef(text_).substr(at_).starts_with("](")) return passTarget();
    if (!isBlank(text_[at_]) && !isMarkup(text_[at_])) return false;
    ++at_;
    return true;
  }

  /// The target of a link, which may hold brackets of its own.
  bool passTarget() {
    size_t depth = 0;
    for (size_t i = at_ + 1; i < text_.size(); ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '(') {
        ++depth;
      } else if (text_[i] == ')' && --depth == 0) {
        at_ = i + 1;
        return true;
      }
    }
    return false;
  }

  /// Passes over `1.` before an item of a list, where the plain text leaves it out.
  void passNumber() {
    const llvm::StringRef text = text_;
    const llvm::StringRef before = text.take_front(at_).rtrim(" \t>-+*");
    if (!before.empty() && before.back() != '\n') return;
    const llvm::StringRef number = text.substr(at_).take_while([](char c) { return llvm::isDigit(c); });
    const llvm::StringRef stop = text.substr(at_ + number.size()).take_front(1);
    if (stop != "." && stop != ")") return;
    if (!plain_.substr(next_).ltrim(" \t\n").starts_with((number + stop).str())) at_ += number.size() + 1;
  }

  llvm::SmallVector<Said, 256> said_;
  std::string text_;
  llvm::StringRef plain_;
  std::optional<Said> last_;
  size_t at_ = 0;
  size_t next_ = 0;
  size_t pending_ = 0;  ///< Further bytes of a reference.
};

}  // namespace

std::optional<Located> locate(llvm::StringRef source, llvm::StringRef plain, uint32_t begin, uint32_t end) {
  if (begin >= end || end > plain.size()) return std::nullopt;
  const uint32_t quote = source.starts_with("\"") && !source.starts_with("\"\"\"") ? 1 : 0;
  // Mostly there is no markup.
  if (source.substr(quote, plain.size()) == plain && source.size() == plain.size() + 2 * quote)
    return Located{begin + quote, end + quote, true};
  Alignment alignment(source, plain);
  const auto first = alignment.seek(begin);
  const auto last = first ? alignment.seek(end - 1) : std::nullopt;
  if (!last) return std::nullopt;
  return Located{first->begin, last->end, source.slice(first->begin, last->end) == plain.slice(begin, end)};
}

Span placeIn(const SourceManager& sources, Span whole, llvm::StringRef plain, uint32_t begin,
             uint32_t end) {
  const auto found = locate(sources.text(whole), plain, begin, end);
  if (!found) return whole;
  return {whole.file, whole.begin + found->begin, whole.begin + found->end};
}

}  // namespace cadre::lint
