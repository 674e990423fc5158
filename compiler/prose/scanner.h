// A text as pieces: takes UTF-8, gives the words with what stands between them. Knows letters and
// marks, no words; the lexicon and the texts share it, so that entries of lists split as texts do.
#pragma once

#include "prose/text.h"

namespace cadre::prose {

struct Piece {
  uint32_t begin = 0;
  uint32_t end = 0;
  Mark before = Mark::None;
  bool isCapital = false;
  bool isAllCaps = false;
  bool isInBrackets = false;
  bool isClosed =
      false;  ///< A bracket or quotation mark closes between the last stop and the word.
};

class Scanner {
public:
  Scanner(StringRef text, bool elides) : text_(text), elides_(elides) {}
  /// The next word, or false at the end; `piece.before` then says what stands there.
  bool next(Piece& piece);

private:
  void skipMarks(Piece& piece);
  void readMark(Piece& piece);
  void readWord(Piece& piece);
  void readUrl();
  void note(Piece& piece, Mark mark);
  [[nodiscard]] size_t wordCharacter(size_t at) const;
  [[nodiscard]] size_t innerMark(size_t at, const Piece& piece) const;
  [[nodiscard]] bool isElision(StringRef head) const;
  [[nodiscard]] bool joinsSlash(size_t at, const Piece& piece) const;
  [[nodiscard]] StringRef partBefore(size_t at, const Piece& piece) const;
  [[nodiscard]] StringRef partAfter(size_t at) const;

  StringRef text_;
  bool elides_;
  size_t at_ = 0;
  unsigned brackets_ = 0;
};

}  // namespace cadre::prose
