// The pages of `cadre explain`: takes a code, gives its Markdown page, embedded from explain/; and
// the rows of all tables, for the manual and for tests. Reads no file.
#pragma once

#include "diag/kind.h"

#include <llvm/ADT/StringRef.h>

#include <string>
#include <string_view>
#include <vector>

namespace cadre::diag {

/// A row of the tables in kinds/.
struct KindRow {
  std::string_view name;
  std::string_view code;
  Severity severity;
  std::string_view text;  ///< With `{}` where an argument goes.
};

/// All diagnostics with a code, in the order of the tables.
const std::vector<KindRow>& allRows();

/// The row of `code`, or null.
const KindRow* findRow(llvm::StringRef code);

/// The Markdown page of `code` (`E0302`), or an empty text when there is none.
llvm::StringRef explain(llvm::StringRef code);

/// What a page says, without its marks: the heading behind the code, the first paragraph on one line,
/// and all below the heading.
struct PlainPage {
  std::string title;
  std::string summary;
  std::string text;
};
PlainPage plain(llvm::StringRef page);

}  // namespace cadre::diag
