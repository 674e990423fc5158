#include "emit/json/identity.h"
#include "emit/json/records.h"
#include "emit/json/write_declaration.h"
#include "emit/json/write_reference.h"

namespace cadre::emit::json {

using model::DeclKind;
using model::Framework;

namespace {

void writeEdition(const Context& to, const Framework& framework) {
  to.out.string("version", framework.version);
  to.out.string("language", framework.language);
}

void writeLanguages(const Context& to, const Framework& framework) {
  to.out.array("languages", [&] {
    to.out.string(framework.language);
    for (const llvm::StringRef language : otherLanguages(framework)) to.out.string(language);
  });
}

}  // namespace

void writeFramework(const Context& to, const Framework& framework) {
  to.out.string("id", framework.key);
  writeTitle(to, framework.title, framework.key);
  writeDescription(to, framework);
  writeEdition(to, framework);
  writeLanguages(to, framework);
  to.out.stringUnlessEmpty("publisher", framework.publisher);
  to.out.stringUnlessEmpty("license", framework.license);
  to.out.stringUnlessEmpty("uri", framework.uri);
  writeReference(to, "scale", framework.defaultScale);
  writeLifeCycle(to, framework);
  writeDeclarationTranslations(to, framework);
  to.out.string("uuid", uuidOf(framework, word(DeclKind::Framework)));
}

void writeDependency(const Context& to, const Framework& framework) {
  to.out.string("id", framework.key);
  writeTitle(to, framework.title, framework.key);
  writeEdition(to, framework);
}

}  // namespace cadre::emit::json
