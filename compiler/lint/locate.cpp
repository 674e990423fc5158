#include "lint/locate.h"

namespace cadre::lint {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Lays the plain text beside its source, a character at a time.
class Alignment {
public:
  Alignment(llvm::StringRef source, llvm::StringRef plain) : source_(source), plain_(plain) {
    if (source_.starts_with("\"\"\"")) {
      at_ = 3;
    } else if (source_.starts_with("\"")) {
      at_ = 1;
    }
  }

  /// The offset in the source of the character at `offset` of the plain text; none where it is not found.
  std::optional<uint32_t> seek(uint32_t offset) {
    while (next_ < plain_.size()) {
      if (!stepTo(plain_[next_])) return std::nullopt;
      if (next_ == offset) return at_;
      ++at_;
      ++next_;
    }
    return std::nullopt;
  }

private:
  /// Goes on in the source to where it says `c`.
  bool stepTo(char c) {
    if (isBlank(c)) {
      // Blanks of the source may be more, or others.
      while (at_ < source_.size() && !isBlank(source_[at_])) skip();
      if (at_ >= source_.size()) return false;
      while (at_ + 1 < source_.size() && isBlank(source_[at_ + 1]) &&
             (next_ + 1 >= plain_.size() || !isBlank(plain_[next_ + 1])))
        ++at_;
      return true;
    }
    while (at_ < source_.size() && source_[at_] != c) skip();
    return at_ < source_.size();
  }

  /// Passes over what the plain text does not hold: markup, and the target of a link as a whole.
  void skip() {
    if (source_.substr(at_).starts_with("](")) {
      const size_t close = source_.find(')', at_);
      at_ = static_cast<uint32_t>(close == llvm::StringRef::npos ? source_.size() : close + 1);
    } else {
      ++at_;
    }
  }

  llvm::StringRef source_;
  llvm::StringRef plain_;
  uint32_t at_ = 0;
  uint32_t next_ = 0;
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
  const auto last = first ? (end - 1 == begin ? first : alignment.seek(end - 1)) : std::nullopt;
  if (!last) return std::nullopt;
  return Located{*first, *last + 1, source.slice(*first, *last + 1) == plain.slice(begin, end)};
}

}  // namespace cadre::lint
