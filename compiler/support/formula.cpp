#include "support/formula.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/STLExtras.h>

namespace cadre {

using llvm::StringRef;

bool looksLikeFormula(StringRef text) {
  if (text.empty()) return false;
  if (StringRef("=+-@\t\r\n").contains(text.front())) return true;
  // Full-width `＝`, `＋`, `－` and `＠` count as well where such letters are typed.
  return llvm::any_of(llvm::ArrayRef<StringRef>{"＝", "＋", "－", "＠"},
                      [&](StringRef sign) { return text.starts_with(sign); });
}

}  // namespace cadre
