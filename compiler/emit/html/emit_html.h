#pragma once

#include "emit/emitter.h"

namespace cadre::emit {

llvm::Error emitHtml(const model::Publication& publication, Sink& sink, const Options& options);

}  // namespace cadre::emit
