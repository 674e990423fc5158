#include "source/source_manager.h"

#include "support/unicode.h"

#include <algorithm>

namespace cadre {

namespace {

/// Bytes between places of a long line whose columns are kept.
constexpr uint32_t milestoneDistance = 1024;

}  // namespace

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

uint32_t LineIndex::columnAt(uint32_t line, uint32_t offset) const {
  Milestone at{starts_[line], 1};
  if (const uint32_t before = offset - at.offset; before >= milestoneDistance) {
    const std::vector<Milestone>& milestones = milestonesOf(line);
    // The one at this distance may have been moved behind the offset, by bytes of one code point.
    const size_t nearest = std::min<size_t>(before / milestoneDistance, milestones.size() - 1);
    at = milestones[nearest].offset <= offset ? milestones[nearest] : milestones[nearest - 1];
  }
  for (; at.offset < offset; at.offset += unicode::decode(text_, at.offset).length) ++at.column;
  return at.column;
}

const std::vector<LineIndex::Milestone>& LineIndex::milestonesOf(uint32_t line) const {
  const auto [found, isNew] = milestones_.try_emplace(line);
  if (!isNew) return found->second;
  const uint32_t begin = starts_[line];
  const uint32_t end = begin + static_cast<uint32_t>(lineText(line).size());
  Milestone at{begin, 1};
  for (uint32_t next = begin; at.offset <= end; ++at.column) {
    if (at.offset >= next) {
      found->second.push_back(at);
      next += milestoneDistance;
    }
    if (at.offset == end) break;
    at.offset += unicode::decode(text_, at.offset).length;
  }
  return found->second;
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
  offset = std::min(offset, static_cast<uint32_t>(text(file).size()));
  const uint32_t line = index.lineAt(offset);
  return {line + 1, index.columnAt(line, offset)};
}

}  // namespace cadre
