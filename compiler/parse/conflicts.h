// What git leaves where it could not merge: takes the text of a file, gives the places where both sides stand between
// marks, and the text as one of the sides has it. Reports them; judges nothing that stands between.
#pragma once

#include "diag/diagnostics.h"
#include "syntax/ast.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <string>
#include <vector>

namespace cadre::parse {

/// How many characters a mark has.
constexpr uint32_t conflictMarkLength = 7;

/// Two sides that git could not bring together, with the marks around them. Of each mark, where its line begins.
struct Conflict {
  uint32_t ours = 0;    ///< `<<<<<<<`
  uint32_t base = 0;    ///< `|||||||`; `theirs` where git was not asked for what both sides come from.
  uint32_t theirs = 0;  ///< `=======`
  uint32_t close = 0;   ///< `>>>>>>>`
  uint32_t end = 0;     ///< The end of the last line, without what ends it.
};

/// Whether a mark begins at `offset`, which begins a line: seven times one of `<`, `|`, `=` and `>`, with a blank or
/// the end of the line behind them.
[[nodiscard]] bool isConflictMark(llvm::StringRef text, size_t offset);

/// The conflicts of a file that have their three or four marks, by their places. What stands between other marks is
/// known by nobody: the scanner reports those one by one.
[[nodiscard]] std::vector<Conflict> findConflicts(llvm::StringRef text);

/// What is to be seen of conflicts.
enum class Sides : uint8_t {
  Ours,  ///< The first side: the file as it was before the merge, which most likely parses.
  Both,
};

/// The text with blanks for the marks and for what is not to be seen: every offset stays as it is.
[[nodiscard]] std::string withoutConflicts(llvm::StringRef text, llvm::ArrayRef<Conflict> conflicts, Sides sides);

/// Puts a finding for each conflict in place of those that stand in it, and a fault for each of its lines, as nobody
/// knows which of them will stay.
void reportConflicts(FileId file, llvm::StringRef text, llvm::ArrayRef<Conflict> conflicts, Diagnostics& found,
                     std::vector<syntax::Fault>& faults);

}  // namespace cadre::parse
