// Labels for indicators that have none: takes a package that checks without errors, gives the
// insertions that label them, in all its files. A label, once given, stays; translations that go by
// position get the labels of what they translate, be these old or new. Changes no text.
#pragma once

#include "session/session.h"

#include <string>
#include <vector>

namespace cadre::session {

struct Labels {
  std::vector<Edit> edits;  ///< By file and place; none with errors.
  Diagnostics diagnostics;  ///< What is wrong with the package.
};

/// Labels the indicators of package 0.
Labels findLabels(const SourceManager& sources, const Input& input);

/// The label of an indicator begins with this: `MR` for `MediaRelations`, `P` for `presswork`. At
/// most four letters.
std::string initialsOf(llvm::StringRef name);

/// `text` with those of the edits that lie in `file`.
std::string insertLabels(llvm::StringRef text, FileId file, llvm::ArrayRef<Edit> edits);

}  // namespace cadre::session
