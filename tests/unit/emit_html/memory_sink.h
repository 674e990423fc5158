// The whole site of a model, in memory, for tests.
#pragma once

#include "emit/html/emit_html.h"
#include "support/memory_sink.h"

namespace cadre::test {

/// The whole site of a model.
inline MemorySink siteOf(const model::Model& model, model::PublicationOptions options = {}) {
  MemorySink sink;
  const model::Publication publication(model, options);
  llvm::cantFail(emit::emitHtml(publication, sink, {}));
  return sink;
}

}  // namespace cadre::test
