#include "emit/relational/tables.h"

#include <array>

namespace cadre::emit::relational {

namespace {

Table makeTable(TableId id, Word name, Role role, Word kind, std::initializer_list<Word> key,
                std::initializer_list<Word> others) {
  Table table{id, name, role, kind, key, key};
  table.columns.append(others.begin(), others.end());
  return table;
}

}  // namespace

ArrayRef<Table> tables() {
  static const std::array all = {
#define TABLE(id, name, role, kind, ...) \
  makeTable(TableId::id, name, Role::role, kind, __VA_ARGS__),
#include "emit/relational/tables.def"
#undef TABLE
  };
  return all;
}

const Table& getTable(TableId id) { return tables()[static_cast<size_t>(id)]; }

}  // namespace cadre::emit::relational
