// Places in source files: takes a file and byte offsets, gives half-open ranges that join and
// compare. No text, no lines.
#pragma once

#include "support/id.h"

#include <algorithm>
#include <cstdint>

namespace cadre {

struct SourceFile;
using FileId = Id<SourceFile>;

/// Bytes `begin` up to and without `end` of a file, after a BOM was removed. A span without a file
/// is no place (what a tool made up).
struct Span {
  FileId file;
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] bool isValid() const { return file.isValid(); }
  [[nodiscard]] uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(uint32_t offset) const { return begin <= offset && offset < end; }
  /// The empty span just behind this one.
  [[nodiscard]] Span after() const { return {file, end, end}; }
  /// The smallest span that holds both; one without a file counts as nothing.
  [[nodiscard]] Span to(Span other) const {
    if (!isValid()) return other;
    if (!other.isValid()) return *this;
    return {file, std::min(begin, other.begin), std::max(end, other.end)};
  }

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace cadre
