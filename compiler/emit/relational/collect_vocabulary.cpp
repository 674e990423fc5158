#include "emit/relational/collector.h"

namespace cadre::emit::relational {

using namespace model;

void Collector::add(const Framework& framework) {
  const StringRef key = framework.key;
  rows_[TableId::Framework].add(
      key, key, titleOf(framework), plainOf(framework.about), markdownOf(framework.about),
      Value::orNull(framework.code), framework.version, Value::orNull(framework.language),
      Value::orNull(framework.publisher), Value::orNull(framework.license),
      Value::orNull(framework.uri), keyOf(framework.defaultScale), word(framework.status),
      Value::orNull(framework.since), Value::orNull(framework.reviewed), retiredIn(framework));
  size_t position = 0;
  for (const StringRef language : framework.translations) {
    rows_[TableId::FrameworkLanguage].add(key, language, ++position);
  }
  addUses(framework);
  addShared("framework", framework);
}

void Collector::addUses(const Framework& framework) {
  size_t position = 0;
  for (const Use& use : framework.uses) {
    if (!publication_.contains(use.framework)) continue;
    rows_[TableId::FrameworkUse].add(framework.key, use.name, keyOf(use.framework), ++position,
                                     use.withRules);
  }
}

void Collector::add(const Scale& scale) {
  const bool isNumeric = scale.kind == ScaleKind::Numeric;
  auto row = declared(scale);
  row.append({isNumeric ? "numeric" : "ordinal", scale.cumulative,
              isNumeric ? Value(scale.low) : Value(), isNumeric ? Value(scale.high) : Value()});
  rows_[TableId::Scale].addRow(row);
  size_t descriptors = 0;
  for (const LevelId level : scale.levels) addLevel(scale, model_[level], descriptors);
  addShared("scale", scale);
}

void Collector::addLevel(const Scale& scale, const Level& level, size_t& descriptors) {
  rows_[TableId::Level].add(scale.key, level.name, frameworkKey(scale.framework), level.ordinal,
                            level.title.isEmpty() ? level.name : level.title.plain,
                            plainOf(level.about), markdownOf(level.about), Value());
  addTranslations("scale", scale.key, "level_title", level.ordinal, level.title);
  addTranslations("scale", scale.key, "level_about", level.ordinal, level.about);
  for (const Bullet& bullet : level.descriptors) {
    rows_[TableId::LevelDescriptor].add(scale.key, ++descriptors, level.name,
                                        Value::orNull(bullet.label), plainOf(bullet.text),
                                        markdownOf(bullet.text));
    addTranslations("scale", scale.key, "descriptor", descriptors, bullet.text);
  }
}

void Collector::add(const Kind& kind) {
  auto row = declared(kind);
  row.push_back(keyOf(kind.like));
  if (!kind.framework) {
    constexpr size_t title = 4;
    const std::string capitalised = kind.key.take_front().upper() + kind.key.drop_front().str();
    row[title] = rows_.arena.copy(capitalised);
  }
  rows_[TableId::Kind].addRow(row);
  addShared("kind", kind);
}

void Collector::add(const Category& category) {
  auto row = declared(category);
  row.push_back(keyOf(category.parent));
  rows_[TableId::Category].addRow(row);
  addShared("category", category);
}

void Collector::add(const Family& family) {
  auto row = declared(family);
  row.push_back(keyOf(family.parent));
  rows_[TableId::Family].addRow(row);
  addShared("family", family);
}

void Collector::add(const Attribute& attribute) {
  auto row = declared(attribute);
  row.append({word(attribute.type), attribute.required, Value::orNull(attribute.pattern),
              attribute.low, attribute.high});
  rows_[TableId::Attribute].addRow(row);
  for (const DeclKind kind : targetsOf(attribute)) {
    rows_[TableId::AttributeTarget].add(attribute.key, word(kind));
    if (kind != DeclKind::Statement) continue;
    for (const StatementSort sort : statementSortsOf(attribute)) {
      rows_[TableId::AttributeStatementSort].add(attribute.key, word(sort));
    }
  }
  size_t position = 0;
  for (const StringRef value : attribute.values) {
    rows_[TableId::AttributeChoice].add(attribute.key, value, ++position);
  }
  addShared("attribute", attribute);
}

void Collector::add(const Statement& statement) {
  rows_[TableId::Statement].add(
      statement.key, frameworkKey(statement.framework), nextPosition(statement.framework),
      statement.name, word(statement.sort), plainOf(statement.text), markdownOf(statement.text),
      plainOf(statement.about), markdownOf(statement.about), Value::orNull(statement.code),
      word(statement.status), Value::orNull(statement.since), Value::orNull(statement.reviewed),
      retiredIn(statement));
  addTranslations("statement", statement.key, "text", 0, statement.text);
  addShared("statement", statement);
}

void Collector::add(const Credential& credential) {
  auto row = declared(credential);
  row.append({Value::orNull(credential.issuer),
              credential.renewsEveryMonths ? Value(credential.renewsEveryMonths) : Value(),
              Value::orNull(credential.url)});
  rows_[TableId::Credential].addRow(row);
  addShared("credential", credential);
}

void Collector::add(const Crosswalk& crosswalk) {
  const Value from = keyOf(crosswalk.from);
  const Value to = keyOf(crosswalk.to);
  auto row = declared(crosswalk);
  row.append({from, to});
  rows_[TableId::Crosswalk].addRow(row);
  size_t position = 0;
  for (const Crosswalk::Pair& pair : crosswalk.pairs) {
    const LevelColumns left = levelOf(pair.from);
    const LevelColumns right = levelOf(pair.to);
    rows_[TableId::CrosswalkPair].add(crosswalk.key, ++position, from, left.id, left.number, to,
                                      right.id, right.number);
  }
  addShared("crosswalk", crosswalk);
}

}  // namespace cadre::emit::relational
