// Texts as they are compared letter by letter, and terms by their words: takes texts, gives what makes two of them
// the same for a reader.
#pragma once

#include "lint/context.h"

#include <string>

namespace cadre::lint {

/// Whether what a competency says still counts: neither retired nor about to be replaced.
[[nodiscard]] bool isLive(const model::Declaration& declaration);

/// Puts into `out` what makes two texts the same for a reader: case folded, white space as one space,
/// without the mark that closes the last sentence.
void foldInto(std::string& out, StringRef plain);

/// What a term is known by: case folded, marks left out, its words in the singular where the language
/// is known.
class TermFolder {
public:
  explicit TermFolder(prose::Lexicon* lexicon) : lexicon_(lexicon) {}
  /// Good until the next call.
  StringRef fold(StringRef term);

private:
  prose::Lexicon* lexicon_;
  prose::Text text_;
  std::string spaced_;
  std::string out_;
};

}  // namespace cadre::lint
