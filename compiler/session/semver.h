// Versions (SemVer 2.0.0) and the ranges that a dependency asks for. Takes text, gives values that
// compare; nothing when the text is neither.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre::session {

/// `2.1.0-beta.1`. What follows a `+` is read and forgotten: it does not order versions.
struct Version {
  uint64_t major = 0;
  uint64_t minor = 0;
  uint64_t patch = 0;
  std::vector<std::string> prerelease;  ///< `beta`, `1`

  static std::optional<Version> parse(llvm::StringRef text);
};

/// Below 0, 0 or above 0, by the order of SemVer: a pre-release comes before its release.
[[nodiscard]] int compare(const Version& left, const Version& right);

/// A range of versions: `^2.0` (compatible), `~2.1` (this minor), `2.1.0` or `=2.1.0` (this one; parts
/// left out may be any), `>=1.2, <3` (all of them), `*`.
class VersionRequirement {
public:
  static std::optional<VersionRequirement> parse(llvm::StringRef text);

  /// A pre-release is in the range only where a bound names a pre-release of the same release.
  [[nodiscard]] bool contains(const Version& version) const;

private:
  /// `low` up to and without `high`; a side may be open.
  struct Bounds {
    std::optional<Version> low;
    std::optional<Version> high;
    bool lowIsOutside = false;
    bool highIsInside = false;
  };
  static std::optional<Bounds> parseBounds(llvm::StringRef text);

  std::vector<Bounds> all_;
};

}  // namespace cadre::session
