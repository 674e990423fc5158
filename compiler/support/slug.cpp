#include "support/slug.h"

#include "support/unicode.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/Support/xxhash.h>

#include <algorithm>
#include <numeric>

namespace cadre {

namespace {

using llvm::StringRef;

/// File systems hold 255 bytes; some tools less.
constexpr size_t longestStem = 120;

bool isSafe(char c) {
  return llvm::isAlnum(c) || c == '-' || c == '_' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Names that Windows keeps for devices, whatever follows a dot.
bool isDevice(StringRef stem) {
  const std::string base = stem.split('.').first.lower();
  if (llvm::is_contained({"con", "prn", "aux", "nul"}, StringRef(base))) return true;
  const StringRef port = base;
  return port.size() == 4 && (port.starts_with("com") || port.starts_with("lpt")) &&
         llvm::isDigit(port.back());
}

std::string withHash(StringRef stem, StringRef name) {
  return (stem + "-" + llvm::utohexstr(llvm::xxHash64(name) & 0xFFFFFFFF, true, 8)).str();
}

StringRef shorten(StringRef text) {
  if (text.size() <= longestStem) return text;
  size_t end = longestStem;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.take_front(end);
}

std::string makeStem(StringRef name) {
  std::string stem = shorten(name).str();
  std::replace_if(
      stem.begin(), stem.end(), [](char c) { return !isSafe(c); }, '-');
  const StringRef end = StringRef(stem).take_back(1);
  const bool isWhole = stem == name && !name.empty() && !name.starts_with(".") && end != ".";
  return isWhole && !isDevice(stem) ? stem : withHash(stem.empty() ? "x" : stem, name);
}

}  // namespace

std::vector<std::string> makeSlugs(llvm::ArrayRef<std::string> names) {
  // By name and not by place, so that moving a declaration moves no page.
  std::vector<size_t> order(names.size());
  std::iota(order.begin(), order.end(), size_t{0});
  llvm::sort(order, [&](size_t a, size_t b) { return names[a] < names[b]; });
  std::vector<std::string> out(names.size());
  llvm::StringSet<> taken;
  for (const size_t i : order) {
    std::string stem = makeStem(names[i]);
    while (!taken.insert(unicode::foldCase(stem)).second) stem = withHash(stem, names[i]);
    out[i] = std::move(stem);
  }
  return out;
}

std::string percentEncode(StringRef text) {
  std::string out;
  for (const char c : text) {
    if (llvm::isAlnum(c) || StringRef("-._~/").contains(c)) {
      out += c;
      continue;
    }
    out += '%';
    out += llvm::hexdigit(static_cast<unsigned char>(c) >> 4);
    out += llvm::hexdigit(static_cast<unsigned char>(c) & 15);
  }
  return out;
}

}  // namespace cadre
