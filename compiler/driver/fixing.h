// Checks that may write: takes loaded units, mends what can be mended, writes the files that changed,
// and reports what is left. What `cadre check --fix` and `cadre lint --fix` share.
#pragma once

#include "driver/pipeline.h"

namespace cadre::driver {

/// What the paths stand for, each package once; the current directory without any.
std::vector<Unit> loadAll(Loader& loader, const std::vector<std::string>& paths);

/// Which findings count, and which fixes are made.
struct Fixing {
  /// Findings of rules alone, and errors, without which no rule can be trusted.
  bool isLintAlone = false;
  /// Also fixes of rules that may change what is meant.
  bool withUnsafe = false;
};

/// Whether a finding is a rule's.
bool isOfRule(const Diagnostic& diagnostic);

/// Takes out what `cadre lint` does not show.
void keepLintAlone(Diagnostics& findings);

/// Fixes, and ends the verb.
ExitCode runFixing(Context& context, Loader& loader, const std::vector<Unit>& units, Fixing fixing);

/// Says how many findings the baselines of the units keep back, where a person reads it.
void tellBaselined(Context& context, const std::vector<session::Result>& results);

}  // namespace cadre::driver
