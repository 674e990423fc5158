#include "emit/json/records.h"
#include "emit/json/write_declaration.h"
#include "emit/json/write_reference.h"

namespace cadre::emit::json {

void writeRecord(const Context& to, const model::Category& category) {
  writeHead(to, category);
  writeReference(to, "parent", category.parent);
  writeTail(to, category, word(model::DeclKind::Category));
}

void writeRecord(const Context& to, const model::Family& family) {
  writeHead(to, family);
  writeReference(to, "parent", family.parent);
  writeTail(to, family, word(model::DeclKind::Family));
}

}  // namespace cadre::emit::json
