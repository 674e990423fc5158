// Shows diagnostics: takes findings and sources, gives text in one of the formats of formats.def.
// Never writes to a stream of the process by itself.
#pragma once

#include "diag/diagnostics.h"
#include "source/source_manager.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/Support/raw_ostream.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::diag {

enum class MessageFormat : uint8_t {
#define FORMAT(id, ...) id,
#include "diag/formats.def"
};

/// What may stand beside the findings in one stream.
enum class FormatShape : uint8_t {
  Text,      ///< Other lines.
  Lines,     ///< Nothing; empty where there is nothing to report.
  Document,  ///< Nothing; there is a document even where there is nothing to report.
};

/// A row of formats.def.
struct FormatRow {
  MessageFormat format;
  FormatShape shape;
  llvm::StringRef name;
  llvm::StringRef help;
};

llvm::ArrayRef<FormatRow> formatRows();
std::vector<llvm::StringRef> formatNames();
FormatShape shapeOf(MessageFormat format);
/// The format called `name`.
std::optional<MessageFormat> findFormat(llvm::StringRef name);

struct RenderOptions {
  bool color = false;
  /// Findings beyond this number are counted, not shown; 0 shows all.
  size_t maxDiagnostics = 0;
  /// What is not about the sources but about the call, a manifest or the world. It is shown among
  /// the findings; formats that can, tell it apart. May be null.
  const Diagnostics* faults = nullptr;
  /// A warning counts as an error does.
  bool denyWarnings = false;
  /// What the process is going to end with.
  int exitCode = 0;
  /// Of cadre; documents name it.
  std::string_view version = {};
  /// By FileId: how formats for servers name the file, relative to the current directory. Where it is
  /// empty, files are named as people see them.
  llvm::ArrayRef<std::string> paths = {};
  /// Gives the page of a code; documents carry the pages of what they report. Null: those of the
  /// tables in kinds/ alone.
  std::string (*page)(llvm::StringRef code) = nullptr;
};

/// Writes `diagnostics` and the faults of `options`, sorted, in `format` to `out`. A document is
/// complete: one call a process.
void render(const Diagnostics& diagnostics, const SourceManager& sources, MessageFormat format,
            const RenderOptions& options, llvm::raw_ostream& out);

/// The name of a severity: `error`, `warning`, `info`.
llvm::StringRef name(Severity severity);

}  // namespace cadre::diag
