#include "emit/sql/emit_sql.h"

namespace cadre::emit {

llvm::Error emitSql(const model::Publication&, Sink&, const Options&) { return llvm::Error::success(); }

}  // namespace cadre::emit
