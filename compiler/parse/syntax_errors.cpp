#include "parse/syntax_errors.h"

#include "CadreParser.h"
#include "diag/kinds/parse.h"

namespace cadre::parse {

using llvm::StringRef;
using syntax::KeywordClass;
using syntax::Token;
using syntax::TokenKind;

bool canBeginItem(TokenKind kind) {
  switch (kind) {
    case TokenKind::Use: return false;
    case TokenKind::Ident:
    case TokenKind::From:
    case TokenKind::Rules:
    case TokenKind::Number:
    case TokenKind::Bullet: return true;
    default: break;
  }
  const KeywordClass role = syntax::keywordClass(kind);
  return role == KeywordClass::Declares || role == KeywordClass::BeginsItem;
}

bool canBeginDeclaration(TokenKind kind) {
  switch (kind) {
    case TokenKind::Level:
    case TokenKind::Number:
    case TokenKind::Bullet: return false;
    case TokenKind::Use:
    case TokenKind::Ident:
    case TokenKind::From:
    case TokenKind::Rules:
    case TokenKind::Skills:
    case TokenKind::Abilities:
    case TokenKind::Tasks: return true;
    default: return syntax::keywordClass(kind) == KeywordClass::Declares;
  }
}

namespace {

std::string quoted(StringRef source, const Token& token) {
  return fmt::format("`{}`", source.slice(token.begin, token.end));
}

/// How a message names a token: by its text where that is a word or mark, else by its sort.
std::string describe(StringRef source, const Token& token) {
  switch (token.kind) {
    case TokenKind::Ident: return quoted(source, token);
    case TokenKind::EndOfFile: return "the end of the file";
    case TokenKind::RightBrace: return "the end of the block";
    case TokenKind::LeftBrace: return "a block";
    default:
      return syntax::isKeyword(token.kind) ? quoted(source, token)
                                           : syntax::spelling(token.kind).str();
  }
}

/// The rule that reads a whole item or declaration, around the innermost one.
antlr4::ParserRuleContext* owner(antlr4::Parser& parser) {
  auto* context = parser.getContext();
  while (context->parent) {
    auto* parent = static_cast<antlr4::ParserRuleContext*>(context->parent);
    const size_t rule = parent->getRuleIndex();
    if (rule == CadreParser::RuleItem || rule == CadreParser::RuleDeclaration) break;
    context = parent;
  }
  return context;
}

/// What a name stands for in the item, for "needs …".
StringRef nameMeant(size_t rule, TokenKind previous) {
  switch (previous) {
    case TokenKind::Extends:
    case TokenKind::Except: return "the name of a profile";
    case TokenKind::Like: return "the name of a kind";
    case TokenKind::At: return "a level";
    case TokenKind::Dot: return "a name after the dot";
    case TokenKind::On: return "a word such as `profile`";
    case TokenKind::Arrow: return "a name after `->`";
    default: break;
  }
  switch (rule) {
    case CadreParser::RuleRequirement:
    case CadreParser::RuleLowers:
    case CadreParser::RuleDrops:
    case CadreParser::RuleDevelops: return "the name of a competency";
    case CadreParser::RuleMembership: return "the name of a category";
    case CadreParser::RulePartOf: return "the name of a competency";
    case CadreParser::RuleFamily: return "the name of a family";
    case CadreParser::RuleEveryProfile: return "the name of a family";
    case CadreParser::RuleUse: return "the id of a framework";
    case CadreParser::RuleAllow: return "the name of a lint rule";
    case CadreParser::RuleTranslation:
    case CadreParser::RuleTranslations: return "a language such as `fr`";
    case CadreParser::RuleLevel: return "a level";
    case CadreParser::RuleStatement: return "the name of a statement, or bullets in braces";
    default: return "a name";
  }
}

/// What the parser could have read next, as an author would say it.
enum class Want { Name, Level, Text, Number, Date, Block, Word };

struct Expectation {
  Want want = Want::Name;
  TokenKind word = TokenKind::EndOfFile;  ///< Want::Word.
};

Expectation expected(antlr4::Parser& parser) {
  const antlr4::misc::IntervalSet set = parser.getExpectedTokens();
  const auto has = [&](size_t type) { return set.contains(type); };
  if (has(CadreParser::IDENT)) return {has(CadreParser::NUMBER) ? Want::Level : Want::Name, {}};
  if (has(CadreParser::STRING) && !has(CadreParser::LEFT_BRACE)) return {Want::Text, {}};
  if (has(CadreParser::NUMBER)) return {Want::Number, {}};
  if (has(CadreParser::DATE)) return {Want::Date, {}};
  if (has(CadreParser::LEFT_BRACE)) return {Want::Block, {}};
  const auto types = set.toList();
  if (types.empty() || types.front() <= 0) return {Want::Name, {}};
  return {Want::Word, static_cast<TokenKind>(types.front() - 1)};
}

std::string wording(const Expectation& expectation, size_t rule, TokenKind previous) {
  switch (expectation.want) {
    case Want::Name: return nameMeant(rule, previous).str();
    case Want::Level: return "a level";
    case Want::Text: return "a text in quotes";
    case Want::Number: return "a number";
    case Want::Date: return "a date such as `2026-03-01`";
    case Want::Block: return "a block in braces";
    case Want::Word: return fmt::format("`{}`", syntax::spelling(expectation.word));
  }
  llvm_unreachable("every want has words");
}

class Reporter {
public:
  Reporter(const SyntaxErrorPlace& place, Diagnostics& diags)
      : place_(place),
        diags_(diags),
        next_(place.feed.current().token),
        previous_(place.feed.previous().token),
        owner_(*owner(place.parser)),
        first_(static_cast<const FeedToken&>(*owner_.start).token) {}

