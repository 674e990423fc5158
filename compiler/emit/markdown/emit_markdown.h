// Markdown: takes a publication, gives `markdown/…` to a sink: an index, a page for each profile,
// fit for a wiki or a job advert, and a report of what the pages do not carry. Option: `language`.
#pragma once

#include "emit/emitter.h"

namespace cadre::emit {

llvm::Error emitMarkdown(const model::Publication& publication, Sink& sink, const Options& options);

}  // namespace cadre::emit
