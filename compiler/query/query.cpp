#include "query/query.h"

#include "diag/kinds/query.h"
#include "query/checker.h"
#include "query/names.h"
#include "query/unseen.h"
#include "support/listing.h"

namespace cadre::query {

namespace {

void tellOf(const Answer& answer, const View& view, Diagnostics& diagnostics) {
  for (const NotCompared& it : answer.notCompared) {
    std::vector<std::string> scales;
    for (const model::ScaleId scale : it.scales)
      scales.push_back("scale `" + nameOf(view, view.rowOf(scale)) + "`");
    const std::string all = enumerated(llvm::ArrayRef<std::string>(scales));
    auto builder = diagnostics.report(it.span, diag::LevelsNotCompared, all, it.level);
    if (it.lacksCrosswalk) builder.help(diag::CrosswalkWould);
    if (it.lacksRow) builder.help(diag::RowBelowWould);
  }
}

}  // namespace

std::optional<Answer> answer(const Query& query, const View& view, Diagnostics& diagnostics) {
  const std::optional<TypedQuery> typed = check(query, view, diagnostics);
  if (!typed) return {};
  Answer out = evaluate(*typed, view);
  tellOf(out, view, diagnostics);
  tellUnseen(*typed, query.source.text, view, diagnostics);
  return out;
}

}  // namespace cadre::query
