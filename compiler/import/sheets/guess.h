// Proposes a map for spreadsheets: takes tables, gives the text of a map with comments that a
// person can mend, and what in it is uncertain. Knows the words that people put into headers;
// decides nothing that the reader of a map does not read from it.
#pragma once

#include "import/sheets/data.h"

namespace cadre::import::sheets {

/// A table and how it came to be text.
struct GuessFile {
  SheetFile file;
  std::string encoding;  ///< To be named in the map; empty: it is UTF-8 or says so itself.
};

/// Something that a person should look at, at a cell where there is one.
struct Doubt {
  std::string what;
  Span span;
};

struct Proposal {
  std::string map;
  std::vector<Doubt> doubts;
};

Proposal guess(llvm::ArrayRef<GuessFile> files);

}  // namespace cadre::import::sheets
