// What the map says of files: takes each `[[file]]`, gives its shape, how to read it, and what its
// columns mean. Whether these are there is found out when the file is read.
#include "diag/kinds/import.h"
#include "import/foreign/numbers.h"
#include "import/sheets/map_reader.h"
#include "support/listing.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

using foreign::parseNumber;
using toml_reader::view;

void MapReader::readFiles(const toml::table& root) {
  const toml::node* node = root.get("file");
  if (!node) {
    diagnostics_.report({file_, 0, 0}, diag::MapMissing, "the map", "[[file]]");
    return;
  }
  const auto* list = node->as_array();
  if (!list) return wrongType(*node, "file", "tables that begin with `[[file]]`");
  for (const toml::node& element : *list) {
    if (const auto* table = element.as_table())
      readFile(*table);
    else
      wrongType(element, "file", "a table");
  }
}

void MapReader::readFile(const toml::table& table) {
  onlyKeys(
      table, "`[[file]]`",
      {"name", "shape", "encoding", "separator", "header", "group-row", "profiles", "group-rows",
       "columns", "fill-down", "skip-columns", "skip-rows", "cells", "fixed", "split"});
  FileMap file;
  file.span = at(table);
  if (!table.contains("name"))
    diagnostics_.report(file.span, diag::MapMissing, "`[[file]]`", "name");
  if (auto name = text(table, "name")) {
    file.name = *name;
    file.span = at(*table.get("name"));
  }
  readShape(table, file);
  readReading(table, file);
  if (const auto* columns = child(table, "columns")) readColumns(*columns, file);
  columnList(table, "fill-down", file.fillDown);
  columnList(table, "skip-columns", file.skipColumns);
  columnList(table, "cells", file.cells);
  each(table, "skip-rows", [&](const toml::node& node) {
    if (node.is_string()) {
      if (auto word = text(node, "skip-rows"))
        file.skipRowsCalled.push_back({fold(*word), at(node)});
    } else if (auto row = rowNumber(node, "skip-rows", 1)) {
      file.skipRows.push_back(*row);
    }
  });
  if (const auto* fixed = child(table, "fixed")) readFixed(*fixed, file);
  if (const auto* split = child(table, "split")) readSplit(*split, file);
  checkFile(table, file);
  const auto same =
      llvm::find_if(map_.files, [&](const FileMap& it) { return it.name == file.name; });
  if (same != map_.files.end() && !file.name.empty()) {
    diagnostics_.report(file.span, diag::MapTwice, fmt::format("file `{}` stands twice", file.name))
        .label(same->span, diag::ImportFirstHere);
  }
  map_.files.push_back(std::move(file));
}

void MapReader::readShape(const toml::table& table, FileMap& file) {
  static const Words shapes = {"competencies", "matrix", "list"};
  if (!table.contains("shape")) {
    diagnostics_.report(file.span, diag::MapMissing, fmt::format("file `{}`", file.name), "shape")
        .help(diag::MapValuesAre, enumerated(shapes));
    return;
  }
  const auto word = text(table, "shape");
  if (!word) return;
  const auto found = llvm::find(shapes, StringRef(*word));
  if (found == shapes.end()) return wrongWord(at(*table.get("shape")), *word, "a shape", shapes);
  file.shape = static_cast<Shape>(found - shapes.begin());
}

void MapReader::readReading(const toml::table& table, FileMap& file) {
  if (auto encoding = text(table, "encoding")) {
    file.encoding = *encoding;
    file.encodingSpan = at(*table.get("encoding"));
  }
  if (const toml::node* node = table.get("separator")) {
    const auto* separator = node->as_string();
    if (!separator) {
      wrongType(*node, "separator", "a text");
    } else if (const std::string& it = separator->get(); it.size() == 1 && it != "\"" &&
                                                         it != "\n" && it != "\r" &&
                                                         static_cast<unsigned char>(it[0]) < 0x80) {
      file.separator = it[0];
    } else if (it == "tab" || it == "comma" || it == "semicolon") {
      file.separator = it == "tab" ? '\t' : it == "comma" ? ',' : ';';
    } else {
      wrongWord(at(*node), it, "a separator: one character, such as `;`", {});
    }
  }
  if (const toml::node* node = table.get("header")) {
    file.headerSpan = at(*node);
    file.header = rowNumber(*node, "header", 0);
  }
  if (const toml::node* node = table.get("group-row")) {
    file.groupRowSpan = at(*node);
    file.groupRow = rowNumber(*node, "group-row", 1);
  }
  file.groupRows = flag(table, "group-rows");
  if (auto where = text(table, "profiles")) {
    if (*where != "rows" && *where != "columns")
      wrongWord(at(*table.get("profiles")), *where, "where profiles can be", {"rows", "columns"});
    file.profilesInRows = *where == "rows";
  }
}

