#include "emit/json/json_writer.h"

#include "model/model.h"
#include "support/unicode.h"

#include <llvm/ADT/StringExtras.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace cadre::emit::json {

using llvm::StringRef;

namespace {

constexpr size_t indentWidth = 2;
constexpr size_t lineWidth = 120;
constexpr StringRef replacementCharacter = "\xEF\xBF\xBD";

/// Bytes that stand for themselves in a JSON string. Those above ASCII are looked at one by one.
constexpr std::array<bool, 256> plainBytes = [] {
  std::array<bool, 256> plain{};
  for (size_t byte = 0x20; byte < 0x7F; ++byte) plain[byte] = byte != '"' && byte != '\\';
  return plain;
}();

/// Characters that an editor, a terminal or an older JavaScript would not show as they are.
bool isUnprintable(char32_t value) {
  return unicode::isControl(value) || value < 0x20 || value == 0x2028 || value == 0x2029 ||
         value == 0xFEFF || unicode::isBidiControl(value) ||
         unicode::isDirectionMark(value) || unicode::isNoncharacter(value);
}

void appendUtf16Escape(std::string& out, uint32_t unit) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4)
    out += llvm::hexdigit((unit >> shift) & 0xF, /*LowerCase=*/true);
}

void appendEscape(std::string& out, char32_t value) {
  switch (value) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  if (value >= 0x10000) {
    appendUtf16Escape(out, 0xD800 + ((value - 0x10000) >> 10));
    value = 0xDC00 + ((value - 0x10000) & 0x3FF);
  }
  appendUtf16Escape(out, value);
}

/// Appends a number with up to two digits behind the point, as nearly all are; false for another.
/// With so few digits there is one way to write it, which is the shortest.
bool appendHundredths(std::string& out, double value) {
  constexpr double tooLarge = 1e12;
  if (!(std::abs(value) < tooLarge)) return false;
  const int64_t hundredths = std::llround(value * 100);
  if (hundredths == 0 || static_cast<double>(hundredths) / 100 != value) return false;
  const auto digits = static_cast<uint64_t>(std::abs(hundredths));
  std::array<char, 32> text;
  char* end = std::to_chars(text.data(), text.data() + text.size(), digits / 100).ptr;
  if (digits % 100 != 0) {
    *end++ = '.';
    *end++ = static_cast<char>('0' + digits / 10 % 10);
    if (digits % 10 != 0) *end++ = static_cast<char>('0' + digits % 10);
  }
  if (hundredths < 0) out += '-';
  out.append(text.data(), end);
  return true;
}

/// JSON has no infinity and no NaN.
void appendNumber(std::string& out, double value) {
  if (appendHundredths(out, value)) return;
  constexpr double largest = std::numeric_limits<double>::max();
  out += model::formatNumber(std::isnan(value) ? 0 : std::clamp(value, -largest, largest));
}

}  // namespace

void JsonWriter::string(StringRef value) {
  beginElement();
  quote(value);
}

void JsonWriter::string(StringRef name, StringRef value) {
  beginMember(name);
  quote(value);
}

void JsonWriter::number(double value) {
  beginElement();
  appendNumber(out_, value);
}

void JsonWriter::number(StringRef name, double value) {
  beginMember(name);
  appendNumber(out_, value);
}

void JsonWriter::flag(StringRef name, bool value) {
  beginMember(name);
  out_ += value ? "true" : "false";
}

void JsonWriter::stringUnlessEmpty(StringRef name, StringRef value) {
  if (!value.empty()) string(name, value);
}

void JsonWriter::stringsUnlessEmpty(StringRef name, llvm::ArrayRef<StringRef> values) {
  const auto all = [&] {
    for (const StringRef value : values) string(value);
  };
  array(name, all, IfEmpty::LeaveOut);
}

void JsonWriter::flagIfTrue(StringRef name, bool value) {
  if (value) flag(name, true);
}