  void run() {
    const size_t rule = owner_.getRuleIndex();
    if (rule == CadreParser::RuleLedByName && isBareName()) return reportNameLed();
    const Expectation expectation = expected(place_.parser);
    const std::string subject = quoted(place_.source, first_);
    if (isEnd()) {
      diags_.report(span(first_.begin, std::max(previous_.end, first_.end)), diag::UnfinishedItem,
                    subject, wording(expectation, rule, previous_.kind));
      return;
    }
    const std::string found = describe(place_.source, next_);
    const Span here = span(next_.begin, next_.end);
    switch (expectation.want) {
      case Want::Name: {
        auto report = diags_.report(here, diag::ExpectedName, subject,
                                    nameMeant(rule, previous_.kind), found);
        if (next_.kind == TokenKind::String) report.help(diag::NamesHaveNoQuotes);
        return;
      }
      case Want::Level: diags_.report(here, diag::ExpectedLevel, subject, found); return;
      case Want::Text: diags_.report(here, diag::ExpectedText, subject, found); return;
      case Want::Number: diags_.report(here, diag::ExpectedNumber, subject, found); return;
      case Want::Date: diags_.report(here, diag::ExpectedDate, subject, found); return;
      case Want::Block: diags_.report(here, diag::ExpectedBlock, subject, found); return;
      case Want::Word:
        diags_.report(here, diag::ExpectedWord, subject, syntax::spelling(expectation.word), found);
        return;
    }
  }

private:
  /// The item ends here: by a separator, a brace or the file's end.
  [[nodiscard]] bool isEnd() const {
    return place_.feed.current().type == TokenFeed::separator ||
           next_.kind == TokenKind::EndOfFile || next_.kind == TokenKind::RightBrace;
  }

  /// Only a name was read so far.
  [[nodiscard]] bool isBareName() const {
    return first_.end == previous_.end || previous_.begin <= first_.begin;
  }

  void reportNameLed() {
    const StringRef name = place_.source.slice(first_.begin, first_.end);
    diags_.report(span(first_.begin, first_.end), diag::NameLedItem, name).help(diag::NameLedForms);
  }

  [[nodiscard]] Span span(uint32_t begin, uint32_t end) const { return {place_.file, begin, end}; }

  const SyntaxErrorPlace& place_;
  Diagnostics& diags_;
  const Token& next_;
  const Token& previous_;
  antlr4::ParserRuleContext& owner_;
  const Token& first_;
};

}  // namespace

void reportUnexpectedToken(const SyntaxErrorPlace& place, Diagnostics& diags) {
  Reporter(place, diags).run();
}

void reportNotAnItem(const SyntaxErrorPlace& place, Diagnostics& diags) {
  const Token& token = place.feed.current().token;
  const Span span{place.file, token.begin, token.end};
  if (token.kind == TokenKind::Use) {
    diags.report(span, diag::UseInsideBlock);
    return;
  }
  auto report = diags.report(span, diag::NotAnItem, describe(place.source, token));
  if (token.kind == TokenKind::Comma)
    report.help(diag::NoSeparators).safeFix("remove it", span, "");
  if (token.kind == TokenKind::Colon)
    report.help(diag::NoColonAfterWord).safeFix("remove it", span, "");
}

void reportNotADeclaration(FileId file, StringRef source, const Token& token, Diagnostics& diags) {
  const Span span{file, token.begin, token.end};
  auto report = diags.report(span, diag::NotADeclaration, describe(source, token));
  if (token.kind == TokenKind::Comma) {
    report.help(diag::NoSeparators).safeFix("remove it", span, "");
  } else {
    report.help(diag::DeclarationsAre);
  }
}

}  // namespace cadre::parse
