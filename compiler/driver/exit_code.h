// How cadre ends: the codes that a process gives back. docs/cli.md says what each one promises; no
// other code is ever used.
#pragma once

namespace cadre::driver {

enum class ExitCode {
  Done = 0,
  Findings = 1,  ///< The sources have errors, or warnings that are denied.
  Outside = 2,   ///< The call, the manifest or the outside world is at fault.
  Fault = 3,     ///< Cadre itself is at fault.
};

}  // namespace cadre::driver
