#include "parse/parse.h"

#include "diag/kinds/parse.h"
#include "parse/braces.h"
#include "parse/build_ast.h"
#include "parse/conflicts.h"
#include "parse/error_strategy.h"
#include "parse/faults.h"
#include "parse/habits.h"
#include "parse/mender.h"
#include "parse/outline.h"
#include "parse/scanner.h"

#include <llvm/ADT/StringSet.h>

#include <optional>

namespace cadre::parse {

using syntax::Item;
using syntax::Token;
using syntax::TokenKind;

namespace {

/// Parses the declarations of a file one after the other, in runs of tokens that end where no block
/// is open. A run with an error is read a second time with its lines in mind.
class FileParser {
public:
  FileParser(llvm::StringRef source, syntax::File& file, const Scanned& scanned,
             Diagnostics& diags, Diagnostics& mended)
      : file_(file),
        source_(source),
        tokens_(llvm::ArrayRef(scanned.tokens).drop_back()),
        damaged_(scanned.damaged),
        diags_(diags),
        mended_(mended),
        strategy_(std::make_shared<ErrorStrategy>(file.id, source_, feed_, scanned.damaged)),
        parser_(&feed_) {
    parser_.setErrorHandler(strategy_);
    parser_.removeErrorListeners();
  }

  void run() {
    llvm::ArrayRef<Token> tokens = tokens_;
    while (!tokens.empty()) {
      const size_t length = runLength(tokens);
      parseRun(tokens.take_front(length));
      tokens = tokens.drop_front(length);
    }
    file_.items = file_.arena.copyOf(items_);
  }

  /// A line stands at the top of the file that belongs into a block.
  [[nodiscard]] bool hasStrayItems() const { return strayItems_; }

private:
  /// Up to and with the first `}` behind which no block is open: there a declaration ends.
  static size_t runLength(llvm::ArrayRef<Token> tokens) {
    size_t depth = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind == TokenKind::LeftBrace) ++depth;
      if (tokens[i].kind == TokenKind::RightBrace && (depth == 0 || --depth == 0)) return i + 1;
    }
    return tokens.size();
  }

  void parseRun(llvm::ArrayRef<Token> tokens) {
    Diagnostics found;
    const size_t before = items_.size();
    feed_.fill(tokens, false);
    parseItems(found);
    const auto declared = [&]() -> const DeclaredNames& { return declaredNames(); };
    std::vector<Mend> suspected = suspicions(file_.id, source_, tokens, declared);
    const size_t suspects = suspected.size() + countHalfTyped(source_, tokens, declared);
    if (!strategy_->hasErrors() && suspects == 0) return diags_.append(std::move(found));
    const bool parses = !strategy_->hasErrors();
    strategy_->takePlaces();
    Diagnostics mended;
    found = parseMended(tokens, before, std::move(suspected), mended);
    // Lines are no part of the meaning: where reading by them finds more than what looked odd, it
    // is the author's way to break lines.
    if (parses && found.all().size() + mended.all().size() > suspects) {
      found = {};
      mended = {};
      items_.resize(before);
      feed_.fill(tokens, false);
      parseItems(found);
    }
    mended_.append(std::move(mended));
    diags_.append(std::move(found));
  }

  /// Reads a run with an error again and again, until no guess at what was meant gets further.
  Diagnostics parseMended(llvm::ArrayRef<Token> tokens, size_t before, std::vector<Mend> suspected,
                          Diagnostics& mended) {
    Mender mender(file_.id, source_, tokens, declaredNames());
    mender.suspect(std::move(suspected));
    // A run of many thousand lines is not read as often.
    const int most = tokens.size() < 100'000 ? 32 : 8;
    for (int round = 0;; ++round) {
      Diagnostics found;
      items_.resize(before);
      feed_.fill(mender.tokens(), true);
      parseItems(found);
      std::vector<uint32_t> places = strategy_->takePlaces();
      llvm::sort(places);
      if (!(round < most ? mender.next(places) : mender.stop(places))) {
        mender.report(mended);
        return found;
      }
    }
  }

  const DeclaredNames& declaredNames() {
    if (!declared_) declared_ = namesOf(source_, tokens_);
    return *declared_;
  }

  void parseItems(Diagnostics& diags) {
    strategy_->redirect(diags);
    const LiteralContext context{file_.id, source_, file_.arena, diags, damaged_};
    while (!isAtEnd()) {
      const Token token = feed_.current().token;
      parser_.reset();
      feed_.seek(position_);
      if (feed_.current().type == TokenFeed::separator) {
        feed_.consume();
      } else if (canBeginDeclaration(token.kind)) {
        auto* tree = parser_.declaration();
        add(buildDeclaration(context, *tree));
      } else if (canBeginItem(token.kind)) {
        strayItems_ = true;
        auto* tree = parser_.item();
        add(buildItem(context, *tree));
      } else {
        if (strategy_->notePlace()) {
          reportNotADeclaration(file_.id, source_, token, feed_.previous().token, diags);
        }
        if (token.kind != TokenKind::Comma) skipToDeclaration();
      }
      if (feed_.index() == position_) feed_.consume();
      position_ = feed_.index();
    }
    position_ = 0;
  }

