// The map as a whole and what all of its tables share: takes nodes of TOML, gives texts, flags and
// numbers of rows, and reports those of another type. Knows of no table what it is for.
#include "import/sheets/map_reader.h"

#include "diag/kinds/import.h"
#include "support/listing.h"
#include "support/suggest.h"

#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::import::sheets {

using toml_reader::typeName;
using toml_reader::view;

std::string trimmedNumber(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

Map MapReader::read() {
  const toml::parse_result parsed = toml::parse(std::string_view(sources_.text(file_)));
  if (!parsed) {
    const toml_reader::Fault fault = toml_reader::faultOf(sources_, file_, parsed.error());
    diagnostics_.report(fault.span, diag::MapSyntax, fault.reason);
    return std::move(map_);
  }
  const toml::table& root = parsed.table();
  onlyKeys(root, "the map", {"framework", "scale", "values", "kinds", "importance", "file"});
  readFramework(root);
  if (const auto* table = child(root, "scale")) readScale(*table);
  if (const auto* table = child(root, "values")) readValues(*table);
  if (const auto* table = child(root, "kinds")) readWords(*table, kindWords, "a kind", map_.kinds);
  if (const auto* table = child(root, "importance"))
    readWords(*table, importanceWords, "an importance", map_.importance);
  readFiles(root);
  return std::move(map_);
}

Span MapReader::at(const toml::source_region& region) const {
  return toml_reader::spanOf(sources_, file_, region);
}

Span MapReader::inside(Span span) const {
  const StringRef text = sources_.text(span);
  const bool quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') &&
                      text.back() == text.front();
  return quoted ? Span{span.file, span.begin + 1, span.end - 1} : span;
}

void MapReader::onlyKeys(const toml::table& table, StringRef where, ArrayRef<StringRef> known) {
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

void MapReader::wrongType(const toml::node& value, StringRef key, StringRef wanted) {
  diagnostics_.report(at(value), diag::MapWrongType, key, wanted, typeName(value));
}

void MapReader::wrongWord(Span span, StringRef word, StringRef what, ArrayRef<StringRef> known) {
  const auto near = suggest(word, known);
  auto builder = diagnostics_.report(span, diag::MapWrongValue, word, what);
  if (near.empty() && !known.empty()) builder.help(diag::MapValuesAre, enumerated(known));
  builder.didYouMean(inside(span), near);
}

const toml::table* MapReader::child(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (!node) return nullptr;
  if (!node->is_table()) wrongType(*node, view(key), "a table");
  return node->as_table();
}

std::optional<std::string> MapReader::text(const toml::node& node, StringRef key) {
  if (!node.is_string()) {
    wrongType(node, key, "a text");
    return {};
  }
  std::string value = oneLine(node.as_string()->get());
  if (!value.empty()) return value;
  diagnostics_.report(at(node), diag::MapWrongValue, "", fmt::format("a text for `{}`", key));
  return {};
}

std::optional<std::string> MapReader::text(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  return node ? text(*node, view(key)) : std::nullopt;
}

bool MapReader::flag(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (!node) return false;
  if (!node->is_boolean()) {
    wrongType(*node, view(key), "true or false");
    return false;
  }
  return node->as_boolean()->get();
}

std::optional<uint32_t> MapReader::rowNumber(const toml::node& node, StringRef key, int64_t least) {
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

void MapReader::each(const toml::table& table, std::string_view key,
                     llvm::function_ref<void(const toml::node&)> take) {
  const toml::node* node = table.get(key);
  if (!node) return;
  if (const auto* list = node->as_array()) {
    for (const toml::node& element : *list) take(element);
  } else {
    take(*node);
  }
}

}  // namespace cadre::import::sheets
