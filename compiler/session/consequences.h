// What follows from a line that was not understood: takes the findings of names and meaning, and
// the lines with syntax errors, drops those findings that would not be there without them.
#pragma once

#include "diag/diagnostics.h"
#include "source/source_manager.h"
#include "syntax/ast.h"

namespace cadre::session {

/// The findings without those that stand on a line with a syntax error, and without those that miss
/// what such a line seems to declare.
Diagnostics withoutConsequences(const SourceManager& sources,
                                llvm::ArrayRef<std::unique_ptr<syntax::File>> files,
                                Diagnostics&& found);

}  // namespace cadre::session
