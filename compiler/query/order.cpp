#include "query/order.h"

#include "support/semver.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <functional>

namespace cadre::query {

int orderOf(double left, double right) { return left < right ? -1 : left > right ? 1 : 0; }

SortValue sortValue(const View& view, const FieldType& type, const Values& values) {
  SortValue out;
  if (values.empty()) return out;
  out.isMissing = false;
  const Value& value = values.front();
  switch (type.type) {
    case Type::Text:
      out.text = unicode::withoutMarks(unicode::foldCase(value.text));
      out.exact = value.text.str();
      break;
    case Type::Date:
    case Type::Version: out.exact = value.text.str(); break;
    case Type::Number:
    case Type::Boolean:
    case Type::Word:
    case Type::OneOf: out.first = value.number; break;
    case Type::Level:
      out.first = value.level.scale.index();
      out.second = view.model.rank(value.level.value);
      break;
    // Declarations of a source stand in one table, in their order.
    case Type::Row: out.record = value.row.record; break;
  }
  return out;
}

namespace {

int compareValues(const FieldType& type, const SortValue& a, const SortValue& b) {
  if (type.type == Type::Version) return compareLeniently(a.exact, b.exact);
  if (const int order = orderOf(a.first, b.first)) return order;
  if (const int order = orderOf(a.second, b.second)) return order;
  if (a.record != b.record) return std::less<const void*>()(a.record, b.record) ? -1 : 1;
  if (const int order = a.text.compare(b.text)) return order;
  return a.exact.compare(b.exact);
}

}  // namespace

std::vector<size_t> sorted(const std::vector<SortColumn>& columns,
                           const std::vector<std::vector<SortValue>>& rows) {
  std::vector<size_t> places(rows.size());
  for (size_t i = 0; i < places.size(); ++i) places[i] = i;
  llvm::stable_sort(places, [&](size_t left, size_t right) {
    for (size_t i = 0; i < columns.size(); ++i) {
      const SortValue& a = rows[left][i];
      const SortValue& b = rows[right][i];
      if (a.isMissing != b.isMissing) return b.isMissing;
      const int order = compareValues(columns[i].type, a, b);
      if (order != 0) return columns[i].isDescending ? order > 0 : order < 0;
    }
    return false;
  });
  return places;
}

}  // namespace cadre::query
