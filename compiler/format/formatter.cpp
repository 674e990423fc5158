#include "format/formatter.h"

#include "format/layout.h"
#include "format/marks.h"
#include "format/text.h"
#include "support/indentation.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace cadre::format {

using llvm::ArrayRef;
using llvm::StringRef;
using syntax::Token;
using syntax::TokenKind;

namespace {

constexpr size_t indentWidth = 2;
constexpr size_t continuationIndent = 4;
/// The columns that a bullet's text has however deep it stands.
constexpr size_t leastRoom = 20;

class Formatter {
public:
  Formatter(StringRef source, const syntax::File& file)
      : source_(source),
        tokens_(file.tokens),
        comments_(file.comments),
        marks_(marksOf(file)),
        layout_(source.size() + source.size() / 8) {}

  std::string run() {
    for (; tokens_[at_].kind != TokenKind::EndOfFile; ++at_) {
      takeComments();
      takeToken();
    }
    takeComments();
    endLine();
    return layout_.take();
  }

private:
  [[nodiscard]] const Token& token() const { return tokens_[at_]; }
  [[nodiscard]] StringRef text(const Token& token) const {
    return source_.slice(token.begin, token.end);
  }
  [[nodiscard]] bool has(Mark mark) const { return (marks_[at_] & mark) != 0; }
  [[nodiscard]] size_t blockIndent() const { return depth_ * indentWidth; }

  // ---- Lines -----------------------------------------------------------------------------------

  void beginLine(size_t indent, LineKind kind) {
    endLine();
    layout_.begin(indent);
    lineKind_ = kind;
    isOpen_ = true;
    isFirstInBlock_ = false;
    hasCommentOnLine_ = false;
  }
  void endLine() {
    if (isOpen_) layout_.end(lineKind_);
    isOpen_ = false;
  }
  /// Ends a line whose item goes on below.
  void breakLine() {
    lineKind_ = LineKind::Alone;
    beginLine(itemIndent_ + continuationIndent, LineKind::Alone);
  }
  /// Keeps one blank line of those that stand before `offset`, unless the block begins here.
  void keepBlankLine(uint32_t offset) {
    if (isFirstInBlock_ || source_.slice(seen_, offset).count('\n') < 2) return;
    endLine();
    layout_.blankLine();
  }

  // ---- Comments --------------------------------------------------------------------------------

  /// Places the comments between the token before and this one.
  void takeComments() {
    const uint32_t end = token().begin;
    const bool between = isBetweenItems();
    const bool opensBlock = token().kind == TokenKind::LeftBrace;
    for (; nextComment_ < comments_.size() && comments_[nextComment_].begin < end; ++nextComment_) {
      const Token& comment = comments_[nextComment_];
      // What stands before a `{` goes behind it, for the `{` joins its head.
      if (opensBlock) {
        heldComments_.push_back(&comment);
      } else if (between) {
        placeBetween(comment);
      } else {
        placeInside(comment);
      }
      seen_ = comment.end;
    }
  }

  [[nodiscard]] bool isBetweenItems() const {
    return token().kind == TokenKind::EndOfFile || token().kind == TokenKind::RightBrace ||
           has(BeginsItem) || at_ == 0 || tokens_[at_ - 1].kind == TokenKind::LeftBrace;
  }
  [[nodiscard]] StringRef commentText(const Token& comment) const {
    return text(comment).rtrim(" \t\r");
  }

  void placeBehind(const Token& comment) {
    layout_.comment(commentText(comment));
    hasCommentOnLine_ = true;
  }
  void placeOnOwnLine(const Token& comment) {
    beginLine(blockIndent(), LineKind::Alone);
    layout_.add(commentText(comment));
    hasCommentOnLine_ = true;
  }

  void placeBetween(const Token& comment) {
    if (!comment.firstOnLine && isOpen_ && !hasCommentOnLine_) return placeBehind(comment);
    keepBlankLine(comment.begin);
    placeOnOwnLine(comment);
  }

