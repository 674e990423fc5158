#include "golden/runner/scramble.h"

#include "support/unicode.h"

#include <llvm/ADT/SmallVector.h>

#include <fmt/format.h>

namespace cadre::golden {

using llvm::StringRef;
using syntax::Token;
using syntax::TokenKind;

namespace {

class Scrambler {
public:
  Scrambler(StringRef source, const syntax::File& tree, Dice dice)
      : source_(source), tree_(tree), dice_(dice), lineEnd_(dice.below(4) == 0 ? "\r\n" : "\n") {
    // Some variants are calm, so that more of what the author wrote stays.
    calm_ = 1 + dice_.below(6);
  }

  std::string run() {
    for (size_t i = 0; i < tree_.tokens.size(); ++i) {
      gap(i);
      token(tree_.tokens[i]);
    }
    return std::move(out_);
  }

private:
  bool maybe(size_t oneIn) { return dice_.below(oneIn) == 0; }
  [[nodiscard]] StringRef text(const Token& token) const {
    return source_.slice(token.begin, token.end).rtrim(" \t\r");
  }
  [[nodiscard]] size_t column() const {
    return unicode::length(StringRef(out_).drop_front(out_.rfind('\n') + 1));
  }
  [[nodiscard]] bool lineHasTab() const {
    return out_.find('\t', out_.rfind('\n') + 1) != std::string::npos;
  }

  void newLine() {
    if (maybe(4)) out_ += maybe(2) ? "  " : "\t";
    out_ += lineEnd_;
  }
  void blanks() {
    for (size_t n = dice_.below(4); n > 0; --n) out_ += maybe(3) ? '\t' : ' ';
  }
  void comment(StringRef words) {
    blanks();
    out_ += words;
    newLine();
  }

  /// What stands between token `i` and the one before it.
  void gap(size_t i) {
    const bool behindBullet = i > 0 && tree_.tokens[i - 1].kind == TokenKind::Bullet;
    const bool isBullet = tree_.tokens[i].kind == TokenKind::Bullet;
    const bool closes = tree_.tokens[i].kind == TokenKind::RightBrace;
    bool ownLine = false;
    const auto add = [&](StringRef words) {
      if (behindBullet && !ownLine) newLine();
      comment(words);
      ownLine = true;
    };
    for (; next_ < tree_.comments.size() && tree_.comments[next_].begin < tree_.tokens[i].begin;
         ++next_)
      add(text(tree_.comments[next_]));
    if (maybe(12 * calm_)) add(fmt::format("// more {}", dice_.below(100)));
    if (behindBullet && !ownLine && !closes) return gapBehindBullet();
    if (ownLine || maybe(2 * calm_)) {
      for (size_t n = dice_.below(3) + !ownLine; n > 0; --n) newLine();
      out_.append(isBullet ? dice_.below(5) : 0, ' ');
      if (!isBullet) blanks();
    } else if (closes && behindBullet) {
      out_ += ' ';
    } else if (i > 0) {
      space(i);
    }
    if (isBullet && lineHasTab()) newLine();
  }

  void space(size_t i) {
    const TokenKind before = tree_.tokens[i - 1].kind;
    const TokenKind kind = tree_.tokens[i].kind;
    const auto separates = [](TokenKind one) {
      return one == TokenKind::LeftBrace || one == TokenKind::RightBrace ||
             one == TokenKind::Comma || one == TokenKind::Dot || one == TokenKind::DotDot;
    };
    const bool mayJoin = separates(before) || separates(kind);
    const bool isNumber = before == TokenKind::Number || kind == TokenKind::Number;
    if (!mayJoin || isNumber || kind == TokenKind::Bullet || maybe(2)) out_ += ' ';
    if (maybe(3 * calm_) && kind != TokenKind::Bullet) blanks();
  }

  /// The next line must not continue the bullet: it is no deeper, or a blank line stands between.
  void gapBehindBullet() {
    newLine();
    if (maybe(3)) {
      newLine();
      out_.append(dice_.below(5), ' ');
    } else {
      out_.append(dice_.below(dash_ + 1), ' ');
    }
  }

  void token(const Token& token) {
    if (token.kind == TokenKind::Bullet) return bullet(text(token));
    out_ += text(token);
  }

  void bullet(StringRef words) {
    if (lineHasTab()) newLine();
    dash_ = column();
    llvm::SmallVector<StringRef> lines;
    words.split(lines, '\n');
    out_ += lines.front().rtrim();
    for (const StringRef line : llvm::ArrayRef(lines).drop_front()) {
      newLine();
      out_.append(dash_ + 1 + dice_.below(4), ' ');
      out_ += line.trim(" \t\r");
    }
  }

  StringRef source_;
  const syntax::File& tree_;
  Dice dice_;
  StringRef lineEnd_;
  size_t calm_ = 1;
  size_t next_ = 0;
  size_t dash_ = 0;  ///< The column of the last bullet.
  std::string out_;
};

}  // namespace

std::string scramble(StringRef source, const syntax::File& tree, Dice dice) {
  return Scrambler(source, tree, dice).run();
}

}  // namespace cadre::golden
