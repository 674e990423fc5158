#include "support/unicode.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace cadre::unicode {

CodePoint decode(llvm::StringRef text, size_t offset) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[offset + i]); };
  const uint8_t first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const CodePoint invalid{first, 1, false};
  const int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || offset + length > text.size()) return invalid;
  char32_t value = first & (0x7F >> length);
  for (int i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return invalid;
    value = (value << 6) | (byte(i) & 0x3F);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return invalid;
  return {value, static_cast<uint8_t>(length), true};
}

void append(std::string& out, char32_t value) {
  uint8_t bytes[4];
  const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(count));
}

bool isValid(llvm::StringRef text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint point = decode(text, i);
    if (!point.valid) return false;
    i += point.length;
  }
  return true;
}

size_t length(llvm::StringRef text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<uint8_t>(c) & 0xC0) != 0x80;
  return count;
}

bool isAscii(llvm::StringRef text) {
  for (const char c : text) {
    if (static_cast<uint8_t>(c) >= 0x80) return false;
  }
  return true;
}

namespace {

std::string map(llvm::StringRef text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto count = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                  static_cast<utf8proc_ssize_t>(text.size()), &out,
                                  static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
  if (count < 0) return text.str();
  return {reinterpret_cast<const char*>(out), static_cast<size_t>(count)};
}

}  // namespace

std::string toNfc(llvm::StringRef text) {
  return isAscii(text) ? text.str() : map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string foldCase(llvm::StringRef text) {
  return isAscii(text) ? text.lower()
                       : map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string withoutMarks(llvm::StringRef text) {
  return isAscii(text) ? text.str()
                       : map(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
}

char32_t toUpper(char32_t value) {
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(value)));
}

namespace {

bool isLetter(utf8proc_category_t category) {
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
      return true;
    default:
      return false;
  }
}

utf8proc_category_t categoryOf(char32_t value) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(value));
}

}  // namespace

bool isIdentifierStart(char32_t value) {
  if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  return isLetter(categoryOf(value));
}

bool isIdentifierContinue(char32_t value) {
  if (value < 0x80) return isIdentifierStart(value) || (value >= '0' && value <= '9') || value == '_';
  const auto category = categoryOf(value);
  return isLetter(category) || category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
         category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_PC || value == 0xB7;
}

bool isControl(char32_t value) {
  if (value < 0x20) return value != '\t' && value != '\n' && value != '\r';
  return value >= 0x7F && value <= 0x9F;
}

bool isBidiControl(char32_t value) {
  return (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
}

bool isDirectionMark(char32_t value) {
  return value == 0x200E || value == 0x200F || value == 0x061C;
}

bool isNoncharacter(char32_t value) {
  return (value & 0xFFFE) == 0xFFFE || (value >= 0xFDD0 && value <= 0xFDEF);
}

bool isOddSpace(char32_t value) {
  return value == 0xA0 || value == 0x1680 || (value >= 0x2000 && value <= 0x200B) || value == 0x202F ||
         value == 0x205F || value == 0x3000 || value == 0x2028 || value == 0x2029 || value == 0xFEFF;
}

int width(char32_t value) {
  if (value < 0x80) return 1;
  const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(value));
  return columns < 0 ? 0 : columns;
}

int width(llvm::StringRef text) {
  int columns = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint point = decode(text, i);
    columns += width(point.value);
    i += point.length;
  }
  return columns;
}

}  // namespace cadre::unicode
