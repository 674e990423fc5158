// The emitter `json`: a publication as one JSON document with its JSON Schema beside it. The
// schema, runtime/json/framework.schema.json, is the contract: what it lists is written, in its
// order.
#pragma once

#include "emit/emitter.h"

namespace cadre::emit {

/// Writes `framework.json` and `framework.schema.json`. There are no options.
llvm::Error emitJson(const model::Publication& publication, Sink& sink, const Options& options);

}  // namespace cadre::emit
