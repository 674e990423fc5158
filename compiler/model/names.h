// Names as authors write them, read over a finished model: takes a text and the package whose
// source it might stand in, gives the row of a table that it stands for; and the other way round.
// Reports nothing.
#pragma once

#include "model/model.h"
#include "support/alike.h"

#include <llvm/ADT/STLExtras.h>

#include <string>
#include <utility>
#include <vector>

namespace cadre::model {

/// The package that `prefix` stands for in the source of `from`: an alias or an id. None where it
/// stands for nothing.
[[nodiscard]] FrameworkId findPackage(const Model& model, FrameworkId from, StringRef prefix);

/// As findName gives it: the package, and the name in it. Without a package: there is none such.
using NameInPackage = std::pair<FrameworkId, StringRef>;

/// Splits `name` behind the longest prefix that is a package.
[[nodiscard]] NameInPackage splitName(const Model& model, FrameworkId from, StringRef name);

/// The row of a package that is called so, now or formerly.
template <class Record>
Id<Record> findOwn(const Table<Record>& table, FrameworkId framework, StringRef name) {
  Id<Record> former;
  for (const Record& record : table) {
    if (record.framework != framework) continue;
    if (record.name == name) return table.idOf(record);
    if (!former && llvm::is_contained(record.was, name)) former = table.idOf(record);
  }
  return former;
}

/// The row with that key.
template <class Record>
Id<Record> findByKey(const Table<Record>& table, StringRef key) {
  for (const Record& record : table) {
    if (record.key == key) return table.idOf(record);
  }
  return {};
}

/// As the language finds names: own ones first, then those of the longest prefix that is a package.
/// Last, what outputs call so: the whole key.
template <class Record>
Id<Record> findNamed(const Model& model, const Table<Record>& table, FrameworkId from,
                     StringRef name) {
  if (const auto own = findOwn(table, from, name)) return own;
  const auto [package, rest] = splitName(model, from, name);
  const auto found = package ? findOwn(table, package, rest) : Id<Record>();
  return found ? found : findByKey(table, name);
}

/// How the source of the package `from` writes the declaration's name.
[[nodiscard]] std::string nameIn(const Model& model, FrameworkId from,
                                 const Declaration& declaration);

/// What the source of the package `from` would write for the row of a table that is called `name`
/// but for case, spaces and dashes: by its name, an old one or its title. For *did you mean*.
template <class Record>
std::vector<std::string> calledAlike(const Model& model, const Table<Record>& table,
                                     FrameworkId from, StringRef name) {
  Alike alike;
  for (const Record& record : table) {
    const std::string written = nameIn(model, from, record);
    const size_t thing = table.idOf(record).index();
    alike.add(written, written, thing);
    alike.add(record.name, written, thing);
    alike.add(record.name.substr(record.name.rfind('.') + 1), written, thing);
    for (const StringRef old : record.was) alike.add(old, written, thing);
    alike.add(record.title.plain, written, thing);
  }
  return alike.find(name);
}

}  // namespace cadre::model
