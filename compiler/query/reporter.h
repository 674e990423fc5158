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
  /// There is no `what` of that name; `names` are those that there are. `help` comes before them.
  void name(const Dotted& name, StringRef what, const std::vector<std::string>& names,
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
