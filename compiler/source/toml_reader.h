// Places and words for what is read from TOML: takes what toml++ says, gives spans of the file and
// the words of a message. Knows no key of any file.
#pragma once

#include "source/source_manager.h"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace cadre::toml_reader {

[[nodiscard]] inline llvm::StringRef view(std::string_view text) {
  return {text.data(), text.size()};
}

/// Where toml++ says that something stands. It counts lines and columns in code points from 1; what
/// has no place is at the beginning, what is behind the end at the end.
[[nodiscard]] Span spanOf(const SourceManager& sources, FileId file,
                          const toml::source_region& region);

/// What a reader calls the type of a value, to follow "expected …, found": `a list`, `true or
/// false`.
[[nodiscard]] llvm::StringRef typeName(const toml::node& node);

/// Why a text is no TOML, without the words "Error while parsing …" with which toml++ begins: the
/// place shows what it was parsing.
[[nodiscard]] std::string reasonOf(const toml::parse_error& error);

}  // namespace cadre::toml_reader
