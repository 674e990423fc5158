#include "emit/relational/collector.h"

namespace cadre::emit::relational {

using namespace model;

void Collector::add(const Profile& profile) {
  const StringRef key = profile.key;
  auto row = declared(profile);
  row.push_back(keyOf(profile.family));
  rows_[TableId::Profile].addRow(row);
  size_t position = 0;
  for (const ProfileId base : profile.bases) {
    if (!publication_.mayName(base)) continue;
    rows_[TableId::ProfileBase].add(key, model_[base].key, ++position);
  }
  position = 0;
  for (const Drop& drop : profile.drops) {
    if (!publication_.contains(drop.competency)) continue;
    rows_[TableId::ProfileDrop].add(key, ++position, keyOf(drop.competency), plainOf(drop.because),
                                    markdownOf(drop.because));
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
  const LevelColumns at = levelOf(requirement.level, requirement.competency);
  rows_[TableId::Requirement].add(profile.key, keyOf(requirement.competency), position, at.id,
                                  at.number, word(requirement.importance), requirement.weight,
                                  plainOf(requirement.because), markdownOf(requirement.because));
  addTranslations("profile", profile.key, "requirement_because", position, requirement.because);
  size_t place = 0;
  for (const Origin& origin : requirement.origins) {
    addOrigin(profile, requirement, origin, ++place);
  }
}

void Collector::addOrigin(const Profile& profile, const Requirement& requirement,
                          const Origin& origin, size_t position) {
  const bool mayBeInherited = origin.kind == OriginKind::Base || origin.kind == OriginKind::Lowers;
  const bool isInherited =
      mayBeInherited && origin.profile && model_[origin.profile].key != profile.key;
  const LevelColumns at = levelOf(origin.level, requirement.competency);
  rows_[TableId::RequirementOrigin].add(
      profile.key, keyOf(requirement.competency), position, word(origin.kind),
      isInherited ? Value(model_[origin.profile].key) : Value(),
      origin.kind == OriginKind::Rule ? keyOf(origin.rule) : Value(), at.id, at.number,
      origin.importance ? Value(word(*origin.importance)) : Value(), origin.weight,
      plainOf(origin.because), markdownOf(origin.because));
}

void Collector::add(const Rule& rule) {
  rows_[TableId::Rule].add(rule.key, frameworkKey(rule.framework), nextPosition(rule.framework),
                           retiredIn(rule));
  addReferences(TableId::RuleFamily, rule.key, rule.families);
  addReferences(TableId::RuleException, rule.key, rule.exceptions);
  size_t position = 0;
  for (const Requirement& requirement : rule.requirements) {
    if (!publication_.contains(requirement.competency)) continue;
    const LevelColumns at = levelOf(requirement.level, requirement.competency);
    rows_[TableId::RuleRequirement].add(rule.key, ++position, keyOf(requirement.competency), at.id,
                                        at.number, word(requirement.importance), requirement.weight,
                                        plainOf(requirement.because),
                                        markdownOf(requirement.because));
    addTranslations("rule", rule.key, "requirement_because", position, requirement.because);
  }
  addShared("rule", rule);
}

void Collector::add(const Path& path) {
  rows_[TableId::Path].addRow(declared(path));
  size_t number = 0;
  for (const ArrayRef<ProfileId> chain : path.chains) addChain(path, chain, number);
  addShared("path", path);
}

// A profile that is not published breaks its chain in two.
void Collector::addChain(const Path& path, ArrayRef<ProfileId> chain, size_t& number) {
  size_t position = 0;
  for (size_t i = 1; i < chain.size(); ++i) {
    if (!publication_.contains(chain[i - 1]) || !publication_.contains(chain[i])) {
      position = 0;
      continue;
    }
    if (position == 0) ++number;
    rows_[TableId::PathStep].add(path.key, number, ++position, keyOf(chain[i - 1]),
                                 keyOf(chain[i]));
  }
}

}  // namespace cadre::emit::relational
