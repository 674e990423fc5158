// Formulas in cells of spreadsheets: takes the text of a cell, says whether a spreadsheet would
// calculate it.
#pragma once

#include <llvm/ADT/StringRef.h>

namespace cadre {

/// A spreadsheet would calculate the text or hand it to a program.
[[nodiscard]] bool looksLikeFormula(llvm::StringRef text);

}  // namespace cadre
