#include "query/unseen.h"

#include "diag/kinds/query.h"
#include "query/evaluate.h"

#include <llvm/ADT/STLExtras.h>

namespace cadre::query {

namespace {

class Unseen {
public:
  Unseen(const TypedQuery& query, StringRef word, const View& view, Diagnostics& diagnostics)
      : query_(query), word_(word), view_(view), all_(view.model, true),
        diagnostics_(diagnostics) {}

  /// `outer`: the steps from a row to what the condition is about.
  void visit(const Test& test, ArrayRef<Step> outer) {
    TypedColumn column;
    column.steps.assign(outer.begin(), outer.end());
    llvm::append_range(column.steps, test.column.steps);
    for (const Named& it : test.named) {
      if (!view_.sees(it.row) && !leads(view_, column, it) && leads(all_, column, it)) tell(it);
    }
    for (const TestPtr& child : test.children) visit(*child, column.steps);
  }

private:
  /// Whether any row has it in the column: where none has, the condition is the same for all.
  bool leads(const View& view, const TypedColumn& column, const Named& named) const {
    const auto isIt = [&](const Value& value) { return named.records.contains(value.row.record); };
    return llvm::any_of(
        view.rows(query_.source->source, query_.source->variant),
        [&](const Row& row) { return llvm::any_of(read(view, column, row), isIt); });
  }

  void tell(const Named& named) {
    const model::Declaration* declaration = declarationOf(named.row);
    const bool isExternal = !declaration || view_.model.isExternal(*declaration) ||
                            named.row.source != SourceId::Profile;
    if (isExternal && declaration &&
        view_.askedBeside.contains(view_.model[declaration->framework].key))
      return;
    const char* what = isExternal ? "nothing that other packages declare"
                       : query_.source->source == SourceId::Profile
                           ? "no abstract profiles"
                           : "nothing of abstract profiles";
    diagnostics_.report(named.span, diag::SeenOnlyWithAll, word_, what)
        .help(diag::AllGives, word_, isExternal ? "that" : "these");
  }

  const TypedQuery& query_;
  const StringRef word_;
  const View& view_;
  const View all_;
  Diagnostics& diagnostics_;
};

}  // namespace

void tellUnseen(const TypedQuery& query, StringRef word, const View& view,
                Diagnostics& diagnostics) {
  if (view.isAll || !query.where) return;
  Unseen(query, word, view, diagnostics).visit(*query.where, {});
}

}  // namespace cadre::query
