// What a publication says as rows of the tables, the same for every dialect: takes a publication,
// gives rows in the order of declaration. Knows nothing of SQL text.
#pragma once

#include "emit/relational/tables.h"
#include "model/publication.h"

#include <vector>

namespace cadre::emit::relational {

/// The rows of one table, one after the other.
class TableRows {
public:
  explicit TableRows(size_t width) : width_(width) {}

  /// Appends a row: a value for each column of the table, in its order.
  template <class... Values>
  void add(const Values&... values) {
    assert(sizeof...(values) == width_);
    (values_.push_back(Value(values)), ...);
  }
  void addRow(ArrayRef<Value> row) {
    assert(row.size() == width_);
    values_.insert(values_.end(), row.begin(), row.end());
  }

  /// Orders the rows by their key, the first `columns` values, texts by their bytes. Of several
  /// with one key the first stays.
  void sortByKey(size_t columns);

  [[nodiscard]] size_t size() const { return values_.size() / width_; }
  [[nodiscard]] ArrayRef<Value> operator[](size_t index) const {
    return ArrayRef<Value>(values_).slice(index * width_, width_);
  }

private:
  size_t width_;
  std::vector<Value> values_;
};

/// `id` of that kind is succeeded by `successor` of the same kind: goes to `replaced_by`.
struct Succession {
  Word kind;
  StringRef id;
  StringRef successor;
};

/// All rows of a publication. They refer to the model, which must outlive them.
struct Rows {
  StringRef frameworkId;
  StringRef version;
  std::vector<TableRows> tables;  ///< By TableId.
  std::vector<Succession> successions;
  Arena arena;  ///< Owns the texts that no model holds.

  TableRows& operator[](TableId id) { return tables[static_cast<size_t>(id)]; }
  const TableRows& operator[](TableId id) const { return tables[static_cast<size_t>(id)]; }
};

[[nodiscard]] Rows collectRows(const model::Publication& publication);

}  // namespace cadre::emit::relational
