#include "import/foreign/encoding.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>

#include <array>
#include <cerrno>

#include <iconv.h>

namespace cadre::import::foreign {

using llvm::StringRef;

namespace {

/// The code points of the bytes 0x80 to 0x9F; five are not in use and stay controls.
constexpr std::array<char16_t, 32> windowsSpecials = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// A byte that is no text, as a lone surrogate: no UTF-8, so that it will be found.
void appendBroken(std::string& out, unsigned char byte) {
  out += '\xED';
  out += static_cast<char>(0xB0 | (byte >> 6));
  out += static_cast<char>(0x80 | (byte & 0x3F));
}

/// Two bytes that are half a pair of surrogates: as they are, in three.
void appendSurrogate(std::string& out, char16_t unit) {
  out += static_cast<char>(0xE0 | (unit >> 12));
  out += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
  out += static_cast<char>(0x80 | (unit & 0x3F));
}

std::string fromWindows(StringRef bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const unsigned char byte : bytes.bytes()) {
    if (byte < 0x80) {
      out += static_cast<char>(byte);
    } else {
      unicode::append(out, byte < 0xA0 ? windowsSpecials[byte - 0x80] : byte);
    }
  }
  return out;
}

bool isHigh(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool isLow(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::string fromUtf16(StringRef bytes, bool bigEndian) {
  const auto unitAt = [&](size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char16_t>(bigEndian ? first << 8 | second : second << 8 | first);
  };
  std::string out;
  out.reserve(bytes.size());
  size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    const char16_t unit = unitAt(at);
    const char16_t next = at + 3 < bytes.size() ? unitAt(at + 2) : u'\0';
    if (isHigh(unit) && isLow(next)) {
      unicode::append(out, 0x10000 + ((unit - 0xD800U) << 10) + (next - 0xDC00U));
      at += 2;
    } else if (isHigh(unit) || isLow(unit)) {
      appendSurrogate(out, unit);
    } else {
      unicode::append(out, unit);
    }
  }
  if (at < bytes.size()) appendBroken(out, static_cast<unsigned char>(bytes[at]));
  return out;
}

std::optional<std::string> fromIconv(StringRef bytes, const std::string& encoding) {
  const iconv_t converter = iconv_open("UTF-8", encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out;
  std::string input = bytes.str();
  char* from = input.data();
  size_t left = input.size();
  std::array<char, 4096> buffer{};
  while (left > 0) {
    char* to = buffer.data();
    size_t room = buffer.size();
    const size_t done = iconv(converter, &from, &left, &to, &room);
    const int fault = errno;
    out.append(buffer.data(), buffer.size() - room);
    if (done != static_cast<size_t>(-1) || fault == E2BIG) continue;
    appendBroken(out, static_cast<unsigned char>(*from));
    ++from;
    --left;
  }
  iconv_close(converter);
  return out;
}

/// More sequences of several bytes than broken bytes: UTF-8 with a wound, not another encoding.
bool isMostlyUtf8(StringRef bytes) {
  size_t good = 0;
  size_t bad = 0;
  for (size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const unicode::CodePoint point = unicode::decode(bytes, at);
    ++(point.valid ? good : bad);
    at += point.length;
  }
  return good >= bad;
}

/// Every other byte is mostly zero: the Latin letters of UTF-16. `first` is the byte to look at.
bool hasZeros(StringRef bytes, size_t first) {
  const StringRef sample = bytes.take_front(4096);
  if (sample.size() < 4 || bytes.size() % 2 != 0) return false;
  size_t here = 0;
  size_t there = 0;
  for (size_t at = 0; at < sample.size(); ++at) {
    if (sample[at] == '\0') ++(at % 2 == first ? here : there);
  }
  return here * 10 > sample.size() * 3 && there * 20 < sample.size();
}

DecodedText detect(StringRef bytes) {
  if (bytes.consume_front("\xEF\xBB\xBF")) return {bytes.str(), "utf-8", false};
  if (bytes.consume_front("\xFF\xFE")) return {fromUtf16(bytes, false), "utf-16le", false};
  if (bytes.consume_front("\xFE\xFF")) return {fromUtf16(bytes, true), "utf-16be", false};
  if (hasZeros(bytes, 1)) return {fromUtf16(bytes, false), "utf-16le", true};
  if (hasZeros(bytes, 0)) return {fromUtf16(bytes, true), "utf-16be", true};
  if (isMostlyUtf8(bytes)) return {bytes.str(), "utf-8", false};
  return {fromWindows(bytes), "windows-1252", true};
}

bool isOneOf(StringRef name, std::initializer_list<StringRef> names) {
  return llvm::any_of(names, [&](StringRef it) { return name.equals_insensitive(it); });
}

}  // namespace

std::optional<DecodedText> decodeText(StringRef bytes, StringRef encoding) {
  if (encoding.empty()) return detect(bytes);
  const std::string name = encoding.lower();
  if (isOneOf(name, {"utf-8", "utf8"})) {
    bytes.consume_front("\xEF\xBB\xBF");
    return DecodedText{bytes.str(), name};
  }
  if (isOneOf(name, {"windows-1252", "cp1252", "ansi"}))
    return DecodedText{fromWindows(bytes), name};
  if (isOneOf(name, {"utf-16", "utf16", "utf-16le", "utf-16be"})) {
    const bool marked = bytes.starts_with("\xFE\xFF");
    const bool bigEndian = marked || (name == "utf-16be" && !bytes.starts_with("\xFF\xFE"));
    if (marked || bytes.starts_with("\xFF\xFE")) bytes = bytes.drop_front(2);
    return DecodedText{fromUtf16(bytes, bigEndian), name};
  }
  auto text = fromIconv(bytes, name);
  if (!text) return std::nullopt;
  return DecodedText{std::move(*text), name};
}

}  // namespace cadre::import::foreign
