#include "emit/relational/collector.h"

namespace cadre::emit::relational {

using namespace model;

void Collector::add(const Competency& competency) {
  const StringRef key = competency.key;
  texts_ = {};
  auto row = declared(competency);
  const bool hasKind = publication_.contains(competency.kind);
  row.append({hasKind ? keyOf(competency.kind) : Value(model_.builtinKind(competency).key),
              keyOf(competency.scale)});
  rows_[TableId::Competency].addRow(row);
  addOffers(competency);
  addRubric(competency, {}, competency.rubric);
  if (publication_.contains(competency.scale)) {
    for (const CompetencyLevel& level : competency.levels) {
      addRubric(competency, level.level, level.rubric);
    }
  }
  addReferences(TableId::CompetencyCategory, key, competency.categories);
  addReferences(TableId::CompetencyPartOf, key, competency.partOf);
  addStatements(TableId::CompetencyStatement, "competency", key, competency.statements);
  addCredentials(TableId::CompetencyCredential, key, competency.credentials);
  addShared("competency", competency);
}

/// The points at which the competency can be had (levels) or is described (anchors).
void Collector::addOffers(const Competency& competency) {
  const StringRef key = competency.key;
  if (!publication_.contains(competency.scale)) return;
  size_t position = 0;
  const auto addTexts = [&](const CompetencyLevel* said) {
    if (!said) return;
    addTranslations("competency", key, "level_title", position, said->title);
    addTranslations("competency", key, "level_about", position, said->about);
  };
  for (const LevelId level : model_.offeredLevels(competency)) {
    const CompetencyLevel* said = model_.findLevel(competency, {level, {}});
    rows_[TableId::CompetencyLevel].add(
        key, model_[level].name, keyOf(competency.scale), ++position,
        said ? Value::orNull(said->title.plain) : Value(), said ? plainOf(said->about) : Value(),
        said ? markdownOf(said->about) : Value(), Value());
    addTexts(said);
  }
  for (const CompetencyLevel& anchor : competency.levels) {
    if (!anchor.level.number) continue;
    rows_[TableId::CompetencyAnchor].add(key, anchor.level.number, ++position,
                                         Value::orNull(anchor.title.plain), plainOf(anchor.about),
                                         markdownOf(anchor.about), Value());
    addTexts(&anchor);
  }
}

void Collector::addRubric(const Competency& competency, const LevelValue& level,
                          const Rubric& rubric) {
  size_t position = 0;
  if (!level.isNone() || !competency.scale) {
    for (const Bullet& bullet : rubric.indicators) {
      addIndicator(competency, level, ++position, bullet);
    }
  }
  addTexts(competency, level, "develop", rubric.develop, texts_.develop);
  addTexts(competency, level, "evidence", rubric.evidence, texts_.evidence);
  addTexts(competency, level, "interview", rubric.interview, texts_.interview);
}

void Collector::addTexts(const Competency& competency, const LevelValue& level, Word sort,
                         ArrayRef<Bullet> bullets, size_t& position) {
  for (const Bullet& bullet : bullets) {
    const LevelColumns at = levelOf(level);
    rows_[TableId::CompetencyText].add(competency.key, sort, ++position, at.id, at.number,
                                       Value::orNull(bullet.label), plainOf(bullet.text),
                                       markdownOf(bullet.text));
    addTranslations("competency", competency.key, sort, position, bullet.text);
  }
}

// Two levels may say the same without a label, and then have one key: the later ones are numbered.
void Collector::addIndicator(const Competency& competency, const LevelValue& level, size_t position,
                             const Bullet& bullet) {
  StringRef key = bullet.key;
  for (size_t count = 2; !indicatorKeys_.insert(key).second; ++count) {
    key = rows_.arena.copy(bullet.key.str() + "~" + std::to_string(count));
  }
  const LevelColumns at = levelOf(level);
  rows_[TableId::Indicator].add(key, frameworkKey(competency.framework), competency.key, at.id,
                                at.number, position, Value::orNull(bullet.label),
                                plainOf(bullet.text), markdownOf(bullet.text), Value());
  addTranslations("indicator", key, "text", 0, bullet.text);
}

void Collector::addStatements(TableId table, Word kind, StringRef key,
                              ArrayRef<StatementUse> uses) {
  size_t position = 0;
  for (const StatementUse& use : uses) {
    if (use.shared) {
      if (!publication_.contains(use.shared)) continue;
      rows_[table].add(key, ++position, word(use.sort), keyOf(use.shared), Value(), Value(),
                       Value());
      continue;
    }
    const Text& text = use.bullet.text;
    rows_[table].add(key, ++position, word(use.sort), Value(), Value::orNull(use.bullet.label),
                     plainOf(text), markdownOf(text));
    addTranslations(kind, key, "statement", position, text);
  }
}

void Collector::addCredentials(TableId table, StringRef key, ArrayRef<CredentialUse> uses) {
  size_t position = 0;
  for (const CredentialUse& use : uses) {
    if (!publication_.contains(use.credential)) continue;
    rows_[table].add(key, ++position, keyOf(use.credential), word(use.importance));
  }
}

void Collector::add(const Resource& resource) {
  auto row = declared(resource);
  row.append({Value::orNull(resource.type), Value::orNull(resource.url)});
  rows_[TableId::Resource].addRow(row);
  size_t position = 0;
  for (const Development& development : resource.develops) {
    if (!publication_.contains(development.competency)) continue;
    const LevelColumns to = levelOf(development.level, development.competency);
    rows_[TableId::ResourceDevelopment].add(resource.key, ++position, keyOf(development.competency),
                                            to.id, to.number);
  }
  addShared("resource", resource);
}

}  // namespace cadre::emit::relational
