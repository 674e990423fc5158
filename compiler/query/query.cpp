#include "query/query.h"

#include "diag/kinds/query.h"
#include "query/names.h"
#include "support/listing.h"

namespace cadre::query {

void tellOf(const Answer& answer, const View& view, Diagnostics& diagnostics) {
  for (const NotCompared& it : answer.notCompared) {
    std::vector<std::string> scales;
    for (const model::ScaleId scale : it.scales)
      scales.push_back("scale `" + nameOf(view, view.rowOf(scale)) + "`");
    diagnostics
        .report(it.span, diag::LevelsNotCompared, enumerated(llvm::ArrayRef<std::string>(scales)),
                it.level)
        .help(diag::CrosswalkWould);
  }
}

}  // namespace cadre::query
