// The files of a run: takes paths and bytes, gives ids, texts and lines. Reads nothing from disk,
// judges nothing: `parse` says what is wrong with the bytes.
#pragma once

#include "source/line_index.h"
#include "source/span.h"

#include <llvm/ADT/StringRef.h>

#include <deque>
#include <memory>
#include <string>

namespace cadre {

/// A file: its bytes without a BOM, and the name that diagnostics show.
struct SourceFile {
  std::string path;  ///< As the user would write it: relative where the user was relative.
  std::string text;
  bool hadBom = false;
  mutable std::unique_ptr<LineIndex> lines;  ///< Made at first use.
};

/// A place as people and editors count: from 1, columns in code points.
struct LineColumn {
  uint32_t line = 1;
  uint32_t column = 1;
  friend auto operator<=>(const LineColumn&, const LineColumn&) = default;
};

class SourceManager {
public:
  /// Adds a file of less than 2 GiB. A leading UTF-8 BOM is removed and remembered.
  FileId add(std::string path, std::string bytes);

  [[nodiscard]] llvm::StringRef text(FileId file) const { return get(file).text; }
  [[nodiscard]] llvm::StringRef path(FileId file) const { return get(file).path; }
  [[nodiscard]] llvm::StringRef text(Span span) const {
    return text(span.file).slice(span.begin, span.end);
  }
  [[nodiscard]] const SourceFile& get(FileId file) const { return files_[file.index()]; }
  [[nodiscard]] uint32_t fileCount() const { return static_cast<uint32_t>(files_.size()); }

  [[nodiscard]] const LineIndex& lines(FileId file) const;
  /// Line and column of a byte offset; offsets behind the end give the end.
  [[nodiscard]] LineColumn position(FileId file, uint32_t offset) const;

private:
  std::deque<SourceFile> files_;
};

}  // namespace cadre
