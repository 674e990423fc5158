// The views that a script makes: takes the files of runtime/sql, gives their names, comments and
// queries, which all systems take as they are. Private to the folder.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <string>

namespace cadre::emit::sql {

using llvm::ArrayRef;
using llvm::StringRef;

/// A view of runtime/sql/views: `-- comment` lines, then a SELECT that all systems take.
struct View {
  StringRef name;
  StringRef commentLines;  ///< As in the file.
  StringRef select;

  /// The words of the comment, in one line.
  [[nodiscard]] std::string comment() const;
};
/// In an order in which a view reads those before it alone.
[[nodiscard]] ArrayRef<View> views();
/// The view that reads a table of somebody else's, and is made for who asks for it.
[[nodiscard]] const View& personGap();

}  // namespace cadre::emit::sql
