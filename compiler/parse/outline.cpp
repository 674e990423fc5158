#include "parse/outline.h"

#include "diag/kinds/parse.h"
#include "parse/syntax_errors.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::parse {

using llvm::StringRef;
using syntax::KeywordClass;
using syntax::Token;
using syntax::TokenKind;

namespace {

class Outline {
public:
  Outline(FileId file, StringRef text, llvm::ArrayRef<Token> tokens, Diagnostics& diags)
      : file_(file), text_(text), tokens_(tokens), diags_(diags) {}

  /// What was changed means nothing as it stands, though it may parse.
  [[nodiscard]] bool isSure() const { return sure_; }

  /// Whether anything was changed; then `out` has the tokens.
  bool run(std::vector<Token>& out) {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      depth_ += token.kind == TokenKind::LeftBrace;
      depth_ -= token.kind == TokenKind::RightBrace && depth_ > 0;
      if (token.firstOnLine || token.kind == TokenKind::EndOfFile) {
        closeBefore(i);
        if (const size_t behind = listOfItems(i)) {
          i = behind - 1;
          continue;
        }
        if (token.kind != TokenKind::EndOfFile && begins(i)) {
          i = openBehind(i);
          continue;
        }
      }
      if (isSecondBrace(i)) {
        changed_ = true;
        diags_.report({file_, token.begin, token.end}, diag::BraceTwice)
            .safeFix("remove it", {file_, token.begin, token.end}, "");
        continue;
      }
      out_.push_back(token);
    }
    if (!changed_) return false;
    dropExplained();
    out = std::move(out_);
    return true;
  }

private:
  /// The indentation of a line in bytes.
  [[nodiscard]] uint32_t column(const Token& token) const {
    // Beyond this, white space is no indentation.
    constexpr size_t most = 4096;
    const size_t from = token.begin < most ? 0 : token.begin - most;
    const size_t line = text_.slice(from, token.begin).rfind('\n');
    return line == StringRef::npos ? token.begin
                                   : token.begin - static_cast<uint32_t>(from + line) - 1;
  }
  [[nodiscard]] size_t lineEnd(size_t i) const {
    size_t end = i + 1;
    while (end < tokens_.size() && !tokens_[end].firstOnLine &&
           tokens_[end].kind != TokenKind::EndOfFile)
      ++end;
    return end;
  }

  /// After this token a word of the language is a name.
  static bool leavesOpen(TokenKind before) {
    switch (before) {
      case TokenKind::Comma:
      case TokenKind::Dot:
      case TokenKind::DotDot:
      case TokenKind::Colon:
      case TokenKind::Arrow: return true;
      case TokenKind::Cumulative:
      case TokenKind::Required:
      case TokenKind::Rules:
      case TokenKind::Essential:
      case TokenKind::Desired:
      case TokenKind::Optional: return false;
      default: return syntax::keywordClass(before) == KeywordClass::Joins;
    }
  }

  /// `level` at `i` can only begin a level: it is not the value of an attribute that stands above.
  [[nodiscard]] bool beginsLevel(size_t i) const {
    if (i == 0 || tokens_[i - 1].kind != TokenKind::Ident) return true;
    if (i < 3 || tokens_[i - 1].firstOnLine) return false;
    const TokenKind before = tokens_[i - 2].kind;
    if (before == TokenKind::Ident) return tokens_[i - 3].kind != TokenKind::Ident;
    return before == TokenKind::Dot || before == TokenKind::Comma || syntax::isKeyword(before);
  }

  static bool isList(TokenKind kind) {
    switch (kind) {
      case TokenKind::Develop:
      case TokenKind::Evidence:
      case TokenKind::Interview:
      case TokenKind::Skills:
      case TokenKind::Abilities:
      case TokenKind::Tasks:
      case TokenKind::Knowledge: return true;
      default: return false;
    }
  }

  /// What stands on the line of `i` behind its tokens, where it may stand for a brace.
  [[nodiscard]] StringRef markBehind(size_t last) const {
    const StringRef rest =
        text_.substr(tokens_[last].end).take_until([](char c) { return c == '\n'; });
    const StringRef mark = rest.split("//").first.trim();
    return mark.size() <= 2 ? mark : StringRef("?");
  }