  [[nodiscard]] bool isAtEnd() {
    feed_.seek(position_);
    return feed_.current().token.kind == TokenKind::EndOfFile &&
           feed_.current().type != TokenFeed::separator;
  }

  void add(const Item* item) {
    if (item) items_.push_back(item);
  }

  /// Moves behind the block that follows, or to the next line that begins a declaration.
  void skipToDeclaration() {
    size_t depth = 0;
    for (bool first = true;; first = false) {
      const FeedToken& token = feed_.current();
      if (token.type == antlr4::Token::EOF) return;
      if (depth == 0 && !first && token.token.firstOnLine && canBeginDeclaration(token.token.kind))
        return;
      depth += token.token.kind == TokenKind::LeftBrace;
      const bool closes = token.token.kind == TokenKind::RightBrace;
      depth -= closes && depth > 0;
      feed_.consume();
      if (closes && depth == 0) return;
    }
  }

  syntax::File& file_;
  llvm::StringRef source_;
  llvm::ArrayRef<Token> tokens_;
  llvm::ArrayRef<LineRange> damaged_;
  std::optional<DeclaredNames> declared_;  ///< Once it was needed.
  Diagnostics& diags_;
  Diagnostics& mended_;  ///< Takes what was reported and read as it was meant.
  TokenFeed feed_;
  std::shared_ptr<ErrorStrategy> strategy_;
  CadreParser parser_;
  std::vector<const Item*> items_;
  size_t position_ = 0;
  bool strayItems_ = false;
};

}  // namespace

/// Whether the tokens are a file without errors as they stand, however its lines are broken.
static bool parsesPlainly(llvm::StringRef source, FileId id, const Scanned& scanned) {
  syntax::File trial;
  trial.id = id;
  Scanned tokens = scanned;
  Diagnostics found;
  matchBraces(id, source, tokens.tokens, found);
  if (found.hasErrors()) return false;
  Diagnostics mended;
  FileParser parser(source, trial, tokens, found, mended);
  parser.run();
  return !found.hasErrors() && !mended.hasErrors() && !parser.hasStrayItems();
}

/// The text without its conflicts, for as long as the file is there.
static llvm::StringRef seen(syntax::File& file, llvm::StringRef text, llvm::ArrayRef<Conflict> conflicts, Sides sides) {
  return file.arena.copy(llvm::StringRef(withoutConflicts(text, conflicts, sides)));
}

std::unique_ptr<syntax::File> parse(const SourceManager& sources, FileId id, Diagnostics& diags) {
  auto file = std::make_unique<syntax::File>();
  file->id = id;
  Diagnostics own;
  if (isNoText(id, sources.text(id), own)) {
    Scanned nothing = scan(id, "", own);
    file->tokens = file->arena.copyOf(nothing.tokens);
    file->hasErrors = true;
    diags.append(std::move(own));
    return file;
  }
  checkBytes(id, sources.text(id), own);
  const std::vector<Conflict> conflicts = findConflicts(sources.text(id));
  const llvm::StringRef text = conflicts.empty() ? sources.text(id) : seen(*file, sources.text(id), conflicts, Sides::Ours);
  Scanned scanned = scan(id, text, own);
  file->comments = file->arena.copyOf(scanned.comments);
  file->tokens = file->arena.copyOf(scanned.tokens);
  if (!conflicts.empty()) {
    // Both sides may declare what others name.
    Diagnostics ignored;
    file->tokens = file->arena.copyOf(scan(id, seen(*file, sources.text(id), conflicts, Sides::Both), ignored).tokens);
  }
  Diagnostics mended;
  try {
    const bool scans = !own.hasErrors();
    closeOutline(id, text, scanned.tokens, own,
                 [&] { return scans && parsesPlainly(text, id, scanned); });
    matchBraces(id, text, scanned.tokens, own);
    FileParser(text, *file, scanned, own, mended).run();
  } catch (const std::exception& fault) {
    // ANTLR throws; what reaches this place is a fault of the parser, not of the file.
    llvm::report_fatal_error(fault.what());
  }
  std::vector<syntax::Fault> faults;
  own = oneALine(sources.text(id), std::move(mended), std::move(own), faults);
  reportConflicts(id, sources.text(id), conflicts, own, faults);
  file->faults = file->arena.copyOf(faults);
  file->hasErrors = own.hasErrors();
  diags.append(std::move(own));
  return file;
}

}  // namespace cadre::parse
