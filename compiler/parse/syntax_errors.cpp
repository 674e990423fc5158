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
    case TokenKind::As: return "a short name";
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
    case CadreParser::RuleRenews: return "a unit, `months` or `years`";
    case CadreParser::RuleTranslation:
    case CadreParser::RuleTranslations: return "a language such as `fr`";
    case CadreParser::RuleMatches: return "a scheme such as `esco`, and a code or an address";
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

/// A word of the language or a mark, in backticks.
std::string inTicks(TokenKind word) {
  const StringRef spelling = syntax::spelling(word);
  return syntax::isKeyword(word) ? fmt::format("`{}`", spelling) : spelling.str();
}

std::string wording(const Expectation& expectation, StringRef name) {
  switch (expectation.want) {
    case Want::Name: return name.str();
    case Want::Level: return "a level";
    case Want::Text: return "a text in quotes";
    case Want::Number: return "a number";
    case Want::Date: return "a date such as `2026-03-01`";
    case Want::Block: return "a block in braces";
    case Want::Word: return inTicks(expectation.word);
  }
  llvm_unreachable("every want has words");
}

/// Whether a block of this rule is around the item.
bool isInside(antlr4::ParserRuleContext& item, size_t rule) {
  const auto* block = item.parent ? item.parent->parent : nullptr;
  return block && block->parent &&
         static_cast<antlr4::ParserRuleContext*>(block->parent)->getRuleIndex() == rule;
}

/// Help, and a fix where there is one, for a mark that has come from elsewhere.
void helpWithMark(const Token& token, Span span, DiagnosticBuilder& report) {
  if (token.kind == TokenKind::Comma)
    report.help(diag::NoSeparators).unsafeFix("remove it", span, "");
  if (token.kind == TokenKind::Colon)
    report.help(diag::NoColonAfterWord).unsafeFix("remove it", span, "");
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
    if (next_.kind == TokenKind::Arrow && syntax::isKeyword(previous_.kind) && isBareName())
      return reportStepLikeWord();
    const Expectation expectation = meant(expected(place_.parser));
    if (!isEnd()) return reportExpected(expectation);
    reportUnfinished(expectation);
  }

