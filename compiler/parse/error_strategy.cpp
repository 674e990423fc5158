#include "parse/error_strategy.h"

#include "CadreParser.h"

namespace cadre::parse {

using syntax::TokenKind;

namespace {

/// The rules of declarations, whose block is worth reading when their head is broken.
bool mayHaveBlock(size_t rule) {
  switch (rule) {
    case CadreParser::RuleFramework:
    case CadreParser::RuleScale:
    case CadreParser::RuleLevel:
    case CadreParser::RuleKind:
    case CadreParser::RuleCategory:
    case CadreParser::RuleAttribute:
    case CadreParser::RuleStatement:
    case CadreParser::RuleBulletList:
    case CadreParser::RuleCompetency:
    case CadreParser::RuleCredential:
    case CadreParser::RuleResource:
    case CadreParser::RuleFamily:
    case CadreParser::RuleEveryProfile:
    case CadreParser::RuleProfile:
    case CadreParser::RulePath:
    case CadreParser::RuleCrosswalk:
    case CadreParser::RuleTranslation: return true;
    default: return false;
  }
}

}  // namespace

antlr4::Token* ErrorStrategy::recoverInline(antlr4::Parser* parser) {
  throw antlr4::InputMismatchException(parser);
}

void ErrorStrategy::reportError(antlr4::Parser* parser, const antlr4::RecognitionException&) {
  if (std::exchange(reported_, true)) return;
  if (!notePlace(true)) return;
  reportUnexpectedToken({file_, source_, feed_, *parser}, *diags_);
}

bool ErrorStrategy::notePlace(bool insideItem) {
  errors_ = true;
  // What an item lacks at the start of a line is missing at the end of the line before.
  const bool endsLine = feed_.isLineAware() && insideItem && feed_.current().token.firstOnLine;
  const uint32_t place = endsLine ? feed_.previous().token.end : feed_.current().token.begin;
  if (isDamaged(damaged_, place) || isDamaged(damaged_, feed_.previous().token.begin)) return false;
  places_.push_back(place);
  return true;
}

void ErrorStrategy::recover(antlr4::Parser* parser, std::exception_ptr exception) {
  const size_t rule = parser->getContext()->getRuleIndex();
  if (mayHaveBlock(rule)) {
    skipToItem(true);
    if (feed_.current().token.kind == TokenKind::LeftBrace) {
      reported_ = false;
      static_cast<CadreParser*>(parser)->block();
      return;
    }
  }
  if (rule != CadreParser::RuleItem && rule != CadreParser::RuleDeclaration) {
    std::rethrow_exception(std::move(exception));
  }
  reported_ = false;
  skipToItem(false);
}

void ErrorStrategy::sync(antlr4::Parser* parser) {
  if (parser->getContext()->getRuleIndex() != CadreParser::RuleBlock) return;
  while (true) {
    const FeedToken& token = feed_.current();
    if (token.type == TokenFeed::separator) {
      feed_.consume();
      continue;
    }
    if (canBeginItem(token.token.kind) || token.token.kind == TokenKind::RightBrace ||
        token.token.kind == TokenKind::EndOfFile) {
      return;
    }
    if (notePlace()) reportNotAnItem({file_, source_, feed_, *parser}, *diags_);
    if (token.token.kind == TokenKind::Use) feed_.consume();
    skipToItem(false);
  }
}

void ErrorStrategy::skipToItem(bool stopAtBrace) {
  while (true) {
    const FeedToken& token = feed_.current();
    if (token.type == TokenFeed::separator) {
      feed_.consume();
      return;
    }
    switch (token.token.kind) {
      case TokenKind::EndOfFile:
      case TokenKind::RightBrace: return;
      case TokenKind::LeftBrace:
        if (stopAtBrace) return;
        skipBlock();
        continue;
      case TokenKind::Bullet: return;
      default:
        if (token.token.firstOnLine &&
            (canBeginItem(token.token.kind) || token.token.kind == TokenKind::Use))
          return;
        feed_.consume();
    }
  }
}

void ErrorStrategy::skipBlock() {
  size_t depth = 0;
  while (feed_.current().token.kind != TokenKind::EndOfFile ||
         feed_.current().type == TokenFeed::separator) {
    const TokenKind kind = feed_.current().token.kind;
    depth += kind == TokenKind::LeftBrace;
    depth -= kind == TokenKind::RightBrace;
    feed_.consume();
    if (depth == 0) return;
  }
}

}  // namespace cadre::parse
