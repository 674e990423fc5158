#include "lint/dates.h"

#include <algorithm>
#include <vector>

namespace cadre::lint {

using llvm::StringRef;

std::optional<Day> readDay(StringRef text) {
  llvm::SmallVector<StringRef, 3> parts;
  text.split(parts, '-');
  int year = 0;
  Day out;
  if (parts.size() != 3 || parts[0].getAsInteger(10, year) ||
      parts[1].getAsInteger(10, out.month) || parts[2].getAsInteger(10, out.day))
    return std::nullopt;
  out.month += year * 12;
  return out;
}

int monthsBetween(const Day& from, const Day& to) {
  return to.month - from.month - (to.day < from.day ? 1 : 0);
}

namespace {

using Version = std::vector<unsigned>;

/// The numbers of a version, without zeros at its end; what marks a pre-release or a build is left
/// out.
std::optional<Version> readVersion(StringRef text) {
  Version out;
  text = text.trim().ltrim("vV").split('+').first.split('-').first;
  llvm::SmallVector<StringRef, 3> parts;
  text.split(parts, '.');
  for (const StringRef part : parts) {
    unsigned number = 0;
    if (part.getAsInteger(10, number)) return std::nullopt;
    out.push_back(number);
  }
  while (!out.empty() && out.back() == 0) out.pop_back();
  return out;
}

}  // namespace

bool isOlder(StringRef a, StringRef b) {
  const auto one = readVersion(a);
  const auto other = readVersion(b);
  if (!one || !other) return false;
  return std::lexicographical_compare(one->begin(), one->end(), other->begin(), other->end());
}

}  // namespace cadre::lint
