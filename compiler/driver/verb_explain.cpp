#include "diag/explain.h"
#include "driver/verbs.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::driver {

namespace {

/// The page as it stands; headings bold where colour is wanted.
void printPage(llvm::raw_ostream& out, llvm::StringRef page, bool color) {
  bool inFence = false;
  while (!page.empty()) {
    llvm::StringRef line;
    std::tie(line, page) = page.split('\n');
    inFence ^= line.starts_with("```");
    const bool isHeading = color && !inFence && line.starts_with("#");
    out << (isHeading ? "\033[1m" : "") << line << (isHeading ? "\033[0m" : "") << '\n';
  }
}

}  // namespace

ExitCode runExplain(Context& context) {
  const std::string& asked = context.options.operands.front();
  const std::string code = llvm::StringRef(asked).upper();
  if (const llvm::StringRef page = diag::explain(code); !page.empty()) {
    printPage(context.out, page, context.colorOut);
    return context.finish();
  }
  std::vector<llvm::StringRef> codes;
  for (const diag::Row& row : diag::allRows()) {
    if (code == row.code) {
      context.out << "# " << row.code << ": " << row.text << '\n';
      return context.finish();
    }
    codes.emplace_back(row.code);
  }
  reportUsage(context.faults, fmt::format("there is no code `{}`", asked), suggest(code, codes),
              {"a code stands in brackets behind `error`: `error[E0302]`"});
  return context.finish();
}

}  // namespace cadre::driver
