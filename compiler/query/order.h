// The order of rows: takes cells, gives what they are sorted by, and the places of the rows in that
// order. Missing values come last, whatever the direction.
#pragma once

#include "query/view.h"

#include <string>
#include <vector>

namespace cadre::query {

/// Below 0, 0 or above 0.
[[nodiscard]] int orderOf(double left, double right);

/// What a cell is sorted by, made once a row.
struct SortValue {
  bool isMissing = true;
  double first = 0;
  double second = 0;
  const void* record = nullptr;
  std::string text;
  std::string exact;
};

/// Of a list, its first value counts.
[[nodiscard]] SortValue sortValue(const View& view, const FieldType& type, const Values& values);

struct SortColumn {
  FieldType type;
  bool isDescending = false;
};

/// The places of the rows, sorted; equal ones stay as they stood.
[[nodiscard]] std::vector<size_t> sorted(const std::vector<SortColumn>& columns,
                                         const std::vector<std::vector<SortValue>>& rows);

}  // namespace cadre::query
