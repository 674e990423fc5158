#include "emit/json/write_declaration.h"

#include "emit/json/identity.h"
#include "emit/json/write_reference.h"

namespace cadre::emit::json {

using llvm::StringRef;
using model::AttributeType;
using model::AttributeValue;
using model::Declaration;

namespace {

void writeAttributeValue(const Context& to, const AttributeValue& value) {
  const model::Attribute& attribute = to.model[value.attribute];
  const StringRef name = to.model.isExternal(attribute) ? attribute.key : attribute.name;
  switch (attribute.type) {
    case AttributeType::Number: to.out.number(name, value.number); break;
    case AttributeType::Boolean: to.out.flag(name, value.boolean); break;
    case AttributeType::Text:
    case AttributeType::Date:
    case AttributeType::Url:
    case AttributeType::OneOf: to.out.string(name, value.text); break;
  }
}

void writeAttributes(const Context& to, const Declaration& declaration) {
  const auto all = [&] {
    for (const AttributeValue& value : declaration.attributes) {
      if (to.publication.contains(value.attribute)) writeAttributeValue(to, value);
    }
  };
  to.out.object("attributes", all, IfEmpty::LeaveOut);
}

void writeMatches(const Context& to, const Declaration& declaration) {
  const auto one = [&](const model::Match& match) {
    to.out.string("relation", word(match.relation));
    to.out.string("scheme", match.scheme);
    to.out.string("target", match.target);
  };
  const auto all = [&] {
    for (const model::Match& match : declaration.matches) to.out.object([&] { one(match); });
  };
  to.out.array("matches", all, IfEmpty::LeaveOut);
}

void writeDeprecated(const Context& to, const Declaration& declaration) {
  if (!declaration.deprecated) return;
  const model::Deprecation& deprecation = *declaration.deprecated;
  to.out.object("deprecated", [&] {
    to.out.stringUnlessEmpty("since", deprecation.since);
    writeText(to, becauseMembers, deprecation.because);
    to.out.stringUnlessEmpty("use", to.publication.successor(declaration));
  });
}

}  // namespace

void writeIdentity(const Context& to, const Declaration& declaration) {
  to.out.string("id", declaration.key);
  to.out.string("name", declaration.name);
}

void writeTitle(const Context& to, const model::Text& title, StringRef name) {
  const size_t dot = name.rfind('.');
  const StringRef lastPart = dot == StringRef::npos ? name : name.drop_front(dot + 1);
  to.out.string("title", title.isEmpty() ? lastPart : title.plain);
}

void writeDescription(const Context& to, const Declaration& declaration) {
  writeText(to, aboutMembers, declaration.about);
  to.out.stringUnlessEmpty("code", declaration.code);
  llvm::SmallVector<StringRef, 8> keywords;
  llvm::copy_if(declaration.keywords, std::back_inserter(keywords),
                [](StringRef word) { return !word.empty(); });
  to.out.stringsUnlessEmpty("keywords", keywords);
}

void writeHead(const Context& to, const Declaration& declaration) {
  writeIdentity(to, declaration);
  writeTitle(to, declaration.title, declaration.name);
  writeDescription(to, declaration);
}

void writeLifeCycle(const Context& to, const Declaration& declaration) {
  writeAttributes(to, declaration);
  writeMatches(to, declaration);
  to.out.string("status", word(declaration.status));
  to.out.stringUnlessEmpty("since", declaration.since);
  writeDeprecated(to, declaration);
  writeUniqueStrings(to, "replaces", declaration.replaces);
  writeUniqueStrings(to, "was", declaration.was);
  to.out.stringUnlessEmpty("reviewed", declaration.reviewed);
  writeAllow(to, declaration);
}

void writeAllow(const Context& to, const Declaration& declaration) {
  const auto one = [&](const model::Allow& allow) {
    to.out.string("rule", allow.rule);
    writeText(to, becauseMembers, allow.because);
  };
  const auto all = [&] {
    for (const model::Allow& allow : declaration.allows) to.out.object([&] { one(allow); });
  };
  to.out.array("allow", all, IfEmpty::LeaveOut);
}

void writeHome(const Context& to, const Declaration& declaration) {
  if (!to.model.isExternal(declaration)) return;
  to.out.flag("external", true);
  to.out.string("framework", to.model[declaration.framework].key);
}

void writeDeclarationTranslations(const Context& to, const Declaration& declaration) {
  writeTranslations(to, declaration.framework,
                    {{titleMembers, declaration.title}, {aboutMembers, declaration.about}});
}

void writePlace(const Context& to, const Declaration& declaration, StringRef word) {
  writeHome(to, declaration);
  to.out.stringUnlessEmpty("iri", iriOf(to.model, declaration, word));
  to.out.string("uuid", uuidOf(declaration, word));
}

void writeTail(const Context& to, const Declaration& declaration, StringRef word) {
  writeLifeCycle(to, declaration);
  writeDeclarationTranslations(to, declaration);
  writePlace(to, declaration, word);
}

}  // namespace cadre::emit::json
