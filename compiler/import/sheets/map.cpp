#include "import/sheets/map.h"

#include "diag/kinds/import.h"
#include "import/foreign/names.h"
#include "import/foreign/numbers.h"
#include "source/toml_reader.h"
#include "support/language_tag.h"
#include "support/listing.h"
#include "support/suggest.h"
#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <cmath>

namespace cadre::import::sheets {

using foreign::isSemVer;
using foreign::Names;
using foreign::parseNumber;
using foreign::readableName;

namespace {

using toml_reader::reasonOf;
using toml_reader::typeName;
using toml_reader::view;

using Words = std::vector<StringRef>;

struct RoleRow {
  Role role;
  StringRef key;
};

constexpr RoleRow roleTable[] = {
#define ROLE(id, key, text) {Role::id, key},
#include "import/sheets/roles.def"
};

const Words kindWords = {"technical", "behavioural", "leadership", "general"};
const Words importanceWords = {"essential", "desired", "optional"};

/// A number as source writes it: `3`, not `3.0`.
std::string trimmedNumber(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

/// `acme.marketing`: names with points between them.
bool isFrameworkId(StringRef id) {
  if (id.empty() || unicode::length(id) > 190) return false;
  llvm::SmallVector<StringRef> parts;
  id.split(parts, '.');
  return llvm::all_of(parts, [](StringRef part) {
    bool isFirst = true;
    char32_t last = 0;
    for (size_t at = 0; at < part.size();) {
      const unicode::CodePoint point = unicode::decode(part, at);
      if (!point.valid) return false;
      const bool fits = isFirst ? unicode::isIdentifierStart(point.value)
                                : unicode::isIdentifierContinue(point.value) || point.value == '-';
      if (!fits) return false;
      last = point.value;
      isFirst = false;
      at += point.length;
    }
    return !isFirst && last != '-';
  });
}

class MapReader {
public:
  MapReader(const SourceManager& sources, FileId file, Diagnostics& diagnostics)
      : sources_(sources), file_(file), diagnostics_(diagnostics) {}

  Map read() {
    const toml::parse_result parsed = toml::parse(std::string_view(sources_.text(file_)));
    if (!parsed) {
      const toml::parse_error& error = parsed.error();
      diagnostics_.report(at(error.source()), diag::MapSyntax, reasonOf(error));
      return std::move(map_);
    }
    const toml::table& root = parsed.table();
    onlyKeys(root, "the map", {"framework", "scale", "values", "kinds", "importance", "file"});
    readFramework(root);
    if (const auto* table = child(root, "scale")) readScale(*table);
    if (const auto* table = child(root, "values")) readValues(*table);
    if (const auto* table = child(root, "kinds"))
      readWords(*table, kindWords, "a kind", map_.kinds);
    if (const auto* table = child(root, "importance"))
      readWords(*table, importanceWords, "an importance", map_.importance);
    readFiles(root);
    return std::move(map_);
  }

private:
  // ---- Places

  [[nodiscard]] Span at(const toml::source_region& region) const {
    return toml_reader::spanOf(sources_, file_, region);
  }
  [[nodiscard]] Span at(const toml::node& node) const { return at(node.source()); }

  /// The text without its quotes, where it has some.
  [[nodiscard]] Span inside(Span span) const {
    const StringRef text = sources_.text(span);
    const bool quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') &&
                        text.back() == text.front();
    return quoted ? Span{span.file, span.begin + 1, span.end - 1} : span;
  }

  // ---- What all tables share

  void onlyKeys(const toml::table& table, StringRef where, const Words& known) {
    for (const auto& [key, value] : table) {
      const StringRef name = view(key.str());
      if (llvm::is_contained(known, name)) continue;
      const Span span = at(key.source());
      const auto near = suggest(name, known);
      auto builder = diagnostics_.report(span, diag::MapUnknownKey, name, where);
      if (near.empty()) builder.help(diag::MapKeysAre, enumerated(known));
      builder.didYouMean(inside(span), near);
    }
  }

  void wrongType(const toml::node& value, StringRef key, StringRef wanted) {
    diagnostics_.report(at(value), diag::MapWrongType, key, wanted, typeName(value));
  }

  /// `word` is not one of `known`.
  void wrongWord(Span span, StringRef word, StringRef what, const Words& known) {
    const auto near = suggest(word, known);
    auto builder = diagnostics_.report(span, diag::MapWrongValue, word, what);
    if (near.empty() && !known.empty()) builder.help(diag::MapValuesAre, enumerated(known));
    builder.didYouMean(inside(span), near);
  }

  const toml::table* child(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (!node) return nullptr;
    if (!node->is_table()) wrongType(*node, view(key), "a table");
    return node->as_table();
  }

  std::optional<std::string> text(const toml::node& node, StringRef key) {
    if (!node.is_string()) {
      wrongType(node, key, "a text");
      return {};
    }
    std::string value = oneLine(node.as_string()->get());
    if (!value.empty()) return value;
    diagnostics_.report(at(node), diag::MapWrongValue, "", fmt::format("a text for `{}`", key));
    return {};
  }
  std::optional<std::string> text(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    return node ? text(*node, view(key)) : std::nullopt;
  }

  bool flag(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (!node) return false;
    if (!node->is_boolean()) {
      wrongType(*node, view(key), "true or false");
      return false;
    }
    return node->as_boolean()->get();
  }

  std::optional<uint32_t> rowNumber(const toml::node& node, StringRef key, int64_t least) {
    const auto* number = node.as_integer();
    if (!number) {
      wrongType(node, key, "the number of a row");
      return {};
    }
    const int64_t value = number->get();
    if (value >= least && value <= 10'000'000) return static_cast<uint32_t>(value);
    diagnostics_.report(at(node), diag::MapWrongValue, std::to_string(value),
                        fmt::format("a row, which `{}` takes: they are numbered from 1", key));
    return {};
  }

  /// Calls `take` for the value under `key`, or for each one of the list under it.
  template <class Take>
  void each(const toml::table& table, std::string_view key, Take take) {
    const toml::node* node = table.get(key);
    if (!node) return;
    if (const auto* list = node->as_array()) {
      for (const toml::node& element : *list) take(element);
    } else {
      take(*node);
    }
  }

  // ---- The framework and its scale

  void readFramework(const toml::table& root) {
    const auto* table = child(root, "framework");
    if (!table) {
      if (!root.contains("framework")) {
        diagnostics_.report({file_, 0, 0}, diag::MapMissing, "the map", "framework");
      }
      return;
    }
    onlyKeys(*table, "`[framework]`", {"id", "title", "version", "language"});
    if (!table->contains("id"))
      diagnostics_.report(at(*table), diag::MapMissing, "`[framework]`", "id");
    map_.id = text(*table, "id").value_or("");
    if (!map_.id.empty() && !isFrameworkId(map_.id)) {
      wrongWord(at(*table->get("id")), map_.id,
                "an id, which is made of names such as `acme.marketing`", {});
    }
    map_.title = text(*table, "title").value_or(map_.id);
    map_.version = text(*table, "version").value_or("1.0.0");
    if (!isSemVer(map_.version)) {
      wrongWord(at(*table->get("version")), map_.version, "a version such as `1.0.0`", {});
    }
    map_.language = text(*table, "language").value_or("");
    if (map_.language.empty()) return;
    if (const auto fault = findLanguageTagFault(map_.language)) {
      Words near;
      for (const std::string& it : fault->suggestions) near.push_back(it);
      diagnostics_
          .report(at(*table->get("language")), diag::MapWrongValue, map_.language,
                  "the tag of a language such as `en` or `de-CH`")
          .didYouMean(inside(at(*table->get("language"))), near);
    }
  }

  void readScale(const toml::table& table) {
    ScaleInfo& scale = map_.scale;
    onlyKeys(table, "`[scale]`", {"name", "title", "cumulative", "levels", "range"});
    scale.title = text(table, "title").value_or("Proficiency");
    scale.name = nameFrom(scale.title, "Scale");
    if (auto name = text(table, "name")) {
      if (isFrameworkId(*name) && !StringRef(*name).contains('.'))
        scale.name = *name;
      else
        wrongWord(at(*table.get("name")), *name, "a name", {});
    }
    scale.cumulative = flag(table, "cumulative");
    if (const auto* range = table.get("range")) readRange(*range);
    readLevels(table);
    if (scale.isNumeric() && !scale.levels.empty()) {
      diagnostics_.report(at(*table.get("range")), diag::MapTwice,
                          "the scale has levels, and a range too");
    } else if (!table.contains("range") && scale.levels.empty() && !diagnostics_.hasErrors()) {
      diagnostics_.report(at(table), diag::MapMissing, "`[scale]`", "levels");
    }
    if (scale.cumulative && scale.isNumeric()) {
      diagnostics_.report(at(*table.get("cumulative")), diag::MapWrongValue, "cumulative",
                          "said of a range of numbers, only of levels");
    }
  }

  void readRange(const toml::node& node) {
    const auto* list = node.as_array();
    if (!list || list->size() != 2 || !list->get(0)->is_number() || !list->get(1)->is_number()) {
      wrongType(node, "range", "two numbers, as in `[1, 5]`");
      return;
    }
    const double low = list->get(0)->value<double>().value_or(0);
    const double high = list->get(1)->value<double>().value_or(0);
    if (!std::isfinite(low) || !std::isfinite(high) || low >= high || std::abs(low) > 1e9 ||
        std::abs(high) > 1e9) {
      diagnostics_.report(at(node), diag::MapWrongValue, fmt::format("{}, {}", low, high),
                          "a range: the first number is the smaller one");
      return;
    }
    map_.scale.low = trimmedNumber(fmt::format("{:.6f}", low));
    map_.scale.high = trimmedNumber(fmt::format("{:.6f}", high));
  }

  void readLevels(const toml::table& table) {
    Names names;
    each(table, "levels", [&](const toml::node& node) {
      LevelInfo level;
      Span span = at(node);
      if (const auto* inner = node.as_table()) {
        onlyKeys(*inner, "a level", {"name", "title"});
        level.title = text(*inner, "title").value_or("");
        level.name = text(*inner, "name").value_or("");
        if (level.title.empty()) level.title = level.name;
        if (!level.name.empty() &&
            (!isFrameworkId(level.name) || StringRef(level.name).contains('.'))) {
          wrongWord(at(*inner->get("name")), level.name, "a name", {});
          level.name.clear();
        }
      } else {
        level.title = text(node, "levels").value_or("");
      }
      if (level.title.empty()) return;
      if (level.name.empty()) level.name = nameFrom(level.title, "Level");
      if (llvm::is_contained(importanceWords, StringRef(level.name)))
        level.name = "Level" + level.name;
      if (map_.scale.find(level.title)) {
        diagnostics_.report(span, diag::MapTwice,
                            fmt::format("level `{}` stands twice", level.title));
        return;
      }
      level.name = names.take(level.name, "");
      map_.scale.levels.push_back(std::move(level));
    });
  }

  static std::string nameFrom(StringRef title, StringRef prefix) {
    std::string name = readableName(title, 60);
    // A level called `3` is no `N3`.
    if (StringRef(title.trim()).find_first_not_of("0123456789") == StringRef::npos)
      name = (prefix + title.trim()).str();
    return name.empty() ? prefix.str() : name;
  }

  // ---- Words

  [[nodiscard]] Words levelWords() const {
    Words words;
    for (const LevelInfo& level : map_.scale.levels) words.push_back(level.title);
    return words;
  }

  /// The level that a text or number of the map names, or nothing (reported).
  std::optional<std::string> level(StringRef word, Span span) {
    if (auto found = map_.scale.find(word)) return found;
    if (!map_.scale.isThere()) {
      diagnostics_.report(span, diag::MapWrongValue, word, "a level: the map has no `[scale]`");
    } else if (map_.scale.isNumeric()) {
      diagnostics_.report(span, diag::MapWrongValue, word,
                          fmt::format("a number from {} to {}", map_.scale.low, map_.scale.high));
    } else {
      wrongWord(span, word, "a level of the scale", levelWords());
    }
    return {};
  }

  void readValues(const toml::table& table) {
    for (const auto& [key, value] : table) {
      std::string word;
      if (value.is_number()) {
        word = trimmedNumber(fmt::format("{:.6f}", value.value<double>().value_or(0)));
      } else if (auto it = text(value, view(key.str()))) {
        word = *it;
      } else {
        continue;
      }
      Meaning meaning;
      if (fold(word) == "not required") {
        meaning.what = Meaning::NotRequired;
      } else if (fold(word) == "required") {
        meaning.what = Meaning::Required;
        if (map_.scale.isThere()) {
          diagnostics_.report(at(value), diag::MapWrongValue, word,
                              "enough on a scale: a requirement names one of its levels");
        }
      } else if (auto found = map_.scale.find(word)) {
        meaning.level = *found;
      } else {
        Words known = levelWords();
        if (!map_.scale.isThere()) known.push_back("required");
        known.push_back("not required");
        wrongWord(at(value), word, "what a cell can mean", known);
        continue;
      }
      meaning.span = at(key.source());
      addWord(map_.values, key, meaning);
    }
  }

  void readWords(const toml::table& table, const Words& known, StringRef what,
                 std::map<std::string, std::string>& into) {
    for (const auto& [key, value] : table) {
      const auto word = text(value, view(key.str()));
      if (!word) continue;
      if (!llvm::is_contained(known, StringRef(*word))) wrongWord(at(value), *word, what, known);
      addWord(into, key, *word);
    }
  }

  template <class Value>
  void addWord(std::map<std::string, Value>& into, const toml::key& key, const Value& value) {
    if (into.emplace(fold(view(key.str())), value).second) return;
    diagnostics_.report(
        at(key.source()), diag::MapTwice,
        fmt::format("`{}` stands twice; case and spaces do not count", view(key.str())));
  }

  // ---- Files

  void readFiles(const toml::table& root) {
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

  void readFile(const toml::table& table) {
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
      diagnostics_
          .report(file.span, diag::MapTwice, fmt::format("file `{}` stands twice", file.name))
          .label(same->span, diag::ImportFirstHere);
    }
    map_.files.push_back(std::move(file));
  }

  void readShape(const toml::table& table, FileMap& file) {
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

  void readReading(const toml::table& table, FileMap& file) {
    if (auto encoding = text(table, "encoding")) {
      file.encoding = *encoding;
      file.encodingSpan = at(*table.get("encoding"));
    }
    if (const toml::node* node = table.get("separator")) {
      const auto* separator = node->as_string();
      if (!separator) {
        wrongType(*node, "separator", "a text");
      } else if (const std::string& it = separator->get();
                 it.size() == 1 && it != "\"" && it != "\n" && it != "\r" &&
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

  std::optional<ColumnName> column(const toml::node& node, StringRef key) {
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

  void columnList(const toml::table& table, std::string_view key, std::vector<ColumnName>& into) {
    each(table, key, [&](const toml::node& node) {
      if (auto it = column(node, view(key))) into.push_back(std::move(*it));
    });
  }

  void readColumns(const toml::table& table, FileMap& file) {
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

  std::optional<Role> role(const toml::key& key, StringRef where, const Words& known) {
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

  void readFixed(const toml::table& table, FileMap& file) {
    for (const auto& [key, value] : table) {
      const auto it =
          role(key, "`fixed`",
               {"category", "kind", "level", "profile", "family", "importance", "weight"});
      if (!it) continue;
      if (value.is_number()) {
        file.fixed[*it] = trimmedNumber(fmt::format("{:.6f}", value.value<double>().value_or(0)));
      } else if (auto word = text(value, view(key.str()))) {
        file.fixed[*it] = *word;
      }
      checkFixed(*it, file.fixed[*it], value);
    }
  }

  void checkFixed(Role role, const std::string& word, const toml::node& value) {
    if (word.empty()) return;
    if (role == Role::Level) level(word, at(value));
    if (role == Role::Kind && !llvm::is_contained(kindWords, StringRef(word)))
      wrongWord(at(value), word, "a kind", kindWords);
    if (role == Role::Importance && !llvm::is_contained(importanceWords, StringRef(word)))
      wrongWord(at(value), word, "an importance", importanceWords);
    if (role == Role::Weight && parseNumber(word).value_or(0) <= 0)
      wrongWord(at(value), word, "a weight, which is more than 0", {});
  }

  void readSplit(const toml::table& table, FileMap& file) {
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

  // ---- What a shape needs

  void checkFile(const toml::table& table, const FileMap& file) {
    const auto has = [&](Role role) {
      return file.columns.contains(role) || file.fixed.contains(role);
    };
    const auto need = [&](std::initializer_list<Role> roles) {
      if (llvm::any_of(roles, has)) return;
      diagnostics_.report(file.span, diag::MapMissing, fmt::format("file `{}`", file.name),
                          fmt::format("columns.{}", keyOf(*roles.begin())));
    };
    const auto useless = [&](std::string_view key, StringRef why) {
      if (const toml::node* node = table.get(key))
        diagnostics_.report(at(*node), diag::MapUseless, view(key), why);
    };
    const bool isMatrix = file.shape == Shape::Matrix;
    if (!isMatrix) {
      useless("profiles", "a matrix");
      useless("cells", "a matrix");
      useless("group-row", "a matrix");
    }
    switch (file.shape) {
      case Shape::Competencies: need({Role::Competency}); break;
      case Shape::List:
        need({Role::Profile, Role::ProfileCode});
        useless("group-rows", "a matrix or competencies");
        break;
      case Shape::Matrix: {
        if (file.profilesInRows)
          need({Role::Profile});
        else
          need({Role::Competency, Role::Code});
        if (file.header == 0u) {
          diagnostics_.report(file.headerSpan, diag::MapWrongValue, "0",
                              "the header of a matrix, which has the names of its columns");
        }
        break;
      }
    }
    checkRoles(file);
  }

  void checkRoles(const FileMap& file) {
    const bool inRows = file.shape == Shape::Matrix && file.profilesInRows;
    const bool inColumns = file.shape == Shape::Matrix && !file.profilesInRows;
    for (const auto& [role, names] : file.columns) {
      const bool ofProfile = role == Role::Profile || role == Role::ProfileCode ||
                             role == Role::ProfileAbout || role == Role::Family;
      const bool ofRequirement =
          role == Role::Weight || role == Role::Because || role == Role::Importance;
      const bool ofLevels = role == Role::Level || role == Role::Indicators;
      bool fits = true;
      if (file.shape == Shape::Competencies) fits = !ofProfile && !ofRequirement;
      if (file.shape == Shape::List) fits = role != Role::Indicators;
      if (inColumns) fits = !ofProfile && !ofLevels && role != Role::Because;
      if (inRows) fits = ofProfile;
      if (!fits) {
        diagnostics_.report(
            names.front().span, diag::MapUseless, keyOf(role),
            inRows || inColumns ? "another shape than this matrix" : "another shape than this");
      }
    }
    if (!file.levels.empty() && file.shape != Shape::Competencies) {
      diagnostics_.report(file.levels.front().column.span, diag::MapUseless, "levels",
                          "competencies");
    }
    if (file.columns.contains(Role::Level) && !map_.scale.isThere()) {
      diagnostics_.report(file.columns.at(Role::Level).front().span, diag::MapMissing, "the map",
                          "[scale]");
    }
  }

  const SourceManager& sources_;
  FileId file_;
  Diagnostics& diagnostics_;
  Map map_;
};

}  // namespace

StringRef keyOf(Role role) { return roleTable[static_cast<size_t>(role)].key; }

llvm::ArrayRef<StringRef> roleKeys() {
  static const Words keys = [] {
    Words words;
    for (const RoleRow& row : roleTable) words.push_back(row.key);
    return words;
  }();
  return keys;
}

std::optional<std::string> ScaleInfo::find(StringRef word) const {
  if (isNumeric()) {
    std::string number = word.trim().str();
    std::replace(number.begin(), number.end(), ',', '.');
    const auto value = parseNumber(number);
    if (!value || *value < *parseNumber(low) || *value > *parseNumber(high)) return {};
    return trimmedNumber(number);
  }
  const std::string folded = fold(word);
  for (const LevelInfo& level : levels) {
    if (fold(level.title) == folded || fold(level.name) == folded) return level.name;
  }
  return {};
}

Map parseMap(const SourceManager& sources, FileId file, Diagnostics& diagnostics) {
  return MapReader(sources, file, diagnostics).read();
}

std::string oneLine(StringRef text) {
  std::string out;
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, at);
    const bool isSpace =
        point.valid && (point.value == ' ' || point.value == '\t' || point.value == '\n' ||
                        point.value == '\r' || unicode::isOddSpace(point.value));
    if (isSpace) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

std::string fold(StringRef text) {
  const std::string line = oneLine(text);
  return unicode::isValid(line) ? unicode::foldCase(line) : line;
}

}  // namespace cadre::import::sheets
