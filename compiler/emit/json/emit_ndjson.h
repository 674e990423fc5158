// The emitter `ndjson`: a publication as a stream, one JSON object a line, with the JSON Schema of
// a line beside it. A line holds what framework.json says of one record, in the same members, and
// before them what it takes to understand the line alone.
#pragma once

#include "emit/emitter.h"

namespace cadre::emit {

/// Writes `framework.ndjson` and `framework.ndjson.schema.json`. There are no options.
llvm::Error emitNdjson(const model::Publication& publication, Sink& sink, const Options& options);

}  // namespace cadre::emit
