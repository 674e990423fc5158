// Whether an archive of XML files is whole: libxlsxwriter does not notice when there is no room for
// its temporary files. Takes the bytes of an .xlsx file, judges nothing but completeness.
#pragma once

#include <llvm/ADT/StringRef.h>

namespace cadre::emit::xlsx {

/// Every file of the archive can be unpacked and ends as an XML document does.
[[nodiscard]] bool isWhole(llvm::StringRef archive);

}  // namespace cadre::emit::xlsx