  /// The line at `i` needs a block, has none, and the lines below stand deeper than it.
  [[nodiscard]] bool begins(size_t i) const {
    const TokenKind kind = tokens_[i].kind;
    const bool level = kind == TokenKind::Level;
    if (!level && !isList(kind) && !isHead(kind)) return false;
    if (i > 0 && leavesOpen(tokens_[i - 1].kind)) return false;
    const size_t end = i + 1 < tokens_.size() ? lineEnd(i) : i + 1;
    if (end >= tokens_.size() || end > i + 8) return false;
    const Token& last = tokens_[end - 1];
    const Token& below = tokens_[end];
    if (last.kind == TokenKind::Comma || last.kind == TokenKind::Bullet) return false;
    // A line with a brace has its block, and may go on below.
    for (size_t k = i; k < end; ++k) {
      if (tokens_[k].kind == TokenKind::LeftBrace || tokens_[k].kind == TokenKind::RightBrace)
        return false;
    }
    // `every profile`, and below it the families that the rule is for.
    if (kind == TokenKind::Every &&
        (below.kind == TokenKind::In || below.kind == TokenKind::Except))
      return false;
    const StringRef mark = markBehind(end - 1);
    const bool marked = last.kind == TokenKind::Colon || mark == "(" || mark == "[";
    if (!marked && !mark.empty()) return false;
    const bool bullets = below.kind == TokenKind::Bullet;
    if (column(below) <= column(tokens_[i])) return false;
    if (level || (isList(kind) && end == i + 1 + (marked ? 1 : 0))) {
      if (!bullets && !marked) return false;
    } else if (!isHead(kind) || end < i + 2 || column(tokens_[i]) != 0 || depth_ != 0 ||
               last.kind == TokenKind::Dot || !beginsItem(below.kind)) {
      return false;
    }
    return !closesItself(i, end);
  }

  /// `requires:`, and below it bullets: they are passed over. Returns the token behind them, or 0.
  size_t listOfItems(size_t i) {
    const TokenKind kind = tokens_[i].kind;
    if (syntax::keywordClass(kind) != KeywordClass::BeginsItem || isList(kind)) return 0;
    if (i + 2 >= tokens_.size() || tokens_[i + 1].kind != TokenKind::Colon) return 0;
    if (tokens_[i + 2].kind != TokenKind::Bullet || !tokens_[i + 2].firstOnLine) return 0;
    if (column(tokens_[i + 2]) < column(tokens_[i])) return 0;
    changed_ = true;
    const StringRef word = text_.slice(tokens_[i].begin, tokens_[i].end);
    diags_.report({file_, tokens_[i].begin, tokens_[i + 1].end}, diag::ListOfItems, word)
        .help(diag::OneALine, word);
    size_t behind = i + 2;
    while (tokens_[behind].kind == TokenKind::Bullet &&
           column(tokens_[behind]) >= column(tokens_[i]))
      ++behind;
    return behind;
  }

  static bool isHead(TokenKind kind) {
    switch (kind) {
      case TokenKind::Competency:
      case TokenKind::Profile:
      case TokenKind::Abstract:
      case TokenKind::Scale:
      case TokenKind::Framework:
      case TokenKind::Translation:
      case TokenKind::Credential:
      case TokenKind::Resource:
      case TokenKind::Every:
      case TokenKind::Path:
      case TokenKind::Crosswalk: return true;
      default: return false;
    }
  }
  static bool beginsItem(TokenKind kind) {
    return kind == TokenKind::Bullet || kind == TokenKind::Level ||
           syntax::keywordClass(kind) == KeywordClass::BeginsItem;
  }

  /// The first line that stands no deeper begins with a `}` that nothing else opened: only the `{`
  /// was forgotten, which the matcher of braces reports.
  [[nodiscard]] bool closesItself(size_t i, size_t below) const {
    const uint32_t indent = column(tokens_[i]);
    size_t depth = 0;
    for (size_t k = below; k < tokens_.size() && k < below + 4096; ++k) {
      const TokenKind kind = tokens_[k].kind;
      if (kind == TokenKind::RightBrace && depth == 0)
        return !tokens_[k].firstOnLine || column(tokens_[k]) >= indent;
      if (tokens_[k].firstOnLine && depth == 0 && column(tokens_[k]) <= indent) return false;
      depth += kind == TokenKind::LeftBrace;
      depth -= kind == TokenKind::RightBrace && depth > 0;
    }
    return false;
  }

  /// Takes the line over, with a `{` behind it. Returns its last token.
  size_t openBehind(size_t i) {
    changed_ = true;
    const size_t end = lineEnd(i);
    // Bullets never stand beside levels.
    sure_ |= tokens_[i].kind == TokenKind::Level && beginsLevel(i) && end <= i + 3;
    const Token& last = tokens_[end - 1];
    const bool colon = last.kind == TokenKind::Colon;
    out_.insert(out_.end(), tokens_.begin() + i, tokens_.begin() + end - (colon ? 1 : 0));
    const StringRef mark = colon ? StringRef(":") : markBehind(end - 1);
    const uint32_t at = last.end;
    if (mark.empty()) {
      const bool level = tokens_[i].kind == TokenKind::Level;
      const bool list = isList(tokens_[i].kind);
      const StringRef word = text_.slice(tokens_[i].begin, tokens_[i].end);
      const std::string owner = level ? "a level" : fmt::format("`{}`", word);
      diags_
          .report({file_, tokens_[i].begin, last.end}, diag::BlockWithoutBraces, owner,
                  level  ? "indicators"
                  : list ? "bullets"
                         : "lines")
          .help(diag::OpenAndClose);
    } else {
      const auto begin = colon ? last.begin : static_cast<uint32_t>(mark.data() - text_.data());
      const Span place{file_, begin, begin + 1};
      Diagnostics found;
      found.report(place, diag::OtherBlockMark, mark)
          .help(diag::OpenAndClose)
          .unsafeFix("change to `{`", place, colon ? " {" : "{");
      Diagnostic finding = std::move(found.take().front());
      if (colon) finding.fixes.front().edits.push_back(closing(i, end));
      diags_.add(std::move(finding));
      if (!colon) explained_.push_back(begin);
    }
    out_.push_back({TokenKind::LeftBrace, false, at, at});
    open_.push_back({column(tokens_[i]), mark});
    return end - 1;
  }

