// From bytes to trees: takes a file's text, gives its tree, tokens and comments, and reports what
// is wrong with it. Every text gives a tree. The only folder that knows ANTLR; never throws.
#pragma once

#include "diag/diagnostics.h"
#include "source/source_manager.h"
#include "syntax/ast.h"

#include <memory>

namespace cadre::parse {

/// Blocks may nest this deep; deeper ones are reported and skipped.
constexpr unsigned maxDepth = 200;

/// Parses `file`. Never null. The tree refers to the text in `sources`, which must outlive it.
std::unique_ptr<syntax::File> parse(const SourceManager& sources, FileId file, Diagnostics& diags);

}  // namespace cadre::parse
