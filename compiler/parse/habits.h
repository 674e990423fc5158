// What authors write out of habit: takes tokens and a place where the parser stopped, gives guesses
// at what was meant, each with its finding and a fix. Whether a guess is right is not decided here.
#pragma once

#include "diag/diagnostics.h"
#include "syntax/token.h"

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringSet.h>

#include <vector>

namespace cadre::parse {

/// A guess: tokens `first` up to and without `behind` are read as `instead`.
struct Mend {
  size_t first = 0;
  size_t behind = 0;
  std::vector<syntax::Token> instead;
  Diagnostic finding;
  /// Worth keeping when the parser stops again on the same line, but later.
  bool partial = false;
};

/// What a file declares, as far as its tokens tell.
struct DeclaredNames {
  llvm::StringSet<> names;               ///< Those with spaces joined.
  llvm::StringMap<std::string> byTitle;  ///< Names by title; empty where two share one.
};
DeclaredNames namesOf(llvm::StringRef source, llvm::ArrayRef<syntax::Token> tokens);

/// The places where tokens that parse are likely to mean something else with their lines in mind: a
/// line says `requires X Advanced`, or a word and no more, and the next begins with a word of the
/// language.
size_t countHalfTyped(llvm::StringRef source, llvm::ArrayRef<syntax::Token> tokens,
                      llvm::function_ref<const DeclaredNames&()> declared);

/// The guesses at the mistake that made the parser stop at token `at`, best first, and few. The
/// slip is sought between `from`, the token that begins the line or item, and `at`. `ended`: the
/// item ended behind `at`, before it was complete. `head` is the
/// word that begins the block around it; EndOfFile where there is none.
std::vector<Mend> guesses(FileId file, llvm::StringRef source, llvm::ArrayRef<syntax::Token> tokens,
                          size_t from, size_t at, bool ended, syntax::TokenKind head,
                          const DeclaredNames& declared);

/// Guesses where tokens parse, and say what hardly any author means: `requires X att Advanced` is a
/// requirement without a level, and the value of an attribute `att`.
std::vector<Mend> suspicions(FileId file, llvm::StringRef source,
                             llvm::ArrayRef<syntax::Token> tokens,
                             llvm::function_ref<const DeclaredNames&()> declared);

}  // namespace cadre::parse
