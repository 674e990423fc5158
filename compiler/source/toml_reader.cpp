#include "source/toml_reader.h"

#include "support/unicode.h"

#include <llvm/Support/ErrorHandling.h>

#include <algorithm>

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

std::string reasonOf(const toml::parse_error& error) {
  llvm::StringRef text = view(error.description());
  if (text.consume_front("Error while parsing ")) text = text.split(": ").second;
  return text.rtrim(". \n").str();
}

}  // namespace cadre::toml_reader
