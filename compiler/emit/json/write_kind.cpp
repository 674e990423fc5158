#include "emit/json/records.h"
#include "emit/json/write_declaration.h"
#include "emit/json/write_reference.h"

#include <llvm/ADT/StringExtras.h>

namespace cadre::emit::json {

using model::Kind;

namespace {

/// A built-in kind has no framework, and so no life cycle and no names but the word.
void writeBuiltIn(const Context& to, const Kind& kind) {
  std::string title = kind.key.str();
  title.front() = llvm::toUpper(title.front());
  to.out.string("id", kind.key);
  to.out.string("title", title);
}

}  // namespace

void writeRecord(const Context& to, const Kind& kind) {
  if (!kind.framework) {
    writeBuiltIn(to, kind);
    return;
  }
  writeHead(to, kind);
  writeReference(to, "like", kind.like);
  writeTail(to, kind, word(model::DeclKind::Kind));
}

}  // namespace cadre::emit::json
