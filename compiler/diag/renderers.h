// The formats behind render(), a file each: a function takes what there is to report and gives all of
// its text. They choose nothing; report.cpp does.
#pragma once

#include "diag/renderer.h"
#include "diag/report.h"

namespace cadre::diag {

#define FORMAT(id, ...) void render##id(const Report& report, llvm::raw_ostream& out);
#include "diag/formats.def"

/// `2 errors, 1 warning (3 not shown)`, a line; nothing where nothing was found.
void printSummary(const Report& report, llvm::raw_ostream& out);

/// `error[E0302]`, or `error` without a code.
std::string heading(const Diagnostic& diagnostic);

/// What to do, in words: the help, and the fixes that it does not name.
std::vector<std::string> allHelp(const Diagnostic& diagnostic);

/// What belongs to a finding, a line each and fit to be shown: its labels with their places, notes
/// (`note: …`) and help (`help: …`).
std::vector<std::string> remarks(const Diagnostic& diagnostic, const Report& report);

/// `note: …` and `help: …`, as they are.
std::vector<std::string> notesAndHelp(const Diagnostic& diagnostic);

}  // namespace cadre::diag
