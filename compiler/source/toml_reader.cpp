#include "source/toml_reader.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ErrorHandling.h>

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace cadre::toml_reader {

namespace {

uint32_t offsetOf(const SourceManager& sources, FileId file,
                  const toml::source_position& position) {
  const LineIndex& lines = sources.lines(file);
  const llvm::StringRef text = sources.text(file);
  if (position.line == 0) return 0;
  if (position.line > lines.lineCount()) return static_cast<uint32_t>(text.size());
  size_t at = lines.lineStart(position.line - 1);
  for (uint32_t column = 1; column < position.column && at < text.size(); ++column) {
    at += unicode::decode(text, at).length;
  }
  return static_cast<uint32_t>(std::min(at, text.size()));
}

bool isBareKey(llvm::StringRef text) {
  return !text.empty() &&
         llvm::all_of(text, [](char c) { return llvm::isAlnum(c) || c == '-' || c == '_'; });
}

/// What people write who do not know of quotes, or whose editor makes curly ones of them.
bool isProse(llvm::StringRef text) {
  if (text.empty() || text.find_first_of("\"'\\{}[]=") != llvm::StringRef::npos) return false;
  return llvm::isAlpha(text.front()) || static_cast<unsigned char>(text.front()) >= 0x80;
}

llvm::StringRef withoutCurlyQuotes(llvm::StringRef text) {
  for (const llvm::StringRef quote : {"“", "”", "„", "‘", "’", "‚", "«", "»"}) {
    text.consume_front(quote);
    text.consume_back(quote);
  }
  return text.trim();
}

/// That the key or the value of a line `key = value` lacks nothing but quotes. Nothing where it is
/// less simple than that.
std::optional<Fault> missingQuotes(const SourceManager& sources, Span wrong) {
  const llvm::StringRef text = sources.text(wrong.file);
  const size_t begin = text.take_front(wrong.begin).rfind('\n') + 1;
  const llvm::StringRef line = text.substr(begin, text.find('\n', begin) - begin);
  const auto [left, right] = line.split('=');
  if (left.size() == line.size()) return {};
  const llvm::StringRef key = left.trim();
  const llvm::StringRef value = right.split('#').first.trim();
  const auto placeOf = [&](llvm::StringRef part) {
    const auto at = static_cast<uint32_t>(part.data() - text.data());
    return Span{wrong.file, at, static_cast<uint32_t>(at + part.size())};
  };
  if (wrong.begin <= begin + left.size()) {
    if (isBareKey(key) || !isProse(key)) return {};
    return Fault{
        placeOf(key),
        fmt::format("a key of more than A to Z, digits, `-` and `_` is written in quotes: `\"{}\"`",
                    withoutCurlyQuotes(key).str())};
  }
  if (!isBareKey(key) || !isProse(value)) return {};
  return Fault{placeOf(value), fmt::format("a text is written in straight quotes: `{} = \"{}\"`",
                                           key.str(), withoutCurlyQuotes(value).str())};
}

}  // namespace

Span spanOf(const SourceManager& sources, FileId file, const toml::source_region& region) {
  const uint32_t begin = offsetOf(sources, file, region.begin);
  return {file, begin, std::max(begin, offsetOf(sources, file, region.end))};
}

llvm::StringRef typeName(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::none: return "nothing";
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "a text";
    case toml::node_type::integer: return "a number";
    case toml::node_type::floating_point: return "a number";
    case toml::node_type::boolean: return "true or false";
    case toml::node_type::date: return "a date";
    case toml::node_type::time: return "a time";
    case toml::node_type::date_time: return "a date";
  }
  llvm_unreachable("every type has a case");
}

Fault faultOf(const SourceManager& sources, FileId file, const toml::parse_error& error) {
  const Span span = spanOf(sources, file, error.source());
  if (auto quotes = missingQuotes(sources, span)) return std::move(*quotes);
  llvm::StringRef reason = view(error.description());
  if (reason.consume_front("Error while parsing ")) reason = reason.split(": ").second;
  return {span, reason.rtrim(". \n").str()};
}

}  // namespace cadre::toml_reader
