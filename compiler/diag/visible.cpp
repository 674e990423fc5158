#include "diag/visible.h"

#include <fmt/format.h>

namespace cadre::diag {

namespace {

bool isInvisible(char32_t value) {
  return value == 0x200B || (value >= 0x2060 && value <= 0x2064) || value == 0x2028 ||
         value == 0x2029 || value == 0xFEFF;
}

bool isUnsafe(char32_t value) {
  return value < 0x20 || unicode::isControl(value) || unicode::isBidiControl(value) ||
         unicode::isDirectionMark(value) || unicode::isNoncharacter(value) || isInvisible(value);
}

}  // namespace

void appendVisible(std::string& out, const unicode::CodePoint& point) {
  const auto value = static_cast<uint32_t>(point.value);
  if (!point.valid) {
    out += fmt::format("<0x{:02X}>", value);
  } else if (isUnsafe(point.value)) {
    out += fmt::format("<U+{:04X}>", value);
  } else {
    unicode::append(out, point.value);
  }
}

std::string visible(llvm::StringRef text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, i);
    appendVisible(out, point);
    i += point.length;
  }
  return out;
}

}  // namespace cadre::diag
