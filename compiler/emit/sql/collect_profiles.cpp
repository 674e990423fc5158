#include "emit/sql/collector.h"

namespace cadre::emit::sql {

using namespace model;

void Collector::add(const Profile& profile) {
  const StringRef key = profile.key;
  auto row = declared(profile);
  row.push_back(keyOf(profile.family));
  rows_[TableId::Profile].addRow(row);
  size_t position = 0;
  for (const ProfileId base : profile.bases) {
    rows_[TableId::ProfileBase].add(key, model_[base].key, ++position);
  }
  position = 0;
  for (const Drop& drop : profile.drops) {
    if (!publication_.contains(drop.competency)) continue;
    rows_[TableId::ProfileDrop].add(key, ++position, keyOf(drop.competency),
                                    Value::orNull(drop.because.plain),
                                    Value::orNull(drop.because.markdown));
    addTranslations("profile", key, "drop_because", position, drop.because);
  }
  position = 0;
  for (const Requirement* requirement : publication_.requirements(profile)) {
    addRequirement(profile, *requirement, ++position);
  }
  addStatements(TableId::ProfileStatement, "profile", key, profile.statements);
  addCredentials(TableId::ProfileCredential, key, profile.credentials);
  addShared("profile", profile);
}

void Collector::addRequirement(const Profile& profile, const Requirement& requirement,
                               size_t position) {
  rows_[TableId::Requirement].add(profile.key, keyOf(requirement.competency), position,
                                  levelKey(requirement.level), requirement.level.number,
                                  word(requirement.importance), requirement.weight,
                                  Value::orNull(requirement.because.plain),
                                  Value::orNull(requirement.because.markdown));
  addTranslations("profile", profile.key, "requirement_because", position, requirement.because);
  size_t place = 0;
  for (const Origin& origin : requirement.origins) {
    addOrigin(profile, requirement, origin, ++place);
  }
}

void Collector::addOrigin(const Profile& profile, const Requirement& requirement,
                          const Origin& origin, size_t position) {
  const bool isInherited = origin.profile && model_[origin.profile].key != profile.key;
  rows_[TableId::RequirementOrigin].add(
      profile.key, keyOf(requirement.competency), position, word(origin.kind),
      isInherited ? Value(model_[origin.profile].key) : Value(), keyOf(origin.rule),
      levelKey(origin.level), origin.level.number,
      origin.importance ? Value(word(*origin.importance)) : Value(), origin.weight,
      Value::orNull(origin.because.plain), Value::orNull(origin.because.markdown));
}

void Collector::add(const Rule& rule) {
  rows_[TableId::Rule].add(rule.key, frameworkKey(rule.framework), nextPosition(rule.framework),
                           retiredIn(rule));
  size_t position = 0;
  for (const FamilyId family : rule.families) {
    if (!publication_.contains(family)) continue;
    rows_[TableId::RuleFamily].add(rule.key, keyOf(family), ++position);
  }
  position = 0;
  for (const ProfileId exception : rule.exceptions) {
    if (!publication_.contains(exception)) continue;
    rows_[TableId::RuleException].add(rule.key, keyOf(exception), ++position);
  }
  position = 0;
  for (const Requirement& requirement : rule.requirements) {
    if (!publication_.contains(requirement.competency)) continue;
    rows_[TableId::RuleRequirement].add(
        rule.key, ++position, keyOf(requirement.competency), levelKey(requirement.level),
        requirement.level.number, word(requirement.importance), requirement.weight,
        Value::orNull(requirement.because.plain), Value::orNull(requirement.because.markdown));
    addTranslations("rule", rule.key, "requirement_because", position, requirement.because);
  }
  addShared("rule", rule);
}

void Collector::add(const Path& path) {
  rows_[TableId::Path].addRow(declared(path));
  size_t number = 0;
  for (const ArrayRef<ProfileId> chain : path.chains) {
    ++number;
    size_t position = 0;
    for (size_t i = 1; i < chain.size(); ++i) {
      if (!publication_.contains(chain[i - 1]) || !publication_.contains(chain[i])) continue;
      rows_[TableId::PathStep].add(path.key, number, ++position, keyOf(chain[i - 1]),
                                   keyOf(chain[i]));
    }
  }
  addShared("path", path);
}

}  // namespace cadre::emit::sql
