#include "sema/wording.h"

#include "diag/kind.h"

#include <fmt/format.h>

namespace cadre::sema {

std::string quotedList(llvm::ArrayRef<llvm::StringRef> names) {
  std::string out;
  for (const llvm::StringRef name : names) {
    if (!out.empty()) out += ", ";
    out += fmt::format("`{}`", name);
  }
  return out;
}

}  // namespace cadre::sema
