#include "parse/token_feed.h"

#include "CadreParser.h"

namespace cadre::parse {

using syntax::KeywordClass;
using syntax::TokenKind;

// tokens.def and CadreLexer.g4 list the tokens in one order; ANTLR counts from 1.
static_assert(static_cast<size_t>(TokenKind::Framework) + 1 == CadreParser::FRAMEWORK);
static_assert(static_cast<size_t>(TokenKind::Skills) + 1 == CadreParser::SKILLS);
static_assert(static_cast<size_t>(TokenKind::Translations) + 1 == CadreParser::TRANSLATIONS);
static_assert(static_cast<size_t>(TokenKind::Because) + 1 == CadreParser::BECAUSE);
static_assert(static_cast<size_t>(TokenKind::LeftBrace) + 1 == CadreParser::LEFT_BRACE);
static_assert(static_cast<size_t>(TokenKind::Bullet) + 1 == CadreParser::BULLET);

const size_t TokenFeed::separator = CadreParser::COMMENT;

size_t parserType(TokenKind kind) {
  return kind == TokenKind::EndOfFile ? antlr4::Token::EOF : static_cast<size_t>(kind) + 1;
}

namespace {

/// After this token an item is not complete, or hardly: a name at the end of its line has nothing
/// to do with a word that begins the next.
bool leavesOpen(const syntax::Token& token) {
  switch (token.kind) {
    case TokenKind::Comma:
    case TokenKind::Dot:
    case TokenKind::DotDot:
    case TokenKind::Colon:
    case TokenKind::Ident:
    case TokenKind::Arrow: return true;
    case TokenKind::Cumulative:
    case TokenKind::Required:
    case TokenKind::Rules:
    case TokenKind::Essential:
    case TokenKind::Desired:
    case TokenKind::Optional: return false;
    default: return syntax::isKeyword(token.kind);
  }
}

/// `grade` or `family Road Trucks`, and below it `points 12`: both lines say something of their
/// own.
bool beginsPair(llvm::ArrayRef<syntax::Token> tokens, size_t i) {
  const auto isValue = [](TokenKind kind) {
    return kind == TokenKind::Ident || kind == TokenKind::String || kind == TokenKind::TextBlock ||
           kind == TokenKind::Number || kind == TokenKind::Date || kind == TokenKind::Arrow;
  };
  const bool open = tokens[i - 1].kind == TokenKind::Ident ||
                    tokens[i - 1].kind == TokenKind::Dot || syntax::isKeyword(tokens[i - 1].kind);
  return open && tokens[i].firstOnLine && tokens[i].kind == TokenKind::Ident &&
         !tokens[i + 1].firstOnLine && isValue(tokens[i + 1].kind);
}

/// Heads that may be spread over lines: `abstract`, `every` or a kind, and what it belongs to.
bool belongTogether(const syntax::Token& before, TokenKind kind) {
  if (kind == TokenKind::Profile)
    return before.kind == TokenKind::Abstract || before.kind == TokenKind::Every;
  return kind == TokenKind::Competency && before.kind == TokenKind::Ident && before.firstOnLine;
}

/// A keyword that begins items, at the start of a line and not used as a name.
bool beginsLine(const syntax::Token& token, const syntax::Token& next) {
  if (!token.firstOnLine) return false;
  const KeywordClass role = syntax::keywordClass(token.kind);
  if (role != KeywordClass::Declares && role != KeywordClass::BeginsItem)
    return token.kind == TokenKind::Bullet;
  switch (next.kind) {
    case TokenKind::Comma:
    case TokenKind::Dot:
    case TokenKind::Arrow:
    case TokenKind::RightBrace: return false;
    case TokenKind::Of: return token.kind == TokenKind::Part;
    default: return syntax::keywordClass(next.kind) != KeywordClass::Joins;
  }
}

}  // namespace

void TokenFeed::fill(llvm::ArrayRef<syntax::Token> tokens, bool lineAware) {
  tokens_.clear();
  at_ = 0;
  lineAware_ = lineAware;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const syntax::Token& token = tokens[i];
    const bool pair = lineAware && i > 0 && i + 1 < tokens.size();
    // `renews every 24`
    const bool counted = pair && i > 1 && tokens[i - 1].kind == TokenKind::Number &&
                         tokens[i - 2].kind == TokenKind::Every;
    if (pair && (leavesOpen(tokens[i - 1]) || counted) &&
        !belongTogether(tokens[i - 1], token.kind) &&
        (beginsLine(token, tokens[i + 1]) || beginsPair(tokens, i))) {
      const uint32_t end = tokens[i - 1].end;
      add({TokenKind::EndOfFile, false, end, end}, separator);
    }
    add(token, parserType(token.kind));
  }
  const uint32_t end = tokens.empty() ? 0 : tokens.back().end;
  add({TokenKind::EndOfFile, false, end, end}, antlr4::Token::EOF);
}

void TokenFeed::add(const syntax::Token& token, size_t type) {
  FeedToken out;
  out.token = token;
  out.type = type;
  out.index = tokens_.size();
  tokens_.push_back(std::move(out));
}

antlr4::Token* TokenFeed::LT(ssize_t k) {
  if (k < 0)
    return at_ < static_cast<size_t>(-k) ? nullptr : &tokens_[at_ - static_cast<size_t>(-k)];
  return &tokens_[std::min(at_ + static_cast<size_t>(k) - 1, tokens_.size() - 1)];
}

antlr4::Token* TokenFeed::get(size_t index) const { return &tokens_[index]; }

}  // namespace cadre::parse