std::string JsonWriter::take() && {
  assert(frames_.empty() && !out_.empty());
  out_ += '\n';
  return std::move(out_);
}

void JsonWriter::beginMember(StringRef name) {
  beginElement();
  quote(name);
  out_ += layout_ == Layout::Compact ? StringRef(":") : StringRef(": ");
}

void JsonWriter::beginElement() {
  if (frames_.empty()) {
    if (!out_.empty()) newLine(0);
    return;
  }
  entryBegin_ = out_.size();
  if (frames_.back().count++ > 0) out_ += ',';
  if (layout_ == Layout::Indented) newLine(frames_.size());
}

void JsonWriter::open(char bracket) {
  frames_.push_back({out_.size(), lineBegin_, entryBegin_});
  out_ += bracket;
}

void JsonWriter::close(char bracket, IfEmpty ifEmpty) {
  const Frame frame = frames_.pop_back_val();
  if (frame.count == 0 && ifEmpty == IfEmpty::LeaveOut && !frames_.empty()) {
    out_.resize(frame.entryBegin);
    --frames_.back().count;
    return;
  }
  if (layout_ == Layout::Indented) {
    if (fitsOnOneLine(frame, bracket)) {
      joinLines(frame, bracket);
    } else {
      newLine(frames_.size());
    }
  }
  out_ += bracket;
}

void JsonWriter::newLine(size_t depth) {
  out_ += '\n';
  lineBegin_ = out_.size();
  out_.append(depth * indentWidth, ' ');
}

/// Whether what `frame` holds fits on the line where it began. An entry that itself takes several
/// lines is already too long for that.
bool JsonWriter::fitsOnOneLine(const Frame& frame, char bracket) const {
  const size_t breaks = frame.count * (1 + (frames_.size() + 1) * indentWidth);
  const size_t spaces = bracket == '}' ? frame.count + 1 : frame.count - (frame.count > 0);
  const size_t width = out_.size() - frame.lineBegin - breaks + spaces + 1;
  return width <= lineWidth;
}

/// Takes the line breaks out of what `frame` holds. A line feed in a string is always escaped, so
/// each one that is found separates entries.
void JsonWriter::joinLines(const Frame& frame, char bracket) {
  if (frame.count == 0) return;
  const size_t indent = (frames_.size() + 1) * indentWidth;
  char* const end = out_.data() + out_.size();
  char* to = out_.data() + frame.begin + 1;
  const char* from = to;
  for (uint32_t i = 0; i < frame.count; ++i) {
    from += 1 + indent;
    if (i > 0 || bracket == '}') *to++ = ' ';
    const void* found = std::memchr(from, '\n', static_cast<size_t>(end - from));
    const char* next = found ? static_cast<const char*>(found) : end;
    std::memmove(to, from, static_cast<size_t>(next - from));
    to += next - from;
    from = next;
  }
  if (bracket == '}') *to++ = ' ';
  out_.resize(static_cast<size_t>(to - out_.data()));
}

void JsonWriter::quote(StringRef text) {
  out_ += '"';
  size_t written = 0;
  for (size_t i = 0; i < text.size();) {
    if (plainBytes[static_cast<uint8_t>(text[i])]) {
      ++i;
      continue;
    }
    out_.append(text.data() + written, i - written);
    i += appendUnusual(text, i);
    written = i;
  }
  out_.append(text.data() + written, text.size() - written);
  out_ += '"';
}

/// Writes the character at `offset`, escaped where it must be; gives the bytes that it takes in
/// `text`.
size_t JsonWriter::appendUnusual(StringRef text, size_t offset) {
  const unicode::CodePoint point = unicode::decode(text, offset);
  if (!point.valid) {
    out_ += replacementCharacter;
  } else if (point.value == '"' || point.value == '\\' || isUnprintable(point.value)) {
    appendEscape(out_, point.value);
  } else {
    out_.append(text.data() + offset, point.length);
  }
  return point.length;
}

}  // namespace cadre::emit::json