  void placeInside(const Token& comment) {
    if (comment.firstOnLine) {
      if (layout_.hasText()) breakLine();
      layout_.add(commentText(comment));
    } else {
      placeBehind(comment);
    }
    breakLine();
  }

  void placeHeld() {
    for (const Token* comment : std::exchange(heldComments_, {})) {
      comment->firstOnLine ? placeOnOwnLine(*comment) : placeBehind(*comment);
    }
  }

  // ---- Tokens ----------------------------------------------------------------------------------

  void takeToken() {
    if (token().kind == TokenKind::RightBrace) {
      closeBlock();
    } else if (token().kind == TokenKind::LeftBrace) {
      openBlock();
    } else {
      if (has(BeginsItem)) {
        keepBlankLine(token().begin);
        endLine();
        // Levels stand together, whatever stands around them.
        const bool wasLevel = std::exchange(isLevel_, token().kind == TokenKind::Level);
        if (wasLevel != isLevel_) layout_.separate();
        beginLine(blockIndent(), LineKind::Row);
        itemIndent_ = blockIndent();
      } else if (breaksHere()) {
        breakLine();
      }
      takeText();
    }
    seen_ = tokens_[at_].end;
  }

  /// A break of the author that stays: behind a comma and before the words that lead to a clause.
  [[nodiscard]] bool breaksHere() const {
    if (!token().firstOnLine || !layout_.hasText() || token().kind == TokenKind::Comma)
      return false;
    return has(MayBreak) || token().kind == TokenKind::Arrow ||
           tokens_[at_ - 1].kind == TokenKind::Comma;
  }

  void takeText() {
    if (layout_.hasText()) {
      if (has(BeginsCell)) {
        layout_.cell();
      } else if (needsSpace(at_)) {
        layout_.add(" ");
      }
    }
    if (token().kind == TokenKind::Bullet) return takeBullet();
    if (token().kind == TokenKind::TextBlock) return takeTextBlock();
    layout_.add(text(token()));
  }

  [[nodiscard]] bool needsSpace(size_t at) const {
    const auto joins = [](TokenKind kind) {
      return kind == TokenKind::Dot || kind == TokenKind::DotDot;
    };
    const TokenKind kind = tokens_[at].kind;
    return kind != TokenKind::Comma && !joins(kind) && !joins(tokens_[at - 1].kind);
  }

  void takeBullet() {
    lineKind_ = LineKind::Alone;
    const size_t indent = itemIndent_ + indentWidth;
    const size_t room = lineWidth - std::min(lineWidth - leastRoom, indent);
    const BulletLines lines = bulletLines(text(token()), room);
    addBulletStart(lines, [&](StringRef part) { layout_.add(part); });
    for (const StringRef line : ArrayRef(lines.prose).drop_front()) {
      beginLine(indent, LineKind::Alone);
      layout_.add(line);
    }
  }

  /// The bullet's first line.
  template <class Add>
  static void addBulletStart(const BulletLines& lines, Add add) {
    add("-");
    for (const StringRef part : {lines.label, lines.prose.front()}) {
      if (part.empty()) continue;
      add(" ");
      add(part);
    }
  }

  /// The lines of a text block keep their depth below the least deep one.
  void takeTextBlock() {
    llvm::SmallVector<StringRef, 16> lines;
    text(token()).split(lines, '\n');
    if (lines.size() == 1) return layout_.add(text(token()));
    lineKind_ = LineKind::Alone;
    const StringRef opening = lines.front().rtrim('\r');
    layout_.add(isBlankLine(opening.drop_front(3)) ? opening.take_front(3) : opening);
    const ArrayRef<StringRef> below = ArrayRef(lines).drop_front();
    // The line of the closing quotes counts where it holds more than these.
    const bool closesAlone = below.back().ltrim(" \t") == "\"\"\"";
    const ArrayRef<StringRef> content = closesAlone ? below.drop_back() : below;
    const StringRef indent = commonIndent(content);
    for (const StringRef line : content) {
      beginLine(itemIndent_ + indentWidth, LineKind::Alone);
      if (!isBlankLine(line)) layout_.add(line.drop_front(indent.size()).rtrim('\r'));
    }
    if (!closesAlone) return;
    beginLine(itemIndent_ + indentWidth, LineKind::Alone);
    layout_.add("\"\"\"");
  }

