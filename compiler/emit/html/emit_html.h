// The static site: takes a publication, gives `site/…` to a sink: pages that work from file://, load
// nothing from elsewhere and need no script. Reads no disk.
#pragma once

#include "emit/emitter.h"

namespace cadre::emit {

llvm::Error emitHtml(const model::Publication& publication, Sink& sink, const Options& options);

}  // namespace cadre::emit
