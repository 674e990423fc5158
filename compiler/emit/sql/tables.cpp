#include "emit/sql/tables.h"

#include <array>

namespace cadre::emit::sql {

namespace {

Table makeTable(TableId id, Sql name, Role role, Sql kind, std::initializer_list<Sql> key,
                std::initializer_list<Sql> others) {
  Table table{id, name, role, kind, key, key};
  table.columns.append(others.begin(), others.end());
  return table;
}

}  // namespace

ArrayRef<Table> tables() {
  static const std::array all = {
#define TABLE(id, name, role, kind, ...) \
  makeTable(TableId::id, name, Role::role, kind, __VA_ARGS__),
#include "emit/sql/tables.def"
#undef TABLE
  };
  return all;
}

const Table& getTable(TableId id) { return tables()[static_cast<size_t>(id)]; }

}  // namespace cadre::emit::sql
