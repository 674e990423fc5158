// Applies fixes to texts: takes findings and sources, gives the new texts of one round. A fix is
// made whole or not at all. Judges no result: who checks again decides whether there is another
// round (session/fix.h).
#pragma once

#include "diag/diagnostics.h"
#include "source/source_manager.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/STLFunctionalExtras.h>

#include <map>
#include <string>
#include <vector>

namespace cadre {

/// The text with the edits made. They do not overlap; those at one place are made in their order.
std::string applyEdits(llvm::StringRef text, llvm::ArrayRef<Edit> edits);

/// The first safe fix of a finding, or null. Further ones are other ways to mend the same.
const Fix* findSafeFix(const Diagnostic& diagnostic);

/// Which fix of a finding is made, if any.
using PickFix = llvm::function_ref<const Fix*(const Diagnostic&)>;

/// A finding and the fix that was chosen for it.
struct ChosenFix {
  const Diagnostic* diagnostic = nullptr;
  const Fix* fix = nullptr;
};

/// The fixes of `diagnostics` that can be made together, in the order of their places: where two
/// overlap, or insert different texts at one place, the later one is left for another round. An
/// edit that several fixes share is made once. `mayChange` says which files take part; a fix that
/// reaches into another file is left out.
std::vector<ChosenFix> chooseFixes(const Diagnostics& diagnostics,
                                   llvm::function_ref<bool(FileId)> mayChange,
                                   PickFix pick = findSafeFix);

/// The new texts of the files that the fixes change.
std::map<FileId, std::string> applyFixes(const SourceManager& sources,
                                         llvm::ArrayRef<ChosenFix> fixes);

}  // namespace cadre
