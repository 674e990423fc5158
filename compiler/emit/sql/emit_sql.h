#pragma once

#include "emit/emitter.h"

namespace cadre::emit {

llvm::Error emitSql(const model::Publication& publication, Sink& sink, const Options& options);

}  // namespace cadre::emit
