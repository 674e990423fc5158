// What authors write out of habit: takes tokens and a place where the parser stopped, gives guesses
// at what was meant, each with its report and a fix. Whether a guess is right is not decided here.
#pragma once

#include "diag/diagnostics.h"
#include "syntax/token.h"

#include <llvm/ADT/StringSet.h>

#include <vector>

namespace cadre::parse {

/// A guess: tokens `first` up to and without `behind` are read otherwise.
struct Mend {
  enum class Sort : uint8_t {
    Respell,   ///< `competancy`: one token, read as the word `word`.
    InsertAt,  ///< `requires X Advanced`: `at` is read before the token.
    InsertColon,  ///< `attribute grade on profile one of A, B`: `:` is read before the token.
    JoinName,  ///< `competency Media Relations`: all are read as one name.
    MoveUp,    ///< `requires X essential at Advanced`: the first is read behind the others.
  };
  Sort sort = Sort::Respell;
  size_t first = 0;
  size_t behind = 0;
  syntax::TokenKind word = syntax::TokenKind::Ident;
};

/// The names that `tokens` declare, those with spaces joined.
llvm::StringSet<> namesOf(llvm::StringRef source, llvm::ArrayRef<syntax::Token> tokens);

/// Whether a line says `requires X Advanced` and the next begins with a word of the language: read
/// without the lines in mind, `Advanced` would be an attribute and the word its value.
bool hasBareLevel(llvm::ArrayRef<syntax::Token> tokens);

/// The guesses at the mistake that made the parser stop at token `at`, best first, and few. The
/// slip is sought between `from`, the token that begins the line or item, and `at`.
std::vector<Mend> guesses(llvm::StringRef source, llvm::ArrayRef<syntax::Token> tokens, size_t from,
                          size_t at, const llvm::StringSet<>& declared);

/// Appends what is read in place of the tokens of `mend`.
void read(const Mend& mend, llvm::ArrayRef<syntax::Token> tokens, std::vector<syntax::Token>& out);

/// Reports the mistake that `mend` corrects.
void report(const Mend& mend, FileId file, llvm::StringRef source,
            llvm::ArrayRef<syntax::Token> tokens, Diagnostics& diags);

}  // namespace cadre::parse
