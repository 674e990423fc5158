// The answer to a query: takes a typed one and a view, gives columns and rows, in the order of
// declaration unless the query sorts. Linear in the rows but for sorting. Cannot fail.
#pragma once

#include "query/typed.h"

#include <vector>

namespace cadre::query {

struct OutColumn {
  std::string name;
  FieldType type;
};

/// Levels that could not be compared, and with what.
struct NotCompared {
  Span span;
  std::string level;
  std::vector<model::ScaleId> scales;
  bool lacksCrosswalk = false;  ///< Of one of them: none joins the scales.
  bool lacksRow = false;        ///< Of one of them: there is one, which begins above the level.
};

/// Values refer to the model and the view.
struct Answer {
  std::vector<OutColumn> columns;
  std::vector<std::vector<Values>> rows;  ///< A cell for each column.
  std::vector<NotCompared> notCompared;   ///< In the order of the query.
};

/// The values that the column has for a row.
[[nodiscard]] Values read(const View& view, const TypedColumn& column, const Row& row);

[[nodiscard]] Answer evaluate(const TypedQuery& query, const View& view);

}  // namespace cadre::query
