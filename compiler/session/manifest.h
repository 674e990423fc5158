// The manifest of a package, cadre.toml: takes a file of the SourceManager, gives what it says and
// reports at its place what it gets wrong. Looks at no disk: paths stay as they are written.
#pragma once

#include "diag/diagnostics.h"
#include "diff/settings.h"
#include "emit/run.h"
#include "lint/config.h"
#include "source/source_manager.h"

#include <optional>
#include <string>
#include <vector>

namespace cadre::session {

/// The name of the file that makes a directory a package.
inline constexpr llvm::StringRef manifestName = "cadre.toml";

/// The newest edition of the language, which holds where a manifest names none.
inline constexpr llvm::StringRef newestEdition = "2026";

/// A line of `[dependencies]`.
struct Dependency {
  std::string framework;    ///< The id that `use` writes.
  std::string path;         ///< Relative to the manifest.
  std::string requirement;  ///< A VersionRequirement, or empty.
  Span span;                ///< The framework id.
  Span pathSpan;
  Span requirementSpan;
};

struct Member {
  std::string path;  ///< Below the manifest, without `.` and `..`.
  Span span;
};

struct Manifest {
  bool isPackage = true;  ///< Not, where there is a `[workspace]` and no `[package]`.
  std::string name;       ///< Empty without.
  std::string edition = newestEdition.str();
  std::vector<Member> members;
  std::vector<Dependency> dependencies;
  std::optional<std::vector<std::string>> emit;
  std::optional<std::string> output;  ///< Relative to the manifest.
  emit::OptionsByEmitter emitOptions;
  std::optional<lint::Config> lint;  ///< None without `[lint]`.
  std::optional<diff::Settings> diff;  ///< None without `[diff]`.
};

/// Reads the manifest `file`. What it could not understand is reported and left out.
Manifest parseManifest(const SourceManager& sources, FileId file, Diagnostics& diagnostics);

}  // namespace cadre::session
