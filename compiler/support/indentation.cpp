#include "support/indentation.h"

namespace cadre {

using llvm::StringRef;

bool isBlankLine(StringRef line) { return line.trim(" \t\r").empty(); }

StringRef commonIndent(llvm::ArrayRef<StringRef> lines) {
  StringRef common;
  bool isFirst = true;
  for (const StringRef line : lines) {
    if (isBlankLine(line)) continue;
    const StringRef indent = line.take_while([](char c) { return c == ' ' || c == '\t'; });
    if (isFirst) common = indent;
    isFirst = false;
    size_t same = 0;
    while (same < common.size() && same < indent.size() && common[same] == indent[same]) ++same;
    common = common.take_front(same);
  }
  return common;
}

}  // namespace cadre
