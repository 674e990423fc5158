// Our tokens as ANTLR wants them: a TokenStream over a run of scanned tokens, pooled from one
// declaration to the next. Takes tokens, gives them to the generated parser; owns no text.
#pragma once

#include "syntax/token.h"

#include <antlr4-runtime/antlr4-runtime.h>

#include <vector>

namespace cadre::parse {

/// A scanned token that the generated parser can hold on to until the feed is filled again.
class FeedToken final : public antlr4::Token {
public:
  syntax::Token token;
  size_t type = 0;
  size_t index = 0;

  std::string getText() const override { return {}; }
  size_t getType() const override { return type; }
  size_t getLine() const override { return 0; }
  size_t getCharPositionInLine() const override { return token.begin; }
  size_t getChannel() const override { return 0; }
  size_t getTokenIndex() const override { return index; }
  size_t getStartIndex() const override { return token.begin; }
  size_t getStopIndex() const override { return token.end; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  antlr4::CharStream* getInputStream() const override { return nullptr; }
  std::string toString() const override { return {}; }
};

/// The type of `kind` in the generated parser.
size_t parserType(syntax::TokenKind kind);

class TokenFeed final : public antlr4::TokenStream {
public:
  /// A token that no rule accepts: it ends an unfinished item before a line that begins like one.
  static const size_t separator;

  /// Forgets what it held and feeds `tokens` from now on, then the end of the file.
  void fill(llvm::ArrayRef<syntax::Token> tokens, bool lineAware);

  /// Whether lines were in mind when it was filled.
  [[nodiscard]] bool isLineAware() const { return lineAware_; }
  /// The token that the parser sees next.
  [[nodiscard]] const FeedToken& current() const { return tokens_[at_]; }
  /// The token before the next one; the next one itself at the start.
  [[nodiscard]] const FeedToken& previous() const { return tokens_[at_ == 0 ? 0 : at_ - 1]; }
  [[nodiscard]] const FeedToken& at(size_t index) const {
    return tokens_[std::min(index, tokens_.size() - 1)];
  }

  antlr4::Token* LT(ssize_t k) override;
  antlr4::Token* get(size_t index) const override;
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string getText() override { return {}; }
  std::string getText(antlr4::RuleContext*) override { return {}; }
  std::string getText(antlr4::Token*, antlr4::Token*) override { return {}; }
  void consume() override { at_ += at_ + 1 < tokens_.size(); }
  size_t LA(ssize_t k) override { return LT(k)->getType(); }
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  size_t index() override { return at_; }
  void seek(size_t index) override { at_ = index; }
  size_t size() override { return tokens_.size(); }
  std::string getSourceName() const override { return {}; }

private:
  void add(const syntax::Token& token, size_t type);

  mutable std::vector<FeedToken> tokens_;
  size_t at_ = 0;
  bool lineAware_ = false;
};

}  // namespace cadre::parse
