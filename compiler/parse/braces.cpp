#include "parse/braces.h"

#include "diag/kinds/parse.h"
#include "parse/parse.h"
#include "parse/syntax_errors.h"

#include <llvm/ADT/SmallVector.h>

#include <optional>

namespace cadre::parse {

using syntax::Token;
using syntax::TokenKind;

namespace {

struct Count {
  size_t unclosed = 0;
  size_t stray = 0;
  size_t deepest = 0;
};

Count count(llvm::ArrayRef<Token> tokens) {
  Count out;
  size_t depth = 0;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::LeftBrace) {
      out.deepest = std::max(out.deepest, ++depth);
    } else if (token.kind == TokenKind::RightBrace) {
      depth > 0 ? void(--depth) : void(++out.stray);
    }
  }
  out.unclosed = depth;
  return out;
}

class Matcher {
public:
  Matcher(FileId file, llvm::StringRef text, llvm::ArrayRef<Token> tokens, Diagnostics& diags)
      : file_(file), text_(text), tokens_(tokens), diags_(diags) {}

  std::vector<Token> run(Count wrong) {
    missing_ = wrong.unclosed;
    stray_ = wrong.stray;
    for (size_t i = 0; i < tokens_.size(); ++i) step(i);
    return std::move(out_);
  }

private:
  struct Open {
    Token brace;
    uint32_t indent;  ///< Of the line that opens it.
  };

  void step(size_t i) {
    const Token& token = tokens_[i];
    if (token.firstOnLine) beginLine(i);
    switch (token.kind) {
      case TokenKind::LeftBrace:
        // A brace on a line of its own opens the block of the line above.
        if (!token.firstOnLine) closeByIndent(token);
        open_.push_back({token, lineIndent_});
        if (open_.size() > maxDepth) return skipTooDeep(token);
        break;
      case TokenKind::RightBrace:
        if (isStray(i)) {
          // A line with more is none of an author's.
          if (token.firstOnLine) straysOnLine_ = 0;
          if (++straysOnLine_ <= mostStrays)
            diags_.report(span(token), diag::StrayBrace).unsafeFix("remove it", span(token), "");
          --stray_;
          return;
        }
        closeInner(token);
        if (open_.empty()) return;
        open_.pop_back();
        if (open_.size() >= maxDepth) return;
        break;
      case TokenKind::EndOfFile: closeWhile(token, false, [] { return true; }); break;
      default: closeByIndent(token); break;
    }
    if (open_.size() <= maxDepth) out_.push_back(token);
  }

  void beginLine(size_t i) {
    const uint32_t above = lineIndent_;
    lineIndent_ = column(tokens_[i]);
    if (stray_ > 0 && i > 0 && lineIndent_ > above &&
        lacksBlock(tokens_[lineBegin_], tokens_[i - 1]) && beginsItem(tokens_[i])) {
      openAbove(tokens_[i - 1], above);
    }
    lineBegin_ = i;
  }

  /// A line that declares or begins a list and opens no block.
  static bool lacksBlock(const Token& first, const Token& last) {
    const bool lists = first.kind == TokenKind::Develop || first.kind == TokenKind::Evidence ||
                       first.kind == TokenKind::Interview;
    const bool declares = syntax::keywordClass(first.kind) == syntax::KeywordClass::Declares;
    return (lists || declares || first.kind == TokenKind::Ident) &&
           last.kind != TokenKind::LeftBrace && last.kind != TokenKind::Comma;
  }
  static bool beginsItem(const Token& token) {
    return token.kind == TokenKind::Bullet || canBeginItem(token.kind);
  }

  /// The `}` that nothing opened belongs to a `{` that was forgotten behind `last`.
  void openAbove(const Token& last, uint32_t indent) {
    diags_.report(span(last), diag::MissingOpenBrace)
        .unsafeFix("insert `{`", {file_, last.end, last.end}, " {");
    const Token brace{TokenKind::LeftBrace, false, last.end, last.end};
    open_.push_back({brace, indent});
    out_.push_back(brace);
    --stray_;
  }

