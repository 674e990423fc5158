#include "emit/json/records.h"
#include "emit/json/write_declaration.h"
#include "emit/json/write_reference.h"

namespace cadre::emit::json {

using model::Attribute;
using model::DeclKind;
using model::StatementSort;

namespace {

/// The words of the declarations that the attribute can stand on. Statements have four.
void writeOn(const Context& to, const Attribute& attribute) {
  llvm::SmallVector<llvm::StringRef, 16> words;
  for (const DeclKind kind : model::targetsOf(attribute)) {
    if (kind != DeclKind::Statement) {
      words.push_back(word(kind));
      continue;
    }
    for (const StatementSort sort : model::statementSortsOf(attribute)) words.push_back(word(sort));
  }
  writeUniqueStrings(to, "on", words);
}

}  // namespace

void writeRecord(const Context& to, const Attribute& attribute) {
  writeHead(to, attribute);
  writeOn(to, attribute);
  to.out.string("type", word(attribute.type));
  to.out.stringUnlessEmpty("pattern", attribute.pattern);
  if (attribute.low) to.out.number("minimum", *attribute.low);
  if (attribute.high) to.out.number("maximum", *attribute.high);
  writeUniqueStrings(to, "values", attribute.values);
  to.out.flagIfTrue("required", attribute.required);
  writeTail(to, attribute, word(DeclKind::Attribute));
}

}  // namespace cadre::emit::json
