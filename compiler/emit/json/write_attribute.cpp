#include "emit/json/records.h"
#include "emit/json/write_declaration.h"
#include "emit/json/write_reference.h"

namespace cadre::emit::json {

using model::Attribute;
using model::DeclKind;
using model::StatementSort;

namespace {

/// What an attribute can stand on that names nothing: all that can have one, as the schema lists
/// it.
constexpr DeclKind anyDeclaration[] = {
    DeclKind::Framework, DeclKind::Kind,       DeclKind::Attribute, DeclKind::Scale,
    DeclKind::Category,  DeclKind::Family,     DeclKind::Statement, DeclKind::Credential,
    DeclKind::Resource,  DeclKind::Competency, DeclKind::Profile,   DeclKind::Path,
    DeclKind::Crosswalk};
constexpr StatementSort anyStatement[] = {StatementSort::Knowledge, StatementSort::Skill,
                                          StatementSort::Ability, StatementSort::Task};

template <class T>
llvm::ArrayRef<T> orAll(llvm::ArrayRef<T> named, llvm::ArrayRef<T> all) {
  return named.empty() ? all : named;
}

/// The words of the declarations that the attribute can stand on. Statements have four.
void writeOn(const Context& to, const Attribute& attribute) {
  llvm::SmallVector<llvm::StringRef, 16> words;
  for (const DeclKind kind : orAll<DeclKind>(attribute.on, anyDeclaration)) {
    if (kind != DeclKind::Statement) {
      words.push_back(word(kind));
      continue;
    }
    for (const StatementSort sort : orAll<StatementSort>(attribute.onStatements, anyStatement))
      words.push_back(word(sort));
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
