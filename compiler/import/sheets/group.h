// Keeps findings of large tables few: takes them as they come, hands on the first of each sort and
// says how many more there are. What is wrong is in the list of cells that were not imported.
#pragma once

#include "diag/diagnostics.h"

#include <map>

namespace cadre::import::sheets {

class Grouper {
public:
  explicit Grouper(Diagnostics& into) : into_(into) {}

  /// Takes what `from` holds, which is empty afterwards.
  void take(Diagnostics& from);
  /// Hands on what was kept. Nothing may be taken after that.
  void finish();

private:
  struct Sort {
    size_t shown = 0;
    size_t more = 0;
    size_t last = 0;  ///< The index of the last one that is shown.
  };
  struct Word {
    size_t more = 0;
    size_t first = 0;  ///< The index of the one that is shown.
  };

  Diagnostics& into_;
  std::deque<Diagnostic> kept_;
  std::map<std::pair<FileId, std::string_view>, Sort> sorts_;
  std::map<std::pair<std::pair<FileId, std::string_view>, std::string>, Word> words_;
};

}  // namespace cadre::import::sheets
