// How the generated parser goes on after an error: takes its calls, reports one diagnostic a cause,
// and skips to the next item of the same block. Exceptions stay inside the generated code.
#pragma once

#include "parse/scanner.h"
#include "parse/syntax_errors.h"

#include <vector>

namespace cadre::parse {

class ErrorStrategy final : public antlr4::ANTLRErrorStrategy {
public:
  ErrorStrategy(FileId file, llvm::StringRef source, TokenFeed& feed,
                llvm::ArrayRef<LineRange> damaged)
      : file_(file), source_(source), feed_(feed), damaged_(damaged) {}

  /// Reports to `diags` from now on.
  void redirect(Diagnostics& diags) { diags_ = &diags; }
  /// Notes that the sentence at the feed's current token is wrong. False where that follows from
  /// what was reported on its line, and is not to be reported again. `insideItem`: an item was
  /// begun and lacks something.
  bool notePlace(bool insideItem = false);
  /// Whether a sentence was wrong since the last call of takePlaces.
  [[nodiscard]] bool hasErrors() const { return errors_; }
  /// Where errors were reported since the last call, as offsets of the source.
  std::vector<uint32_t> takePlaces() {
    errors_ = false;
    return std::exchange(places_, {});
  }

  void reset(antlr4::Parser*) override {}
  antlr4::Token* recoverInline(antlr4::Parser* parser) override;
  void recover(antlr4::Parser* parser, std::exception_ptr exception) override;
  /// Keeps the loop over a block's items going when a token begins none.
  void sync(antlr4::Parser* parser) override;
  bool inErrorRecoveryMode(antlr4::Parser*) override { return false; }
  void reportMatch(antlr4::Parser*) override {}
  void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& exception) override;

private:
  /// Moves to the next token that begins an item on a line of its own, or to the end of the block.
  /// Blocks on the way are skipped whole, unless `stopAtBrace`.
  void skipToItem(bool stopAtBrace);
  void skipBlock();

  FileId file_;
  llvm::StringRef source_;
  TokenFeed& feed_;
  llvm::ArrayRef<LineRange> damaged_;
  Diagnostics* diags_ = nullptr;
  std::vector<uint32_t> places_;
  bool errors_ = false;
  bool reported_ = false;
};

}  // namespace cadre::parse
