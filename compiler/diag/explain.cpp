#include "diag/explain.h"

#include "explain_files.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::diag {

const std::vector<KindRow>& allRows() {
#define ERROR(name, code, text, ...) {#name, code, Severity::Error, text},
#define WARNING(name, code, text, ...) {#name, code, Severity::Warning, text},
#define INFO(name, code, text, ...) {#name, code, Severity::Info, text},
#define NOTE(name, text, ...)
  static const std::vector<KindRow> rows = {
#include "diag/kinds/all.def"
  };
#include "diag/kinds/end.inc"
  return rows;
}

const KindRow* findRow(llvm::StringRef code) {
  const auto found = llvm::find_if(allRows(), [&](const KindRow& row) { return code == llvm::StringRef(row.code); });
  return found == allRows().end() ? nullptr : &*found;
}

llvm::StringRef explain(llvm::StringRef code) { return embedded::explain::find(code.str() + ".md"); }

PlainPage plain(llvm::StringRef page) {
  PlainPage out;
  auto [heading, body] = page.split('\n');
  const auto [code, title] = heading.ltrim("# ").split(": ");
  out.title = (title.empty() ? code : title).str();
  body = body.trim('\n');
  bool inSummary = true;
  while (!body.empty()) {
    llvm::StringRef line;
    std::tie(line, body) = body.split('\n');
    const bool isFence = line.starts_with("```");
    if (line.empty() || isFence) inSummary = false;
    if (inSummary) out.summary += (out.summary.empty() ? "" : " ") + line.str();
    if (!isFence) out.text += line.str() + "\n";
  }
  return out;
}

}  // namespace cadre::diag