  /// The `}` of the block that line `i` opens, on a line below the last that stands deeper.
  [[nodiscard]] Edit closing(size_t i, size_t below) const {
    const uint32_t indent = column(tokens_[i]);
    size_t behind = below;
    while (tokens_[behind].kind != TokenKind::EndOfFile &&
           !(tokens_[behind].firstOnLine && column(tokens_[behind]) <= indent))
      ++behind;
    const uint32_t at = tokens_[behind - 1].end;
    const StringRef margin =
        text_.slice(tokens_[i].begin - indent, tokens_[i].begin).take_while([](char c) {
          return c == ' ' || c == '\t';
        });
    return {{file_, at, at}, fmt::format("\n{}}}", margin)};
  }

  /// Closes what was opened here before a line that stands no deeper.
  void closeBefore(size_t i) {
    const bool end = tokens_[i].kind == TokenKind::EndOfFile;
    while (!open_.empty() && (end || column(tokens_[i]) <= open_.back().indent)) {
      const uint32_t at = out_.back().end;
      out_.push_back({TokenKind::RightBrace, false, at, at});
      if (!open_.back().mark.empty()) explainCloser(at, tokens_[i].begin);
      open_.pop_back();
    }
  }

  /// The `)` or `]` between two tokens closed the block.
  void explainCloser(uint32_t begin, uint32_t end) {
    const size_t mark = text_.slice(begin, end).find_first_of(")]");
    if (mark != StringRef::npos) explained_.push_back(begin + static_cast<uint32_t>(mark));
  }

  void dropExplained() {
    if (explained_.empty()) return;
    Diagnostics kept;
    for (const Diagnostic& finding : diags_.all()) {
      if (finding.code != "E0104" || !llvm::is_contained(explained_, finding.span.begin))
        kept.add(finding);
    }
    diags_ = std::move(kept);
  }

  [[nodiscard]] bool isSecondBrace(size_t i) const {
    return i > 0 && tokens_[i].kind == TokenKind::LeftBrace && !tokens_[i].firstOnLine &&
           tokens_[i - 1].kind == TokenKind::LeftBrace && i + 1 < tokens_.size() &&
           tokens_[i + 1].firstOnLine;
  }

  struct Open {
    uint32_t indent;
    StringRef mark;
  };

  FileId file_;
  StringRef text_;
  llvm::ArrayRef<Token> tokens_;
  Diagnostics& diags_;
  std::vector<Token> out_;
  std::vector<Open> open_;
  std::vector<uint32_t> explained_;
  size_t depth_ = 0;
  bool changed_ = false;
  bool sure_ = false;
};

/// A quick look whether there is anything to do, so that files without errors are not copied.
bool mayLack(llvm::ArrayRef<Token> tokens) {
  for (size_t i = 1; i < tokens.size(); ++i) {
    const TokenKind before = tokens[i - 1].kind;
    if (tokens[i].kind == TokenKind::LeftBrace && before == TokenKind::LeftBrace) return true;
    if (!tokens[i].firstOnLine || before == TokenKind::LeftBrace ||
        before == TokenKind::RightBrace || before == TokenKind::Bullet)
      continue;
    const KeywordClass role = syntax::keywordClass(tokens[i].kind);
    if (tokens[i].kind == TokenKind::Bullet || role == KeywordClass::BeginsItem ||
        tokens[i].kind == TokenKind::Level)
      return true;
  }
  return false;
}

}  // namespace

void closeOutline(FileId file, StringRef text, std::vector<Token>& tokens, Diagnostics& diags,
                  llvm::function_ref<bool()> meansSomething) {
  if (!mayLack(tokens)) return;
  std::vector<Token> out;
  Diagnostics found = diags;
  Outline outline(file, text, tokens, found);
  if (!outline.run(out) || (!outline.isSure() && meansSomething())) return;
  tokens = std::move(out);
  diags = std::move(found);
}

}  // namespace cadre::parse