  // ---- Blocks ----------------------------------------------------------------------------------

  void openBlock() {
    std::string line;
    if (heldComments_.empty()) {
      if (const size_t close = blockOnOneLine(line)) {
        if (has(BeginsCell)) {
          layout_.cell();
        } else {
          layout_.add(" ");
        }
        layout_.add(line);
        at_ = close;
        return;
      }
    }
    if (lineKind_ == LineKind::Row && has(JoinsAbove)) {
      lineKind_ = LineKind::Opening;
      layout_.cell();
      layout_.add("{");
    } else {
      lineKind_ = LineKind::Alone;
      layout_.add(" {");
    }
    ++depth_;
    isFirstInBlock_ = true;
    placeHeld();
  }

  void closeBlock() {
    --depth_;
    beginLine(blockIndent(), LineKind::Alone);
    layout_.add("}");
  }

  /// Spells the block that begins here into `line`, where its author wrote it on one line, it holds
  /// at most one item, and it fits. Gives the token that closes it, or 0.
  size_t blockOnOneLine(std::string& line) const {
    const size_t room = lineWidth - std::min(lineWidth, layout_.width() + 1);
    line = "{";
    if (tokens_[at_ + 1].kind == TokenKind::RightBrace)
      return hasCommentBefore(at_ + 1) ? 0 : (line += '}', at_ + 1);
    size_t depth = 1;
    bool isFull = false;  // The block holds an item.
    for (size_t at = at_ + 1;; ++at) {
      const Token& next = tokens_[at];
      const StringRef word = text(next);
      if (next.firstOnLine || word.contains('\n') || line.size() > 4 * room) return 0;
      if ((marks_[at] & BeginsItem) != 0 && std::exchange(isFull, true)) return 0;
      if (next.kind == TokenKind::LeftBrace) {
        ++depth;
        isFull = false;
      }
      const bool isEmpty =
          next.kind == TokenKind::RightBrace && tokens_[at - 1].kind == TokenKind::LeftBrace;
      if (!isEmpty && needsSpace(at)) line += ' ';
      if (next.kind == TokenKind::Bullet) {
        addBulletStart(bulletLines(word, SIZE_MAX), [&](StringRef part) { line += part; });
      } else {
        line += word;
      }
      if (next.kind != TokenKind::RightBrace) continue;
      isFull = true;
      if (--depth == 0) return columns(line) <= room ? at : 0;
    }
  }

  [[nodiscard]] bool hasCommentBefore(size_t at) const {
    return nextComment_ < comments_.size() && comments_[nextComment_].begin < tokens_[at].begin;
  }

  StringRef source_;
  ArrayRef<Token> tokens_;
  ArrayRef<Token> comments_;
  std::vector<uint8_t> marks_;
  Layout layout_;
  size_t at_ = 0;
  size_t nextComment_ = 0;
  uint32_t seen_ = 0;      ///< Behind the token or comment that was placed last.
  size_t depth_ = 0;       ///< Blocks that are open, but for those on one line.
  size_t itemIndent_ = 0;  ///< Of the item that was begun last.
  bool isOpen_ = false;    ///< A line was begun and not ended.
  LineKind lineKind_ = LineKind::Alone;
  bool hasCommentOnLine_ = false;
  bool isFirstInBlock_ = true;
  bool isLevel_ = false;  ///< The item that was begun last.
  std::vector<const Token*> heldComments_;
};

}  // namespace

std::string format(StringRef source, const syntax::File& file) {
  return Formatter(source, file).run();
}

}  // namespace cadre::format
