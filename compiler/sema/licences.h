// Licence expressions of SPDX (ISO/IEC 5962, annex D): takes text, says which part of it is no
// licence, which one is written in another case, and what may have been meant. Reports nothing.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cadre::sema {

/// What is wrong with an expression; nothing where `text` is empty.
struct LicenceFault {
  llvm::StringRef text;                    ///< The part of the expression.
  bool onlyCase = false;                   ///< `suggestions` has the same, as it is written.
  std::vector<llvm::StringRef> suggestions;
};

/// The first fault of `MIT`, `GPL-2.0-or-later WITH Classpath-exception-2.0`, `(A OR B) AND C`,
/// `LicenseRef-Own`. An expression that cannot be read is at fault as a whole.
LicenceFault checkLicence(llvm::StringRef expression);

}  // namespace cadre::sema
