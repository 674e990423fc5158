#include "source/source_manager.h"

#include <algorithm>

namespace cadre {

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
  offset = std::min(offset, static_cast<uint32_t>(text(file).size()));
  return {index.lineAt(offset) + 1, index.columnAt(offset)};
}

}  // namespace cadre
