#include "emit/sql/rows.h"

#include "emit/sql/collector.h"

namespace cadre::emit::sql {

namespace {

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
  static std::string joined(Sql kind, StringRef id) { return (kind.text() + " " + id).str(); }

  llvm::StringSet<> published_;
  llvm::StringSet<> seen_;
};

}  // namespace

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
  SuccessionFilter filter(rows);
  llvm::erase_if(rows.successions, [&](const Succession& each) { return !filter.keeps(each); });
  return rows;
}

}  // namespace cadre::emit::sql