std::optional<ColumnName> MapReader::column(const toml::node& node, StringRef key) {
  if (const auto* number = node.as_integer()) {
    if (number->get() >= 1 && number->get() <= 100'000)
      return ColumnName{std::to_string(number->get()), true, at(node)};
    diagnostics_.report(at(node), diag::MapWrongValue, std::to_string(number->get()),
                        "a column: they are numbered from 1");
    return {};
  }
  auto name = text(node, key);
  if (!name) return {};
  return ColumnName{std::move(*name), false, at(node)};
}

void MapReader::columnList(const toml::table& table, std::string_view key,
                           std::vector<ColumnName>& into) {
  each(table, key, [&](const toml::node& node) {
    if (auto it = column(node, view(key))) into.push_back(std::move(*it));
  });
}

void MapReader::readColumns(const toml::table& table, FileMap& file) {
  Words known(roleKeys());
  known.push_back("levels");
  onlyKeys(table, "`columns`", known);
  for (const RoleRow& row : roleTable) {
    std::vector<ColumnName> names;
    columnList(table, row.key, names);
    if (names.empty()) continue;
    if (names.size() > 1 && row.role != Role::Category && row.role != Role::Family &&
        row.role != Role::Indicators && row.role != Role::Keywords) {
      diagnostics_.report(names[1].span, diag::MapTwice,
                          fmt::format("`{}` is one column", row.key));
    }
    file.columns[row.role] = std::move(names);
  }
  const auto* levels = child(table, "levels");
  if (!levels) return;
  for (const auto& [key, value] : *levels) {
    auto name = column(value, view(key.str()));
    auto found = level(view(key.str()), at(key.source()));
    if (name && found) file.levels.push_back({std::move(*found), std::move(*name)});
  }
  llvm::stable_sort(file.levels, [](const auto& x, const auto& y) {
    return x.column.span.begin < y.column.span.begin;
  });
}

std::optional<Role> MapReader::role(const toml::key& key, StringRef where,
                                    ArrayRef<StringRef> known) {
  const StringRef name = view(key.str());
  for (const RoleRow& row : roleTable) {
    if (row.key == name && llvm::is_contained(known, name)) return row.role;
  }
  const Span span = at(key.source());
  const auto near = suggest(name, known);
  auto builder = diagnostics_.report(span, diag::MapUnknownKey, name, where);
  if (near.empty()) builder.help(diag::MapKeysAre, enumerated(known));
  builder.didYouMean(inside(span), near);
  return {};
}

void MapReader::readFixed(const toml::table& table, FileMap& file) {
  for (const auto& [key, value] : table) {
    const auto it = role(
        key, "`fixed`", {"category", "kind", "level", "profile", "family", "importance", "weight"});
    if (!it) continue;
    if (value.is_number()) {
      file.fixed[*it] = trimmedNumber(fmt::format("{:.6f}", value.value<double>().value_or(0)));
    } else if (auto word = text(value, view(key.str()))) {
      file.fixed[*it] = *word;
    }
    checkFixed(*it, file.fixed[*it], value);
  }
}

void MapReader::checkFixed(Role role, const std::string& word, const toml::node& value) {
  if (word.empty()) return;
  if (role == Role::Level) level(word, at(value));
  if (role == Role::Kind && !llvm::is_contained(kindWords, StringRef(word)))
    wrongWord(at(value), word, "a kind", kindWords);
  if (role == Role::Importance && !llvm::is_contained(importanceWords, StringRef(word)))
    wrongWord(at(value), word, "an importance", importanceWords);
  if (role == Role::Weight && parseNumber(word).value_or(0) <= 0)
    wrongWord(at(value), word, "a weight, which is more than 0", {});
}

void MapReader::readSplit(const toml::table& table, FileMap& file) {
  const Words known = {"competency", "category", "indicators", "keywords", "profile"};
  for (const auto& [key, value] : table) {
    const auto it = role(key, "`split`", known);
    if (!it) continue;
    auto& into = file.split[*it];
    each(table, key.str(), [&](const toml::node& node) {
      const auto* word = node.as_string();
      if (!word) return wrongType(node, view(key.str()), "a text such as `;`");
      if (word->get().empty()) return wrongWord(at(node), "", "something to split at", {});
      into.push_back(word->get() == "line" ? "\n" : word->get());
    });
  }
}

}  // namespace cadre::import::sheets
