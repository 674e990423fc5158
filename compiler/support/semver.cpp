#include "support/semver.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cadre {

namespace {

constexpr uint64_t greatestNumber = (uint64_t{1} << 53) - 1;

/// Digits without a leading zero.
bool isNumber(llvm::StringRef text) {
  return !text.empty() && llvm::all_of(text, llvm::isDigit) && (text.size() == 1 || text[0] != '0');
}

std::optional<uint64_t> parseNumber(llvm::StringRef text) {
  uint64_t value = 0;
  if (!isNumber(text) || text.getAsInteger(10, value) || value > greatestNumber) return {};
  return value;
}

bool isIdentifier(llvm::StringRef text) {
  return !text.empty() && llvm::all_of(text, [](char c) { return llvm::isAlnum(c) || c == '-'; });
}

/// `beta.1`; numbers there have no leading zero.
std::optional<std::vector<std::string>> parsePrerelease(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef, 4> parts;
  text.split(parts, '.');
  std::vector<std::string> out;
  for (const llvm::StringRef part : parts) {
    const bool numeric = llvm::all_of(part, llvm::isDigit);
    if (!isIdentifier(part) || (numeric && !isNumber(part))) return {};
    out.push_back(part.str());
  }
  return out;
}

bool isBuild(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef, 4> parts;
  text.split(parts, '.');
  return llvm::all_of(parts, isIdentifier);
}

/// A version of which the last parts may be missing.
struct Partial {
  Version version;
  unsigned parts = 3;
};

std::optional<Partial> parsePartial(llvm::StringRef text) {
  const auto [withoutBuild, build] = text.split('+');
  if (withoutBuild.size() != text.size() && !isBuild(build)) return {};
  const auto [core, prerelease] = withoutBuild.split('-');
  llvm::SmallVector<llvm::StringRef, 3> parts;
  core.split(parts, '.');
  Partial out;
  out.parts = static_cast<unsigned>(parts.size());
  if (parts.size() > 3) return {};
  const std::array<uint64_t*, 3> numbers = {&out.version.major, &out.version.minor, &out.version.patch};
  for (size_t i = 0; i < parts.size(); ++i) {
    const auto number = parseNumber(parts[i]);
    if (!number) return {};
    *numbers[i] = *number;
  }
  if (core.size() == withoutBuild.size()) return out;
  auto identifiers = parsePrerelease(prerelease);
  if (!identifiers || parts.size() != 3) return {};
  out.version.prerelease = std::move(*identifiers);
  return out;
}

int compareIdentifiers(llvm::StringRef left, llvm::StringRef right) {
  const bool a = isNumber(left);
  const bool b = isNumber(right);
  if (a != b) return a ? -1 : 1;
  // Of numbers, the longer is the greater one.
  if (a && left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
  return left.compare(right);
}

/// Numbers come before words, and no parts after all others: a pre-release comes before its release.
template <class Parts>
int comparePrereleases(const Parts& left, const Parts& right) {
  if (left.empty() || right.empty()) return static_cast<int>(left.empty()) - static_cast<int>(right.empty());
  const size_t common = std::min(left.size(), right.size());
  for (size_t i = 0; i < common; ++i) {
    if (const int order = compareIdentifiers(left[i], right[i])) return order;
  }
  if (left.size() == right.size()) return 0;
  return left.size() < right.size() ? -1 : 1;
}

/// The parts of what need not be a version.
struct Loose {
  llvm::SmallVector<llvm::StringRef, 4> release;
  llvm::SmallVector<llvm::StringRef, 4> prerelease;

  explicit Loose(llvm::StringRef text) {
    const auto [core, rest] = text.split('+').first.split('-');
    core.split(release, '.');
    if (!rest.empty()) rest.split(prerelease, '.');
  }
  /// Without leading zeros, so that numbers are numbers; `0` for a part that is not there.
  [[nodiscard]] llvm::StringRef part(size_t at) const {
    if (at >= release.size()) return "0";
    const llvm::StringRef part = release[at].ltrim('0');
    return part.empty() ? "0" : part;
  }
};

Version nextMajor(const Version& version) { return {.major = version.major + 1, .prerelease = {}}; }
Version nextMinor(const Version& version) {
  return {.major = version.major, .minor = version.minor + 1, .prerelease = {}};
}
Version nextPatch(const Version& version) {
  return {.major = version.major, .minor = version.minor, .patch = version.patch + 1, .prerelease = {}};
}

/// The first version behind all that begin with the parts given.
Version afterParts(const Partial& partial) {
  if (partial.parts == 1) return nextMajor(partial.version);
  return partial.parts == 2 ? nextMinor(partial.version) : nextPatch(partial.version);
}

/// The first version that is not compatible: the leftmost part that is not zero goes up.
Version afterCompatible(const Partial& partial) {
  const Version& version = partial.version;
  if (version.major != 0 || partial.parts == 1) return nextMajor(version);
  if (version.minor != 0 || partial.parts == 2) return nextMinor(version);
  return nextPatch(version);
}

bool isSameRelease(const Version& left, const Version& right) {
  return left.major == right.major && left.minor == right.minor && left.patch == right.patch;
}

}  // namespace

std::optional<Version> Version::parse(llvm::StringRef text) {
  auto partial = parsePartial(text);
  if (!partial || partial->parts != 3) return {};
  return std::move(partial->version);
}

llvm::StringRef word(VersionStep step) {
  switch (step) {
    case VersionStep::None: return "none";
    case VersionStep::Patch: return "patch";
    case VersionStep::Minor: return "minor";
    case VersionStep::Major: return "major";
  }
  llvm_unreachable("every step has a word");
}

std::optional<VersionStep> findVersionStep(llvm::StringRef word) {
  return llvm::StringSwitch<std::optional<VersionStep>>(word)
      .Case("none", VersionStep::None)
      .Case("patch", VersionStep::Patch)
      .Case("minor", VersionStep::Minor)
      .Case("major", VersionStep::Major)
      .Default(std::nullopt);
}

VersionStep stepBetween(const Version& before, const Version& after) {
  if (compare(before, after) == 0) return VersionStep::None;
  if (!before.prerelease.empty()) return VersionStep::Major;
  const bool isEarly = areEarly(before, after);
  if (before.major != after.major) return VersionStep::Major;
  if (before.minor != after.minor) return isEarly ? VersionStep::Major : VersionStep::Minor;
  return isEarly ? VersionStep::Minor : VersionStep::Patch;
}

bool areEarly(const Version& before, const Version& after) { return before.major == 0 && after.major == 0; }

Version nextVersion(const Version& before, VersionStep step) {
  Version out = {before.major, before.minor, before.patch, {}};
  if (step == VersionStep::None) return before;
  // The release that a pre-release leads to announces everything.
  if (!before.prerelease.empty()) return out;
  const bool isEarly = before.major == 0;
  if (step == VersionStep::Major && !isEarly) return {before.major + 1, 0, 0, {}};
  if (step == VersionStep::Major || (step == VersionStep::Minor && !isEarly)) return {before.major, before.minor + 1, 0, {}};
  ++out.patch;
  return out;
}

std::string toString(const Version& version) {
  std::string out = fmt::format("{}.{}.{}", version.major, version.minor, version.patch);
  for (size_t i = 0; i < version.prerelease.size(); ++i) out += (i == 0 ? "-" : ".") + version.prerelease[i];
  return out;
}

int compare(const Version& left, const Version& right) {
  const std::array<uint64_t, 3> a = {left.major, left.minor, left.patch};
  const std::array<uint64_t, 3> b = {right.major, right.minor, right.patch};
  if (a != b) return a < b ? -1 : 1;
  return comparePrereleases(left.prerelease, right.prerelease);
}

int compareLeniently(llvm::StringRef left, llvm::StringRef right) {
  const Loose a(left);
  const Loose b(right);
  for (size_t i = 0; i < std::max(a.release.size(), b.release.size()); ++i) {
    if (const int order = compareIdentifiers(a.part(i), b.part(i))) return order;
  }
  return comparePrereleases(a.prerelease, b.prerelease);
}

std::optional<VersionRequirement::Bounds> VersionRequirement::parseBounds(llvm::StringRef text) {
  text = text.trim();
  if (text == "*") return Bounds{.low = {}, .high = {}};
  llvm::StringRef sign = text.take_while([](char c) { return llvm::StringRef("^~=<>").contains(c); });
  const auto partial = parsePartial(text.drop_front(sign.size()).ltrim());
  if (!partial) return {};
  const Version& version = partial->version;
  const bool whole = partial->parts == 3;
  if (sign == "^") return Bounds{.low = version, .high = afterCompatible(*partial)};
  if (sign == "~") {
    return Bounds{.low = version, .high = partial->parts == 1 ? nextMajor(version) : nextMinor(version)};
  }
  if (sign.empty() || sign == "=") {
    if (whole) return Bounds{.low = version, .high = version, .highIsInside = true};
    return Bounds{.low = version, .high = afterParts(*partial)};
  }
  if (sign == ">=") return Bounds{.low = version, .high = {}};
  if (sign == "<") return Bounds{.low = {}, .high = version};
  if (sign == ">" && whole) return Bounds{.low = version, .high = {}, .lowIsOutside = true};
  if (sign == ">") return Bounds{.low = afterParts(*partial), .high = {}};
  if (sign == "<=" && whole) return Bounds{.low = {}, .high = version, .highIsInside = true};
  if (sign == "<=") return Bounds{.low = {}, .high = afterParts(*partial)};
  return {};
}

std::optional<VersionRequirement> VersionRequirement::parse(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef, 2> parts;
  text.split(parts, ',');
  VersionRequirement out;
  for (const llvm::StringRef part : parts) {
    auto bounds = parseBounds(part);
    if (!bounds) return {};
    out.all_.push_back(std::move(*bounds));
  }
  return out;
}

bool VersionRequirement::contains(const Version& version) const {
  bool namesPrerelease = version.prerelease.empty();
  for (const Bounds& bounds : all_) {
    if (bounds.low) {
      const int order = compare(version, *bounds.low);
      if (order < 0 || (order == 0 && bounds.lowIsOutside)) return false;
    }
    if (bounds.high) {
      const int order = compare(version, *bounds.high);
      if (order > 0 || (order == 0 && !bounds.highIsInside)) return false;
    }
    for (const auto& bound : {bounds.low, bounds.high}) {
      namesPrerelease |= bound && !bound->prerelease.empty() && isSameRelease(*bound, version);
    }
  }
  return namesPrerelease;
}

}  // namespace cadre
