#include "support/html_entities.h"

#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace cadre::html {

namespace {

using Row = std::pair<std::string_view, std::string_view>;
constexpr auto rows = std::to_array<Row>({
#include "html_entities.inc"
});

constexpr size_t longestName = 48;
constexpr size_t longestNumber = 8;

std::optional<std::string> findNamed(std::string_view name) {
  const auto row = std::lower_bound(rows.begin(), rows.end(), name,
                                    [](const Row& a, std::string_view b) { return a.first < b; });
  if (row == rows.end() || row->first != name) return std::nullopt;
  return std::string(row->second);
}

bool mayStandInText(uint32_t value) {
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
  return !unicode::isControl(value) && !unicode::isBidiControl(value) &&
         !unicode::isNoncharacter(value);
}

std::optional<std::string> findNumbered(llvm::StringRef digits) {
  const unsigned radix = digits.consume_front_insensitive("x") ? 16 : 10;
  uint32_t value = 0;
  if (digits.getAsInteger(radix, value)) return std::nullopt;
  std::string out;
  unicode::append(out, mayStandInText(value) ? value : U'\uFFFD');
  return out;
}

}  // namespace

std::optional<std::string> findReference(llvm::StringRef reference) {
  if (reference.empty() || referenceLength(reference) != reference.size()) return std::nullopt;
  const llvm::StringRef body = reference.drop_front().drop_back();
  if (body.starts_with("#")) return findNumbered(body.drop_front());
  return findNamed(body);
}

size_t referenceLength(llvm::StringRef text) {
  if (!text.consume_front("&")) return 0;
  const bool isNumber = text.starts_with("#");
  const size_t end = text.find_if_not([](char c) { return llvm::isAlnum(c); }, isNumber ? 1 : 0);
  const size_t longest = isNumber ? longestNumber + 1 : longestName;
  if (end == 0 || end > longest || end >= text.size() || text[end] != ';') return 0;
  const llvm::StringRef body = text.take_front(end);
  if (!isNumber) return llvm::isAlpha(body[0]) ? end + 2 : 0;
  llvm::StringRef digits = body.drop_front();
  const bool isHex = digits.consume_front_insensitive("x");
  const size_t most = isHex ? 6 : 7;
  const auto isDigit = [&](char c) { return isHex ? llvm::isHexDigit(c) : llvm::isDigit(c); };
  if (digits.empty() || digits.size() > most || !llvm::all_of(digits, isDigit)) return 0;
  return end + 2;
}

}  // namespace cadre::html
