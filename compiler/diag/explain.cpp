#include "diag/explain.h"

#include "explain_files.h"

namespace cadre::diag {

const std::vector<KindRow>& allRows() {
#define ERROR(name, code, text, ...) {#name, code, text},
#define WARNING(name, code, text, ...) {#name, code, text},
#define INFO(name, code, text, ...) {#name, code, text},
#define NOTE(name, text, ...)
  static const std::vector<KindRow> rows = {
#include "diag/kinds/all.def"
  };
#include "diag/kinds/end.inc"
  return rows;
}

llvm::StringRef explain(llvm::StringRef code) { return embedded::explain::find(code.str() + ".md"); }

}  // namespace cadre::diag
