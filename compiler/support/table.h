// Records in the order in which they were added, addressed by typed ids. Ids stay as the table
// grows; references to records do not.
#pragma once

#include "support/id.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace cadre {

template <class Record>
class Table {
public:
  using IdType = Id<Record>;

  /// Appends a record and returns its id.
  IdType add(Record record) {
    records_.push_back(std::move(record));
    return IdType(static_cast<uint32_t>(records_.size() - 1));
  }

  Record& operator[](IdType id) {
    assert(id.index() < records_.size());
    return records_[id.index()];
  }
  const Record& operator[](IdType id) const {
    assert(id.index() < records_.size());
    return records_[id.index()];
  }

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(records_.size()); }
  [[nodiscard]] bool empty() const { return records_.empty(); }
  void reserve(size_t count) { records_.reserve(count); }

  auto begin() const { return records_.begin(); }
  auto end() const { return records_.end(); }
  auto begin() { return records_.begin(); }
  auto end() { return records_.end(); }

  /// The id of a record that lives in this table.
  [[nodiscard]] IdType idOf(const Record& record) const {
    return IdType(static_cast<uint32_t>(&record - records_.data()));
  }

private:
  std::vector<Record> records_;
};

}  // namespace cadre
