// Tries guesses at what was meant where a run of tokens does not parse: takes the places where the
// parser stopped, gives the tokens to try next, keeps the guesses that get further and drops the
// others. Each place has few guesses, and all places try theirs at once.
#pragma once

#include "parse/habits.h"

#include <llvm/ADT/DenseMap.h>

#include <map>

namespace cadre::parse {

class Mender {
public:
  /// `declared`: the names that the file declares.
  Mender(FileId file, llvm::StringRef source, llvm::ArrayRef<syntax::Token> tokens,
         const DeclaredNames& declared)
      : file_(file), source_(source), tokens_(tokens), declared_(declared) {}

  /// Tries guesses where the parser has not stopped.
  void suspect(std::vector<Mend> mends);

  /// The run as the guesses of this round have it.
  [[nodiscard]] std::vector<syntax::Token> tokens() const;

  /// Judges the guesses of this round by the places where the parser stopped, in source order.
  /// True when there is something else to try.
  bool next(llvm::ArrayRef<uint32_t> places);
  /// The same, without new guesses. True when the run must be read once more.
  bool stop(llvm::ArrayRef<uint32_t> places);

  /// Reports the guesses that were kept.
  void report(Diagnostics& diags) const;

private:
  struct Trial {
    Mend mend;
    uint32_t place = 0;  ///< Where the parser stopped without it.
    uint32_t lineEnd = 0;
    bool kept = false;
  };

  /// The place of a guess that no stop of the parser asked for.
  static constexpr uint32_t unasked = 0xFFFFFFFF;

  /// Takes out the trials that failed.
  std::vector<Trial> judge(llvm::ArrayRef<uint32_t> places);
  bool propose(uint32_t place);
  [[nodiscard]] bool overlaps(const Mend& mend) const;
  [[nodiscard]] uint32_t lineEndOf(size_t token) const;
  /// The word that begins the block around a token.
  [[nodiscard]] syntax::TokenKind headOf(size_t token);
  std::vector<Mend>& guessesAt(uint32_t place);

  FileId file_;
  llvm::StringRef source_;
  llvm::ArrayRef<syntax::Token> tokens_;
  const DeclaredNames& declared_;
  std::map<size_t, Trial> trials_;  ///< By the first token; no two share one.
  std::vector<uint32_t> heads_;     ///< By token, the head of its block; filled when it is needed.
  llvm::DenseMap<uint32_t, std::vector<Mend>> guesses_;  ///< By place, those to come; best last.
};

}  // namespace cadre::parse
