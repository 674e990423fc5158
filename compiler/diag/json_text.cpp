#include "diag/json_text.h"

#include "support/unicode.h"

#include <fmt/format.h>

namespace cadre::diag {

std::string quoteJson(llvm::StringRef text) {
  std::string out = "\"";
  for (size_t i = 0; i < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, i);
    const char32_t value = point.valid ? point.value : U'\uFFFD';
    if (value == U'"' || value == U'\\') {
      out += '\\';
      out += static_cast<char>(value);
    } else if (value < 0x20 || unicode::isControl(value) || unicode::isBidiControl(value) ||
               unicode::isDirectionMark(value)) {
      out += fmt::format("\\u{:04x}", static_cast<uint32_t>(value));
    } else {
      unicode::append(out, value);
    }
    i += point.length;
  }
  return out + '"';
}

}  // namespace cadre::diag
