// What is wrong with names, fields and levels of a query: takes the word and where it was sought,
// adds the diagnostic with what may have been meant. Decides nothing.
#pragma once

#include "diag/diagnostics.h"
#include "query/paths.h"

namespace cadre::query {

/// The text in backticks.
[[nodiscard]] std::string quoted(StringRef text);

class Reporter {
public:
  Reporter(const View& view, Diagnostics& diagnostics) : view_(view), diagnostics_(diagnostics) {}

  /// `isAlone`: no comparison follows, so that it may be a value that lacks its field.
  void field(const Dotted& path, const PathFault& fault, bool isAlone);
  /// There is no `what` of that name, which is a declaration of one of the `sources`. What may be
  /// meant is offered, unless there is `help`.
  void name(const Dotted& name, StringRef what, ArrayRef<SourceId> sources,
            const std::string& help);
  /// `scale`: that of the competency; none where any would do.
  void level(const Operand& operand, const LevelTargets& found, model::ScaleId scale);
  /// `what` is an operator or clause, in backticks.
  DiagnosticBuilder wrongOperator(Span span, const std::string& what, const std::string& name,
                                  const FieldType& type);

private:
  const View& view_;
  Diagnostics& diagnostics_;
};

}  // namespace cadre::query
