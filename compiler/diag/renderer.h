// Shows diagnostics: takes findings and sources, gives text. A format is a Renderer; it never
// writes to a stream of the process by itself.
#pragma once

#include "diag/diagnostics.h"
#include "source/source_manager.h"

#include <llvm/Support/raw_ostream.h>

#include <memory>
#include <string>

namespace cadre::diag {

enum class MessageFormat { Human, Short, Json };

struct RenderOptions {
  bool color = false;
  /// Findings beyond this number are counted, not shown; 0 shows all.
  size_t maxDiagnostics = 0;
};

/// Writes `diagnostics`, sorted, in `format` to `out`.
/// - Human draws the source with the primary span (`^`) and labels (`-`), notes, help and fixes,
///   and ends with a summary line where there is a finding.
/// - Short is `path:line:column: severity[CODE]: message`, a line each.
/// - Json is one object a line, as docs/message-formats.md lists its members.
void render(const Diagnostics& diagnostics, const SourceManager& sources, MessageFormat format,
            const RenderOptions& options, llvm::raw_ostream& out);

/// The name of a severity in every format: `error`, `warning`, `info`.
llvm::StringRef name(Severity severity);

}  // namespace cadre::diag
