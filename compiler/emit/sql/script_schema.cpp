// The members of Script that make tables, keys, indexes, guards and views.
#include "emit/sql/script.h"

namespace cadre::emit::sql {

using relational::ownTables;
using relational::tables;

void Script::createTables() {
  heading("Tables");
  for (const Table& table : ownTables().drop_front()) createTable(table);
  for (const Table& table : tables()) createTable(table);
  if (mayReferForward()) return;
  for (const Table& table : tables()) {
    for (const Column& column : table.definition) {
      if (refersForward(table, column)) addForwardKey(table, column);
    }
  }
}

void Script::completeTables() {
  heading("Indexes");
  for (const Table& table : tables()) {
    for (const Index& index : table.indexes) createIndex(table, index);
  }
  heading("What rows must be true to, beside keys and checks");
  for (const Guard& guard : guards()) createGuard(guard);
  heading("Views");
  for (const View& view : views()) createView(view);
}

bool Script::refersForward(const Table& table, const Column& column) {
  if (column.refersTo.isEmpty()) return false;
  const auto target =
      llvm::find_if(tables(), [&](const Table& it) { return it.name == column.refersTo; });
  return target > &table;
}

bool Script::refersForward(const Table& table) {
  return llvm::any_of(table.definition, [&](const Column& it) { return refersForward(table, it); });
}

void Script::createTable(const Table& table) {
  out_ << "\n";
  beforeTable(table);
  out_ << "CREATE TABLE IF NOT EXISTS " << tablePrefix() << table.name << " (";
  tableComment(table);
  for (const Column& column : table.definition) {
    out_ << "\n  " << column.name << " " << typeOf(column);
    if (column.isKey || column.isRequired) out_ << " NOT NULL";
    if (!column.fallback.isEmpty()) out_ << " DEFAULT " << defaultOf(column);
    beforeChecks(column);
    if (!column.words.empty()) {
      out_ << " CHECK (" << column.name << " IN (";
      for (const Sql& each : column.words) {
        if (&each != column.words.begin()) out_ << ", ";
        out_.value(each);
      }
      out_ << "))";
    }
    if (!column.mayBeEmpty) out_ << " CHECK (" << column.name << " <> '')";
    columnCheck(column);
    if (!column.condition.isEmpty()) out_ << " CHECK (" << column.condition << ")";
    endColumn(column);
  }
  out_ << "\n  PRIMARY KEY (";
  out_.list(table.key) << ")";
  for (const auto& unique : table.uniques) {
    out_ << ",\n  UNIQUE (";
    out_.list(unique) << ")";
  }
  for (const Column& column : table.definition) {
    if (column.refersTo.isEmpty()) continue;
    if (!mayReferForward() && refersForward(table, column)) continue;
    foreignKey({{column.name}, column.refersTo, {"id"}});
  }
  for (const ForeignKey& key : table.foreignKeys) foreignKey(key);
  for (const Sql condition : table.conditions) out_ << ",\n  CHECK (" << condition << ")";
  tableConstraints(table);
  out_ << "\n";
  closeTable(table);
  afterTable(table);
}

void Script::foreignKey(const ForeignKey& key) {
  out_ << ",\n  FOREIGN KEY (";
  out_.list(key.columns) << ") REFERENCES " << key.table << " (";
  out_.list(key.target) << ")";
  foreignKeyTail(key);
}

void Script::createIndex(const Table& table, const Index& index) {
  out_ << "CREATE " << (index.isUniqueWhereLive ? Sql("UNIQUE ") : Sql(""))
       << "INDEX IF NOT EXISTS " << tablePrefix() << index.name << " ON " << table.name << " (";
  out_.list(index.columns) << ")";
  if (index.isUniqueWhereLive) out_ << " WHERE retired_in IS NULL";
  if (!index.where.isEmpty()) out_ << " WHERE " << index.where;
  out_ << ";\n";
}

size_t Script::allNames(Sql before, Sql after) {
  size_t count = 0;
  const auto add = [&](StringRef name, StringRef tail = {}) {
    if (count++ != 0) out_ << ",\n";
    out_ << "  " << before;
    out_.file(name).file(tail) << after;
  };
  for (const Table& table : ownTables()) add(table.name.text());
  for (const Table& table : tables()) {
    add(table.name.text());
    if (changes_) continue;
    for (const Index& index : table.indexes) add(index.name.text());
  }
  if (changes_) return count;
  for (const Guard& guard : guards()) {
    if (guard.isForMysql) continue;
    add(guard.name.text(), "_insert");
    add(guard.name.text(), "_update");
  }
  for (const View& view : views()) add(view.name);
  return count;
}

}  // namespace cadre::emit::sql