private:
  /// Of an item with several parts, the part that is not finished.
  void reportUnfinished(const Expectation& expectation) {
    const bool part = syntax::keywordClass(previous_.kind) == KeywordClass::Joins &&
                      previous_.begin > first_.begin;
    const Token& from = part ? previous_ : first_;
    diags_.report(span(from.begin, std::max(previous_.end, from.end)), diag::UnfinishedItem,
                  part ? subject() : quoted(place_.source, first_), wording(expectation, name()));
  }

  void reportExpected(const Expectation& expectation) {
    const Span here = span(next_.begin, next_.end);
    const std::string found = describe(place_.source, next_);
    auto report = reportWant(expectation, here, subject(), found);
    helpWithMark(next_, here, report);
    if (expectation.want == Want::Text) offerQuotes(report);
    if (expectation.want == Want::Date) report.help(diag::DateForm);
    const bool names = expectation.want == Want::Name || expectation.want == Want::Level;
    if (names && next_.kind == TokenKind::String) report.help(diag::NamesHaveNoQuotes);
  }

  /// The words of the rest of the line are the text.
  void offerQuotes(DiagnosticBuilder& report) const {
    constexpr size_t most = 512;
    const StringRef rest = place_.source.substr(next_.begin, most).take_until([](char c) {
      return c == '\n' || c == '\r' || c == '{' || c == '}' || c == '"';
    });
    // `//` begins a comment behind white space; in `https://` it is part of the text.
    const StringRef words = rest.take_front(std::min(rest.find(" //"), rest.find("\t//"))).rtrim();
    const size_t behind = next_.begin + rest.size();
    const bool whole =
        rest.size() < most && (behind >= place_.source.size() || place_.source[behind] == '\n' ||
                               place_.source[behind] == '\r');
    const bool list = first_.kind == TokenKind::Keywords;
    if (words.empty() || !whole || list || words.contains('\\') || rest.size() > words.size() + 64)
      return;
    const auto end = next_.begin + static_cast<uint32_t>(words.size());
    report.safeFix("put it in quotes", span(next_.begin, end), fmt::format("\"{}\"", words));
  }

  DiagnosticBuilder reportWant(const Expectation& expectation, Span here, StringRef subject,
                               StringRef found) {
    switch (expectation.want) {
      case Want::Name: return diags_.report(here, diag::ExpectedName, subject, name(), found);
      case Want::Level: return diags_.report(here, diag::ExpectedLevel, subject, found);
      case Want::Text: return diags_.report(here, diag::ExpectedText, subject, found);
      case Want::Number: return diags_.report(here, diag::ExpectedNumber, subject, found);
      case Want::Date: return diags_.report(here, diag::ExpectedDate, subject, found);
      case Want::Block: return diags_.report(here, diag::ExpectedBlock, subject, found);
      case Want::Word:
        return diags_.report(here, diag::ExpectedWord, subject, inTicks(expectation.word), found);
    }
    llvm_unreachable("every want has a report");
  }

  /// Where a level can stand, another thing may be meant.
  [[nodiscard]] Expectation meant(Expectation expectation) const {
    if (expectation.want == Want::Level &&
        (declaresLevel() || isStepOfPath() || owner_.getRuleIndex() == CadreParser::RuleMatches))
      return {Want::Name, {}};
    return expectation;
  }
  [[nodiscard]] bool declaresLevel() const {
    return owner_.getRuleIndex() == CadreParser::RuleLevel;
  }
  [[nodiscard]] bool isStepOfPath() const {
    return previous_.kind == TokenKind::Arrow && isInside(owner_, CadreParser::RulePath);
  }
  /// What a name stands for here.
  [[nodiscard]] StringRef name() const {
    return isStepOfPath() ? "the name of a profile"
                          : nameMeant(owner_.getRuleIndex(), previous_.kind);
  }

  /// The word that what is missing belongs to: the one before it, else the item's first.
  [[nodiscard]] std::string subject() const {
    const bool joins = syntax::keywordClass(previous_.kind) == KeywordClass::Joins;
    const bool two = previous_.kind == TokenKind::Of || previous_.kind == TokenKind::Every ||
                     (previous_.kind == TokenKind::Profile && first_.kind == TokenKind::Every);
    if (two && first_.end <= previous_.begin) {
      const Token& before = place_.feed.at(place_.feed.current().index - 2).token;
      return fmt::format("`{} {}`", place_.source.slice(before.begin, before.end),
                         place_.source.slice(previous_.begin, previous_.end));
    }
    return quoted(place_.source, joins ? previous_ : first_);
  }

  /// The item ends here: by a separator, a brace or the file's end.
  [[nodiscard]] bool isEnd() const {
    return place_.feed.current().type == TokenFeed::separator ||
           (place_.feed.isLineAware() && next_.firstOnLine && next_.begin > first_.begin) ||
           next_.kind == TokenKind::EndOfFile || next_.kind == TokenKind::RightBrace;
  }

  /// Only a name was read so far.
  [[nodiscard]] bool isBareName() const {
    return first_.end == previous_.end || previous_.begin <= first_.begin;
  }

  void reportStepLikeWord() {
    diags_
        .report(span(previous_.begin, previous_.end), diag::StepLikeWord,
                place_.source.slice(previous_.begin, previous_.end))
        .help(diag::RenameStep);
  }

  void reportNameLed() {
    const StringRef name = place_.source.slice(first_.begin, first_.end);
    const size_t index = owner_.start->getTokenIndex();
    if (index > 0 && !first_.firstOnLine && next_.kind != TokenKind::Colon) {
      const Token& before = place_.feed.at(index - 1).token;
      if (before.kind != TokenKind::LeftBrace && before.kind != TokenKind::RightBrace &&
          before.kind != TokenKind::Bullet && before.end > before.begin) {
        diags_.report(span(first_.begin, first_.end), diag::StrayOnLine,
                      quoted(place_.source, first_), place_.source.slice(before.begin, before.end));
        return;
      }
    }
    auto report = diags_.report(span(first_.begin, first_.end), diag::NameLedItem, name);
    if (next_.kind == TokenKind::Colon) {
      helpWithMark(next_, span(next_.begin, next_.end), report);
    } else {
      report.help(diag::NameLedForms);
    }
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

/// What goes on a line behind an item that is complete.
static bool reportStray(FileId file, StringRef source, const Token& token, const Token& before,
                        Diagnostics& diags) {
  if (token.firstOnLine || before.begin >= token.begin || before.end <= before.begin) return false;
  if (before.kind == TokenKind::LeftBrace || before.kind == TokenKind::RightBrace ||
      before.kind == TokenKind::Bullet || before.kind == TokenKind::TextBlock)
    return false;
  if (source.slice(before.begin, before.end).contains('\n')) return false;
  const Span span{file, token.begin, token.end};
  const std::string found = token.kind == TokenKind::LeftBrace ? "`{`" : describe(source, token);
  diags.report(span, diag::StrayOnLine, found, source.slice(before.begin, before.end));
  return true;
}

void reportNotAnItem(const SyntaxErrorPlace& place, Diagnostics& diags) {
  const Token& token = place.feed.current().token;
  const Span span{place.file, token.begin, token.end};
  if (token.kind == TokenKind::Use) {
    diags.report(span, diag::UseInsideBlock);
    return;
  }
  if (reportStray(place.file, place.source, token, place.feed.previous().token, diags)) return;
  auto report = diags.report(span, diag::NotAnItem, describe(place.source, token));
  helpWithMark(token, span, report);
  if (token.kind == TokenKind::String && token.firstOnLine) report.help(diag::ProseNeedsDash);
}

void reportNotADeclaration(FileId file, StringRef source, const Token& token, const Token& before,
                           Diagnostics& diags) {
  if (reportStray(file, source, token, before, diags)) return;
  const Span span{file, token.begin, token.end};
  auto report = diags.report(span, diag::NotADeclaration, describe(source, token));
  helpWithMark(token, span, report);
  if (token.kind != TokenKind::Comma) report.help(diag::DeclarationsAre);
}

}  // namespace cadre::parse
