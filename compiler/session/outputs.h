// The outputs of `cadre build`, as a user sees them: those of the emitters, which are made from the
// model, and the interface, which is made from trees and which no emitter could write.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <vector>

namespace cadre::session {

/// The output that dependents are checked against, and the file that it writes.
inline constexpr llvm::StringRef interfaceOutput = "interface";
inline constexpr llvm::StringRef interfaceName = "framework.interface";

struct OutputRow {
  llvm::StringRef name;
  bool byDefault;
  llvm::StringRef help;  ///< What it writes, in a line.
};

/// All outputs, in the order in which they are made.
std::vector<OutputRow> outputs();
/// Their names, for *did you mean*.
std::vector<llvm::StringRef> outputNames();

}  // namespace cadre::session
