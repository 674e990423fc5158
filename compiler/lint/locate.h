// From the words of a text back to where they stand in the source, through markup, escapes and line
// breaks. Takes both texts, gives byte offsets or a span.
#pragma once

#include "source/source_manager.h"

#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <optional>

namespace cadre::lint {

struct Located {
  uint32_t begin = 0;  ///< Bytes in the source text.
  uint32_t end = 0;
  bool isExact = false;  ///< The source holds there just these bytes: no markup, escape or break.
};

/// Where bytes `begin` up to `end` of `plain` stand in `source`, of which it is the plain text. None
/// where the two cannot be laid beside each other.
std::optional<Located> locate(llvm::StringRef source, llvm::StringRef plain, uint32_t begin, uint32_t end);

/// The same as a place: `whole` is where the source of `plain` stands, and the answer where none is found.
Span placeIn(const SourceManager& sources, Span whole, llvm::StringRef plain, uint32_t begin, uint32_t end);

}  // namespace cadre::lint
