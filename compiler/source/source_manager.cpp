#include "source/source_manager.h"

#include "support/unicode.h"

#include <algorithm>

namespace cadre {

LineIndex::LineIndex(llvm::StringRef text) : text_(text) {
  starts_.push_back(0);
  for (size_t at = text.find('\n'); at != llvm::StringRef::npos; at = text.find('\n', at + 1)) {
    starts_.push_back(static_cast<uint32_t>(at + 1));
  }
}

uint32_t LineIndex::lineAt(uint32_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<uint32_t>(next - starts_.begin() - 1);
}

llvm::StringRef LineIndex::lineText(uint32_t line) const {
  const size_t end = line + 1 < starts_.size() ? starts_[line + 1] - 1 : text_.size();
  llvm::StringRef text = text_.slice(starts_[line], end);
  text.consume_back("\r");
  return text;
}

FileId SourceManager::add(std::string path, std::string bytes) {
  SourceFile file{
      .path = std::move(path), .text = std::move(bytes), .hadBom = false, .lines = nullptr};
  if (llvm::StringRef(file.text).starts_with("\xEF\xBB\xBF")) {
    file.text.erase(0, 3);
    file.hadBom = true;
  }
  files_.push_back(std::move(file));
  return FileId(static_cast<uint32_t>(files_.size() - 1));
}

const LineIndex& SourceManager::lines(FileId file) const {
  const SourceFile& source = get(file);
  if (!source.lines) source.lines = std::make_unique<LineIndex>(source.text);
  return *source.lines;
}

LineColumn SourceManager::position(FileId file, uint32_t offset) const {
  const LineIndex& index = lines(file);
  const llvm::StringRef all = text(file);
  offset = std::min(offset, static_cast<uint32_t>(all.size()));
  const uint32_t line = index.lineAt(offset);
  // Bytes that are no UTF-8 count as one column each.
  uint32_t column = 1;
  for (size_t i = index.lineStart(line); i < offset; i += unicode::decode(all, i).length) ++column;
  return {line + 1, column};
}

}  // namespace cadre
