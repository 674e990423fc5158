// The words of spreadsheets, in several languages: takes the text of a header or a cell, says what
// such a text means. Knows no tables.
#pragma once

#include "import/sheets/data.h"
#include "import/sheets/level_words.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <optional>

namespace cadre::import::sheets {

/// A word that heads a column, and what the column holds then.
struct HeaderWord {
  Role role;
  StringRef language;
  StringRef word;
};

/// The word that `header` is or begins with, or null.
const HeaderWord* findHeaderWord(StringRef header);
/// Whether a word of the text is such a one.
bool anyWord(StringRef text, llvm::function_ref<bool(StringRef)> isOne);
/// `0 = No knowledge`: a line of a legend.
bool isLegendLine(StringRef text);
/// `` `a`, `b` ``
std::string inBackticks(llvm::ArrayRef<std::string> words);
/// `actual`, `gap`, `weight`: a word of columns about a requirement, beside that of the level.
bool isAspectWord(StringRef folded);
bool isRoleWord(StringRef folded);  ///< `manager`, `engineer`: a word of job titles.

bool isDegree(StringRef folded);   ///< `high`, `mittel`: of importance, or else levels.
bool isNothing(StringRef folded);  ///< `-`, `n/a`: not required.
bool isYes(StringRef folded);      ///< `x`, `yes`: had.
std::optional<double> readNumber(StringRef text);
/// `essential` for `E`, `must`, `required`, …
std::optional<std::string> guessImportance(StringRef folded);
std::optional<std::string> guessKind(StringRef folded);
bool isTotal(StringRef folded);
/// A cell that could stand in a matrix: a level, a mark, a number, nothing.
bool isValue(StringRef text);

}  // namespace cadre::import::sheets
