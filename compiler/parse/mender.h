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
         const llvm::StringSet<>& declared)
      : file_(file), source_(source), tokens_(tokens), declared_(declared) {}

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
    bool kept = false;
  };

  bool judge(llvm::ArrayRef<uint32_t> places);
  bool propose(uint32_t place);
  [[nodiscard]] bool overlaps(const Mend& mend) const;
  std::vector<Mend>& guessesAt(uint32_t place);

  FileId file_;
  llvm::StringRef source_;
  llvm::ArrayRef<syntax::Token> tokens_;
  const llvm::StringSet<>& declared_;
  std::map<size_t, Trial> trials_;  ///< By the first token; no two share one.
  llvm::DenseMap<uint32_t, std::vector<Mend>> guesses_;  ///< By place, those to come; best last.
};

}  // namespace cadre::parse
