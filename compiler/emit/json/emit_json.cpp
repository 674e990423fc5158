#include "emit/json/emit_json.h"

namespace cadre::emit {

llvm::Error emitJson(const model::Publication&, Sink&, const Options&) { return llvm::Error::success(); }

}  // namespace cadre::emit
