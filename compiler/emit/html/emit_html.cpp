#include "emit/html/emit_html.h"

namespace cadre::emit {

llvm::Error emitHtml(const model::Publication&, Sink&, const Options&) { return llvm::Error::success(); }

}  // namespace cadre::emit
