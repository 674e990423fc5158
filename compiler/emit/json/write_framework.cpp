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

void writePublisher(const Context& to, const Framework& framework) {
  to.out.stringUnlessEmpty("publisher", framework.publisher);
  to.out.stringUnlessEmpty("license", framework.license);
  to.out.stringUnlessEmpty("uri", framework.uri);
}

void writeUuid(const Context& to, const Framework& framework) {
  to.out.string("uuid", uuidOf(framework, word(DeclKind::Framework)));
}

/// Whether the rules of `other` reach the profiles of the framework that was compiled.
bool takesRulesOf(const Context& to, const Framework& other) {
  return llvm::any_of(to.model.framework().uses, [&](const model::Use& use) {
    return use.withRules && use.framework == other.framework;
  });
}

}  // namespace

void writeFramework(const Context& to, const Framework& framework) {
  to.out.string("id", framework.key);
  writeTitle(to, framework.title, framework.key);
  writeDescription(to, framework);
  writeEdition(to, framework);
  writeLanguages(to, framework);
  writePublisher(to, framework);
  writeReference(to, "scale", framework.defaultScale);
  writeLifeCycle(to, framework);
  writeDeclarationTranslations(to, framework);
  writeUuid(to, framework);
}

void writeDependency(const Context& to, const Framework& framework) {
  to.out.string("id", framework.key);
  writeTitle(to, framework.title, framework.key);
  writeEdition(to, framework);
  writeLanguages(to, framework);
  writePublisher(to, framework);
  to.out.flagIfTrue("withRules", takesRulesOf(to, framework));
  to.out.string("status", word(framework.status));
  writeTranslations(to, framework.framework, {{titleMembers, framework.title}});
  writeUuid(to, framework);
}

}  // namespace cadre::emit::json
