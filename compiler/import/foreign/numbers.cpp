#include "import/foreign/numbers.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Regex.h>

#include <charconv>

namespace cadre::import::foreign {

using llvm::StringRef;

namespace {

bool consumeDigits(StringRef& text) {
  const StringRef digits = text.take_while(llvm::isDigit);
  text = text.drop_front(digits.size());
  return !digits.empty();
}

bool isNumber(StringRef text) {
  text.consume_front("-");
  if (!consumeDigits(text)) return false;
  return text.empty() || (text.consume_front(".") && consumeDigits(text) && text.empty());
}

}  // namespace

std::optional<double> parseNumber(StringRef text) {
  if (!isNumber(text)) return std::nullopt;
  double value = 0;
  if (std::from_chars(text.begin(), text.end(), value).ec != std::errc()) return std::nullopt;
  return value;
}

}  // namespace cadre::import::foreign
