#include "emit/relational/collector.h"

namespace cadre::emit::relational {

using namespace model;

StringRef titleOf(const Declaration& declaration) {
  if (!declaration.title.isEmpty()) return declaration.title.plain;
  const StringRef name = declaration.name.empty() ? declaration.key : declaration.name;
  return name.rsplit('.').second.empty() ? name : name.rsplit('.').second;
}

Value plainOf(const Text& text) {
  return Value::orNull(text.plain.empty() ? text.markdown : text.plain);
}

Value markdownOf(const Text& text) {
  return text.plain.empty() || text.markdown == text.plain ? Value() : Value::orNull(text.markdown);
}

Value Collector::frameworkKey(FrameworkId id) const { return id ? Value(model_[id].key) : Value(); }

Value Collector::retiredIn(const Declaration& declaration) const {
  if (declaration.status != Status::Retired || !declaration.framework) return {};
  return model_[declaration.framework].version;
}

size_t Collector::nextPosition(FrameworkId framework) {
  return ++positions_[framework ? framework.index() : positions_.size() - 1];
}

llvm::SmallVector<Value, 24> Collector::declared(const Declaration& declaration) {
  return {declaration.key,
          frameworkKey(declaration.framework),
          nextPosition(declaration.framework),
          declaration.name,
          titleOf(declaration),
          plainOf(declaration.about),
          markdownOf(declaration.about),
          Value::orNull(declaration.code),
          word(declaration.status),
          Value::orNull(declaration.since),
          Value::orNull(declaration.reviewed),
          retiredIn(declaration)};
}

void Collector::addShared(Word kind, const Declaration& declaration) {
  addLists(kind, declaration);
  addAttributeValues(kind, declaration);
  addSuccessions(kind, declaration);
  addTranslations(kind, declaration.key, "title", 0, declaration.title);
  addTranslations(kind, declaration.key, "about", 0, declaration.about);
}

void Collector::addLists(Word kind, const Declaration& declaration) {
  const StringRef key = declaration.key;
  size_t position = 0;
  for (const StringRef keyword : declaration.keywords) {
    if (!keyword.empty()) rows_[TableId::Keyword].add(kind, key, ++position, keyword);
  }
  position = 0;
  for (const Match& match : declaration.matches) {
    rows_[TableId::Correspondence].add(kind, key, ++position, word(match.relation), match.scheme,
                                       match.target);
  }
  position = 0;
  for (const StringRef name : declaration.was) {
    rows_[TableId::FormerName].add(kind, key, ++position, name);
  }
  position = 0;
  for (const Allow& allow : declaration.allows) {
    rows_[TableId::Allowance].add(kind, key, ++position, allow.rule, plainOf(allow.because),
                                  markdownOf(allow.because));
  }
}

void Collector::addAttributeValues(Word kind, const Declaration& declaration) {
  for (const AttributeValue& value : declaration.attributes) {
    if (!publication_.contains(value.attribute)) continue;
    const Attribute& attribute = model_[value.attribute];
    const bool isNumber = attribute.type == AttributeType::Number;
    const bool isBoolean = attribute.type == AttributeType::Boolean;
    rows_[TableId::AttributeValue].add(
        kind, declaration.key, attribute.key, isNumber || isBoolean ? Value() : Value(value.text),
        isNumber ? Value(value.number) : Value(), isBoolean ? Value(value.boolean) : Value());
  }
}

void Collector::addSuccessions(Word kind, const Declaration& declaration) {
  const StringRef key = declaration.key;
  const bool isOwn = !model_.isExternal(declaration);
  size_t position = 0;
  for (const StringRef replaced : declaration.replaces) {
    rows_[TableId::Replacement].add(kind, key, replaced, ++position);
    if (isOwn) rows_.successions.push_back({kind, replaced, key});
  }
  const Deprecation* deprecated = declaration.deprecated;
  if (!deprecated) return;
  const StringRef successor = publication_.successor(declaration);
  rows_[TableId::Deprecation].add(kind, key, Value::orNull(deprecated->since),
                                  plainOf(deprecated->because), markdownOf(deprecated->because),
                                  Value::orNull(successor));
  addTranslations(kind, key, "deprecated_because", 0, deprecated->because);
  if (isOwn && !successor.empty()) rows_.successions.push_back({kind, key, successor});
}

void Collector::addTranslations(Word kind, StringRef id, Word field, size_t position,
                                const Text& text) {
  for (const Translated& translated : text.translations) {
    const Text words{translated.plain, translated.markdown, text.blocks, {}, {}};
    if (plainOf(words).type() == Value::Type::Null) continue;
    rows_[TableId::Translation].add(translated.language, kind, id, field, position, plainOf(words),
                                    markdownOf(words));
  }
}

Collector::LevelColumns Collector::levelOf(const LevelValue& value) const {
  return {value.level ? Value(model_[value.level].name) : Value(), value.number};
}

Collector::LevelColumns Collector::levelOf(const LevelValue& value, CompetencyId competency) const {
  return publication_.contains(model_[competency].scale) ? levelOf(value) : LevelColumns();
}

}  // namespace cadre::emit::relational
