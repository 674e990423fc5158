// The pages of `cadre explain`: takes a code, gives its Markdown page, embedded from explain/; and
// the rows of all tables, for the manual and for tests. Reads no file.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string_view>
#include <vector>

namespace cadre::diag {

/// A row of the tables in kinds/.
struct KindRow {
  std::string_view name;
  std::string_view code;
  std::string_view text;  ///< With `{}` where an argument goes.
};

/// All diagnostics with a code, in the order of the tables.
const std::vector<KindRow>& allRows();

/// The Markdown page of `code` (`E0302`), or an empty text when there is none.
llvm::StringRef explain(llvm::StringRef code);

}  // namespace cadre::diag