  /// A line that stands no deeper than the line of an open brace lies outside of its block.
  void closeByIndent(const Token& token) {
    if (!token.firstOnLine || token.kind == TokenKind::Bullet) return;
    closeWhile(token, true, [&] { return missing_ > 0 && lineIndent_ <= open_.back().indent; });
  }

  /// A `}` at the start of a line closes the block that was opened at its own indentation; deeper
  /// ones that are still open were forgotten.
  void closeInner(const Token& brace) {
    if (!brace.firstOnLine) return;
    closeWhile(brace, true, [&] {
      return missing_ > 0 && open_.size() > 1 && open_.back().indent > lineIndent_;
    });
  }

  /// Closes the innermost blocks before a token, as one finding: braces that are missing at one
  /// place are one slip.
  template <class Condition>
  void closeWhile(const Token& before, bool guessed, Condition condition) {
    constexpr size_t mostLabels = 4;
    size_t labels = 0;
    std::optional<DiagnosticBuilder> report;
    while (!open_.empty() && condition()) {
      const Open open = open_.pop_back_val();
      if (report) {
        if (++labels <= mostLabels) report->label(span(open.brace), diag::NorThisOne);
      } else {
        report.emplace(diags_.report(span(open.brace), diag::UnclosedBrace));
        if (guessed) report->label(span(before), diag::ShouldCloseBefore);
      }
      if (missing_ > 0) --missing_;
      if (open_.size() >= maxDepth) continue;
      const uint32_t at = out_.empty() ? before.begin : out_.back().end;
      out_.push_back({TokenKind::RightBrace, false, at, at});
    }
    if (labels > mostLabels) report->note(diag::NorAreMore, labels - mostLabels);
  }

  /// More `}` than `{`: the one that nothing opened, or the one that closes a block although the
  /// next line stands deeper still.
  bool isStray(size_t i) const {
    if (open_.empty()) return true;
    if (stray_ == 0) return false;
    const Token& next = tokens_[i + 1];
    // Behind prose, where the block goes on to a `}` of its own.
    if (i > 0 && !tokens_[i].firstOnLine && tokens_[i - 1].kind == TokenKind::Bullet &&
        next.firstOnLine && next.kind == TokenKind::RightBrace &&
        column(next) == open_.back().indent && open_.back().brace.begin < lineBeginOffset())
      return true;
    // One `}` too many above the one that stands where the block's own belongs.
    if (tokens_[i].firstOnLine && column(tokens_[i]) > open_.back().indent && next.firstOnLine &&
        next.kind == TokenKind::RightBrace && column(next) == open_.back().indent)
      return true;
    return next.firstOnLine && next.kind != TokenKind::RightBrace &&
           next.kind != TokenKind::EndOfFile && column(next) > open_.back().indent;
  }

  [[nodiscard]] uint32_t lineBeginOffset() const { return tokens_[lineBegin_].begin; }

  void skipTooDeep(const Token& brace) {
    if (open_.size() == maxDepth + 1) diags_.report(span(brace), diag::TooDeep, maxDepth);
  }

  [[nodiscard]] uint32_t column(const Token& token) const {
    const size_t line = text_.take_front(token.begin).rfind('\n');
    return token.begin - (line == llvm::StringRef::npos ? 0 : static_cast<uint32_t>(line) + 1);
  }
  [[nodiscard]] Span span(const Token& token) const { return {file_, token.begin, token.end}; }

  FileId file_;
  llvm::StringRef text_;
  llvm::ArrayRef<Token> tokens_;
  Diagnostics& diags_;
  std::vector<Token> out_;
  llvm::SmallVector<Open, 16> open_;
  uint32_t lineIndent_ = 0;
  size_t lineBegin_ = 0;  ///< The first token of the line.
  size_t missing_ = 0;
  size_t stray_ = 0;
  static constexpr size_t mostStrays = 200;
  size_t straysOnLine_ = 0;
};

}  // namespace

void matchBraces(FileId file, llvm::StringRef text, std::vector<Token>& tokens,
                 Diagnostics& diags) {
  const Count wrong = count(tokens);
  if (wrong.unclosed == 0 && wrong.stray == 0 && wrong.deepest <= maxDepth) return;
  tokens = Matcher(file, text, tokens, diags).run(wrong);
}

}  // namespace cadre::parse
