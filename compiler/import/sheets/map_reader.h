// Reads a map: takes its TOML, gives what it says, and reports what it gets wrong. Private to the
// folder. Its members are spread over map_*.cpp by the tables that they read.
#pragma once

#include "diag/diagnostics.h"
#include "import/sheets/map.h"
#include "source/toml_reader.h"

#include <llvm/ADT/STLFunctionalExtras.h>

namespace cadre::import::sheets {

using llvm::ArrayRef;

struct RoleRow {
  Role role;
  StringRef key;
};

/// The roles, each at its own index.
inline constexpr RoleRow roleTable[] = {
#define ROLE(id, key, text) {Role::id, key},
#include "import/sheets/roles.def"
};

/// A number as source writes it: `3`, not `3.0`.
std::string trimmedNumber(std::string text);

class MapReader {
public:
  MapReader(const SourceManager& sources, FileId file, Diagnostics& diagnostics)
      : sources_(sources), file_(file), diagnostics_(diagnostics) {}

  Map read();

private:
  using Words = std::vector<StringRef>;

  static constexpr StringRef kindWords[] = {"technical", "behavioural", "leadership", "general"};
  static constexpr StringRef importanceWords[] = {"essential", "desired", "optional"};

  // What all tables share (map_reader.cpp).
  [[nodiscard]] Span at(const toml::source_region& region) const;
  [[nodiscard]] Span at(const toml::node& node) const { return at(node.source()); }
  /// The text without its quotes, where it has some.
  [[nodiscard]] Span inside(Span span) const;
  void onlyKeys(const toml::table& table, StringRef where, ArrayRef<StringRef> known);
  void wrongType(const toml::node& value, StringRef key, StringRef wanted);
  /// `word` is not one of `known`.
  void wrongWord(Span span, StringRef word, StringRef what, ArrayRef<StringRef> known);
  const toml::table* child(const toml::table& table, std::string_view key);
  std::optional<std::string> text(const toml::node& node, StringRef key);
  std::optional<std::string> text(const toml::table& table, std::string_view key);
  bool flag(const toml::table& table, std::string_view key);
  std::optional<uint32_t> rowNumber(const toml::node& node, StringRef key, int64_t least);
  /// Calls `take` for the value under `key`, or for each one of the list under it.
  void each(const toml::table& table, std::string_view key,
            llvm::function_ref<void(const toml::node&)> take);

  // The framework, its scale and the words of cells (map_framework.cpp).
  void readFramework(const toml::table& root);
  void readScale(const toml::table& table);
  void readRange(const toml::node& node);
  void readLevels(const toml::table& table);
  static std::string nameFrom(StringRef title, StringRef prefix);
  [[nodiscard]] Words levelWords() const;
  /// The level that a text or number of the map names, or nothing (reported).
  std::optional<std::string> level(StringRef word, Span span);
  void readValues(const toml::table& table);
  void readWords(const toml::table& table, ArrayRef<StringRef> known, StringRef what,
                 std::map<std::string, std::string>& into);
  template <class Value>
  void addWord(std::map<std::string, Value>& into, const toml::key& key, const Value& value);

  // Files and their columns (map_files.cpp).
  void readFiles(const toml::table& root);
  void readFile(const toml::table& table);
  void readShape(const toml::table& table, FileMap& file);
  void readReading(const toml::table& table, FileMap& file);
  std::optional<ColumnName> column(const toml::node& node, StringRef key);
  void columnList(const toml::table& table, std::string_view key, std::vector<ColumnName>& into);
  void readColumns(const toml::table& table, FileMap& file);
  std::optional<Role> role(const toml::key& key, StringRef where, ArrayRef<StringRef> known);
  void readFixed(const toml::table& table, FileMap& file);
  void checkFixed(Role role, const std::string& word, const toml::node& value);
  void readSplit(const toml::table& table, FileMap& file);

  // What a shape needs (map_shapes.cpp).
  void checkFile(const toml::table& table, const FileMap& file);
  void checkRoles(const FileMap& file);

  const SourceManager& sources_;
  FileId file_;
  Diagnostics& diagnostics_;
  Map map_;
};

}  // namespace cadre::import::sheets
