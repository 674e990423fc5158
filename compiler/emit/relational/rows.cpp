#include "emit/relational/rows.h"

#include "emit/relational/collector.h"

#include <llvm/ADT/Twine.h>
#include <llvm/Support/ErrorHandling.h>

#include <algorithm>
#include <numeric>

namespace cadre::emit::relational {

namespace {

/// The order of keys: what a database makes of the same values, byte by byte.
bool comesBefore(const Value& left, const Value& right) {
  if (left.type() != right.type()) return left.type() < right.type();
  switch (left.type()) {
    case Value::Type::Null: return false;
    case Value::Type::Text: return left.text() < right.text();
    case Value::Type::Integer: return left.integer() < right.integer();
    case Value::Type::Real: return left.real() < right.real();
  }
  llvm_unreachable("every type is ordered");
}

/// Keeps for each declaration the successor that comes first, where both are published.
class SuccessionFilter {
public:
  explicit SuccessionFilter(const Rows& rows) {
    for (const Table& table : tables()) {
      if (table.role != Role::Declaration) continue;
      const TableRows& declared = rows[table.id];
      for (size_t i = 0; i < declared.size(); ++i) {
        published_.insert(joined(table.kind, declared[i][0].text()));
      }
    }
  }

  bool keeps(const Succession& succession) {
    return succession.id != succession.successor &&
           published_.contains(joined(succession.kind, succession.successor)) &&
           seen_.insert(joined(succession.kind, succession.id)).second;
  }

private:
  static std::string joined(Word kind, StringRef id) { return (kind.text() + " " + id).str(); }

  llvm::StringSet<> published_;
  llvm::StringSet<> seen_;
};

}  // namespace

void TableRows::sortByKey(size_t columns) {
  const auto key = [&](uint32_t row) { return (*this)[row].take_front(columns); };
  const auto isBefore = [&](uint32_t left, uint32_t right) {
    return std::lexicographical_compare(key(left).begin(), key(left).end(), key(right).begin(),
                                        key(right).end(), comesBefore);
  };
  std::vector<uint32_t> order(size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), isBefore);
  const auto isSame = [&](uint32_t left, uint32_t right) { return !isBefore(left, right); };
  order.erase(std::unique(order.begin(), order.end(), isSame), order.end());
  std::vector<Value> sorted;
  sorted.reserve(order.size() * width_);
  for (const uint32_t row : order) llvm::append_range(sorted, (*this)[row]);
  values_ = std::move(sorted);
}

Collector::Collector(const model::Publication& publication, Rows& rows)
    : publication_(publication), model_(publication.model()), rows_(rows) {}

template <class Record>
void Collector::addAll() {
  positions_.assign(model_.tables().frameworks.size() + 1, 0);
  for (const auto id : publication_.ids<Record>()) add(model_[id]);
}

void Collector::run() {
  addAll<model::Framework>();
  addAll<model::Scale>();
  addAll<model::Kind>();
  addAll<model::Category>();
  addAll<model::Family>();
  addAll<model::Attribute>();
  addAll<model::Statement>();
  addAll<model::Credential>();
  addAll<model::Competency>();
  addAll<model::Resource>();
  addAll<model::Profile>();
  addAll<model::Rule>();
  addAll<model::Path>();
  addAll<model::Crosswalk>();
}

Rows collectRows(const model::Publication& publication) {
  Rows rows;
  rows.frameworkId = publication.model().framework().key;
  rows.version = publication.model().framework().version;
  for (const Table& table : tables()) rows.tables.emplace_back(table.columns.size());
  Collector(publication, rows).run();
  // Rows that come in the order of their key load faster and leave no gaps in the pages.
  for (const Table& table : tables()) {
    if (table.role != Role::Declaration) rows[table.id].sortByKey(table.key.size());
  }
  SuccessionFilter filter(rows);
  llvm::erase_if(rows.successions, [&](const Succession& each) { return !filter.keeps(each); });
  return rows;
}

}  // namespace cadre::emit::relational
