#include "import/foreign/characters.h"

#include <fmt/format.h>

namespace cadre::import::foreign {

using llvm::StringRef;

namespace {

bool isPlainAscii(char c) { return c >= ' ' && c <= '~'; }

}  // namespace

std::string wrongWith(const unicode::CodePoint& point, TextUse use) {
  if (!point.valid) return "bytes that are no text in its encoding";
  const auto value = static_cast<uint32_t>(point.value);
  if (unicode::isControl(point.value) || value == '\r')
    return fmt::format("the control U+{:04X}", value);
  if (unicode::isNoncharacter(point.value)) return fmt::format("the noncharacter U+{:04X}", value);
  if (use == TextUse::Bullet && unicode::isBidiControl(point.value)) {
    return fmt::format("the control of text direction U+{:04X}", value);
  }
  return {};
}

size_t findWrong(StringRef text, TextUse use) {
  for (size_t at = 0; at < text.size();) {
    if (isPlainAscii(text[at])) {
      ++at;
      continue;
    }
    const unicode::CodePoint point = unicode::decode(text, at);
    if (!wrongWith(point, use).empty()) return at;
    at += point.length;
  }
  return text.size();
}

}  // namespace cadre::import::foreign
