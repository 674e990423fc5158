// The pipeline over a set of files: takes sources that the driver (or the server) has read, gives
// trees, diagnostics and a model. Reads and writes nothing itself.
#pragma once

#include "diag/diagnostics.h"
#include "lint/run.h"
#include "model/model.h"
#include "source/source_manager.h"
#include "syntax/ast.h"
#include "translation/lock.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cadre::session {

/// Where locks lie, in the directory of a package: `translations/<language>.lock`.
inline constexpr llvm::StringRef lockFolder = "translations";
inline constexpr llvm::StringRef lockEnding = ".lock";

struct LockFile {
  std::string language;
  FileId file;
};

/// A package whose files have been added to the SourceManager.
struct PackageInput {
  std::string directory;        ///< As diagnostics show it.
  std::vector<FileId> sources;  ///< By path.
  std::vector<LockFile> locks;  ///< By path.
  /// Its locks may be those of other packages, too: it is a file among others.
  bool sharesLocks = false;
  /// What the manifest says of the packages that this one may `use`: a framework id and the index
  /// of its package in Input::packages.
  std::vector<std::pair<std::string, size_t>> dependencies;
  /// Of a package that is read from its interface (session/interface.h): the hash of that. What is
  /// found in one was found when it was made, and only errors are reported again.
  std::string interfaceHash;
  translation::Locks outdated;  ///< What an interface says instead of locks.
};

/// What the linter is told beside the sources.
struct LintInput {
  lint::Config config;
  std::optional<lint::Baseline> baseline;
  std::string today;  ///< `2026-03-01`, or empty.
  bool timesRules = false;  ///< Measure each rule, which itself takes time.
};

struct Input {
  /// Package 0 is compiled; the others are what it depends on, directly or not.
  std::vector<PackageInput> packages;
  /// How to lint package 0; null: not at all.
  const LintInput* lint = nullptr;
  /// Threads to use, at least 1. No output depends on it.
  unsigned jobs = 1;
};

/// Seconds spent in each phase, for benchmarks; empty unless a clock was given.
struct Timing {
  std::string phase;
  double seconds = 0;
  size_t bytes = 0;  ///< Source bytes that the phase went through; 0 where that says nothing.
};

struct Result {
  std::vector<std::unique_ptr<syntax::File>> files;  ///< All packages', in the order of Input.
  /// There whenever the sources could be understood at all, with or without errors. Outputs must
  /// not be made from it when `diagnostics.hasErrors()`.
  std::optional<model::Model> model;
  translation::Locks locks;  ///< Of package 0.
  /// Of each package: what its locks record of translations by position that are left out.
  std::vector<translation::Locks> outdated;
  Diagnostics diagnostics;
  /// Of Input::lint; its findings are among `diagnostics`.
  lint::Outcome lint;
  std::vector<Timing> timings;
};

/// A clock in seconds, given by whoever may read one; null for none.
using Clock = double (*)();

/// Parses, resolves, checks and lints.
Result check(const SourceManager& sources, const Input& input, Clock clock = nullptr);

}  // namespace cadre::session
