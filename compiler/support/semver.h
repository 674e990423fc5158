// Versions (SemVer 2.0.0) and the ranges that a dependency asks for. Takes text, gives values that
// compare; nothing when the text is neither.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// `2.1.0-beta.1`. What follows a `+` is read and forgotten: it does not order versions. SemVer sets no bound to the
/// three numbers; these are at most 2^53 - 1, which is what npm takes.
struct Version {
  uint64_t major = 0;
  uint64_t minor = 0;
  uint64_t patch = 0;
  std::vector<std::string> prerelease;  ///< `beta`, `1`

  static std::optional<Version> parse(llvm::StringRef text);
};

/// The step from one version to a later one, by what it announces: nothing; mended words; more of the same;
/// what no longer fits.
enum class VersionStep : uint8_t { None, Patch, Minor, Major };
/// `none`, `patch`, `minor`, `major`.
[[nodiscard]] llvm::StringRef word(VersionStep step);
[[nodiscard]] std::optional<VersionStep> findVersionStep(llvm::StringRef word);

/// The step from `before` to `after`, which is not below it. Below 1.0.0 the second number announces what
/// the first one does later, and the third what the second one does (SemVer 4, as Cargo reads it). From one
/// pre-release to whatever comes behind it, everything may change (SemVer 9: it promises nothing).
[[nodiscard]] VersionStep stepBetween(const Version& before, const Version& after);
/// Whether the numbers of both are read as they are below 1.0.0.
[[nodiscard]] bool areEarly(const Version& before, const Version& after);
/// The least version behind `before` that announces `step`, without a pre-release.
[[nodiscard]] Version nextVersion(const Version& before, VersionStep step);
/// `2.1.0-beta.1`
[[nodiscard]] std::string toString(const Version& version);

/// Below 0, 0 or above 0, by the order of SemVer: a pre-release comes before its release.
[[nodiscard]] int compare(const Version& left, const Version& right);

/// The same of texts that need not be whole versions (`2.0`, `1.4.0.2`): a part that is left out counts
/// as 0, numbers come before words.
[[nodiscard]] int compareLeniently(llvm::StringRef left, llvm::StringRef right);

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

}  // namespace cadre
