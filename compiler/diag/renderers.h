// The formats behind render(): each takes one diagnostic and gives its text. They count nothing and
// choose nothing; render.cpp does.
#pragma once

#include "diag/renderer.h"

namespace cadre::diag {

void renderHuman(const Diagnostic& diagnostic, const SourceManager& sources, bool color,
                 llvm::raw_ostream& out);
void renderShort(const Diagnostic& diagnostic, const SourceManager& sources,
                 llvm::raw_ostream& out);
void renderJson(const Diagnostic& diagnostic, const SourceManager& sources, llvm::raw_ostream& out);

/// `error[E0302]`, or `error` without a code.
std::string heading(const Diagnostic& diagnostic);

}  // namespace cadre::diag
