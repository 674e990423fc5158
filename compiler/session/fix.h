// Mends sources with the safe fixes of their findings: takes sources and a way to check them, gives
// the sources with new texts. Checks again after each round, until nothing more can be fixed. Reads
// and writes no file.
#pragma once

#include "diag/apply_fixes.h"
#include "source/source_manager.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <string>
#include <vector>

namespace cadre::session {

/// What is found in the sources as they are now. The result lives until the next call.
using Check = llvm::function_ref<const Diagnostics&()>;

struct Fixed {
  size_t problems = 0;          ///< Findings that were fixed.
  std::vector<FileId> changed;  ///< Files whose text is another now, in their order.
  /// Faults of ours, each said in a sentence: a fix that would spoil the syntax of a file that is free
  /// of syntax errors (which is left alone from there on), or fixes that undo one another.
  std::vector<std::string> faults;
  bool isCutShort = false;  ///< After the last round that is made, fixes were still left.
};

/// What form a file has that was fixed.
enum class AfterFix : uint8_t {
  KeepForm,  ///< As `cadre fmt` writes it, if it was so before.
  Format,    ///< As `cadre fmt` writes it, if it parses.
};

/// Rounds that are made at most.
inline constexpr unsigned mostFixRounds = 20;

/// Fixes what can be fixed in the files that `mayChange` names. A fix after which a file has more
/// syntax errors than before is not made: what it meets there is not what it was made for. `sources` holds the outcome, under
/// the same ids, and the last call of `check` has seen it.
Fixed fixAll(SourceManager& sources, llvm::function_ref<bool(FileId)> mayChange, Check check,
             PickFix pick = findSafeFix, AfterFix after = AfterFix::KeepForm);

}  // namespace cadre::session
