#include "query/view.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ErrorHandling.h>

namespace cadre::query {

using model::StatementSort;

namespace {

template <class Record>
constexpr SourceId sourceOf = SourceId::Declaration;
template <>
constexpr SourceId sourceOf<model::Framework> = SourceId::Framework;
template <>
constexpr SourceId sourceOf<model::Scale> = SourceId::Scale;
template <>
constexpr SourceId sourceOf<model::Level> = SourceId::Level;
template <>
constexpr SourceId sourceOf<model::Kind> = SourceId::Kind;
template <>
constexpr SourceId sourceOf<model::Category> = SourceId::Category;
template <>
constexpr SourceId sourceOf<model::Attribute> = SourceId::Attribute;
template <>
constexpr SourceId sourceOf<model::Statement> = SourceId::Statement;
template <>
constexpr SourceId sourceOf<model::Competency> = SourceId::Competency;
template <>
constexpr SourceId sourceOf<model::Credential> = SourceId::Credential;
template <>
constexpr SourceId sourceOf<model::Resource> = SourceId::Resource;
template <>
constexpr SourceId sourceOf<model::Family> = SourceId::Family;
template <>
constexpr SourceId sourceOf<model::Profile> = SourceId::Profile;
template <>
constexpr SourceId sourceOf<model::Rule> = SourceId::Rule;
template <>
constexpr SourceId sourceOf<model::Path> = SourceId::Path;
template <>
constexpr SourceId sourceOf<model::Crosswalk> = SourceId::Crosswalk;

template <class Record>
Row asRow(const Record& record) {
  Row row;
  row.source = sourceOf<Record>;
  row.record = &record;
  return row;
}

template <class Record>
std::vector<Row> seenRows(const View& view, const Table<Record>& table) {
  std::vector<Row> out;
  for (const Record& record : table) {
    if (view.sees(record)) out.push_back(asRow(record));
  }
  return out;
}

ArrayRef<model::Bullet> bullets(const model::Rubric& rubric, BulletRole role) {
  switch (role) {
    case BulletRole::Indicator: return rubric.indicators;
    case BulletRole::Develop: return rubric.develop;
    case BulletRole::Evidence: return rubric.evidence;
    case BulletRole::Interview: return rubric.interview;
  }
  llvm_unreachable("every role has a list");
}

template <class Seen>
void addOnce(std::vector<Row>& rows, const Seen& record) {
  if (rows.empty() || rows.back().record != &record) rows.push_back(asRow(record));
}

void append(std::vector<Row>& out, const Rows& rows) {
  out.insert(out.end(), rows.begin(), rows.end());
}

}  // namespace

Rows bulletsOf(const model::Competency& competency, BulletRole role) {
  Rows out;
  const auto add = [&](const model::Rubric& rubric, const model::CompetencyLevel* level) {
    for (const model::Bullet& bullet : bullets(rubric, role))
      out.push_back({SourceId::Indicator, &bullet, &competency, level, SourceId::Competency});
  };
  add(competency.rubric, nullptr);
  for (const model::CompetencyLevel& level : competency.levels) add(level.rubric, &level);
  return out;
}

Rows requirementsOf(const Row& owner, ArrayRef<model::Requirement> requirements) {
  Rows out;
  for (const model::Requirement& it : requirements)
    out.push_back({SourceId::Requirement, &it, owner.record, nullptr, owner.source});
  return out;
}

Rows originsOf(const Row& row, const model::Requirement& requirement) {
  Rows out;
  for (const model::Origin& origin : requirement.origins)
    out.push_back({SourceId::Origin, &origin, row.owner, &requirement, row.ownerSource});
  return out;
}

Rows stepsOf(const model::Path& path) {
  Rows out;
  for (const ArrayRef<model::ProfileId> chain : path.chains) {
    for (const model::ProfileId& from : chain.drop_back())
      out.push_back({SourceId::Step, &from, &path, nullptr, SourceId::Path});
  }
  return out;
}

const model::Declaration* declarationOf(const Row& row) {
  switch (row.source) {
    case SourceId::Framework: return static_cast<const model::Framework*>(row.record);
    case SourceId::Scale: return static_cast<const model::Scale*>(row.record);
    case SourceId::Kind: return static_cast<const model::Kind*>(row.record);
    case SourceId::Category: return static_cast<const model::Category*>(row.record);
    case SourceId::Attribute: return static_cast<const model::Attribute*>(row.record);
    case SourceId::Statement: return static_cast<const model::Statement*>(row.record);
    case SourceId::Competency: return static_cast<const model::Competency*>(row.record);
    case SourceId::Credential: return static_cast<const model::Credential*>(row.record);
    case SourceId::Resource: return static_cast<const model::Resource*>(row.record);
    case SourceId::Family: return static_cast<const model::Family*>(row.record);
    case SourceId::Profile: return static_cast<const model::Profile*>(row.record);
    case SourceId::Rule: return static_cast<const model::Rule*>(row.record);
    case SourceId::Path: return static_cast<const model::Path*>(row.record);
    case SourceId::Crosswalk: return static_cast<const model::Crosswalk*>(row.record);
    case SourceId::Level:
    case SourceId::Indicator:
    case SourceId::Requirement:
    case SourceId::Origin:
    case SourceId::Step:
    case SourceId::Declaration: return nullptr;
  }
  llvm_unreachable("every source is one or none");
}

bool isDeclaration(SourceId source) {
  return source != SourceId::Level && source != SourceId::Indicator &&
         source != SourceId::Requirement && source != SourceId::Origin &&
         source != SourceId::Step && source != SourceId::Declaration;
}

template <class Record>
Row View::rowOf(Id<Record> id) const {
  return id ? asRow(model[id]) : Row();
}
template Row View::rowOf(model::FrameworkId) const;
template Row View::rowOf(model::ScaleId) const;
template Row View::rowOf(model::LevelId) const;
template Row View::rowOf(model::KindId) const;
template Row View::rowOf(model::CategoryId) const;
template Row View::rowOf(model::AttributeId) const;
template Row View::rowOf(model::StatementId) const;
template Row View::rowOf(model::CompetencyId) const;
template Row View::rowOf(model::CredentialId) const;
template Row View::rowOf(model::ResourceId) const;
template Row View::rowOf(model::FamilyId) const;
template Row View::rowOf(model::ProfileId) const;
template Row View::rowOf(model::RuleId) const;
template Row View::rowOf(model::PathId) const;
template Row View::rowOf(model::CrosswalkId) const;

bool View::sees(const Row& row) const {
  if (row.source == SourceId::Framework) return isAll || row.record == &model.framework();
  if (row.source == SourceId::Profile) return sees(*static_cast<const model::Profile*>(row.record));
  const model::Declaration* declaration = declarationOf(row);
  return !declaration || sees(*declaration);
}

std::vector<Row> View::rows(SourceId source, unsigned variant) const {
  const model::Tables& tables = model.tables();
  std::vector<Row> out;
  switch (source) {
    case SourceId::Framework:
      for (const model::Framework& it : tables.frameworks) {
        if (isAll || &it == &model.framework()) out.push_back(asRow(it));
      }
      return out;
    case SourceId::Scale: return seenRows(*this, tables.scales);
    case SourceId::Level:
      for (const model::Scale& scale : tables.scales) {
        if (!sees(scale)) continue;
        for (const model::LevelId level : scale.levels) out.push_back(rowOf(level));
      }
      return out;
    case SourceId::Kind: return seenRows(*this, tables.kinds);
    case SourceId::Category: return seenRows(*this, tables.categories);
    case SourceId::Attribute: return seenRows(*this, tables.attributes);
    case SourceId::Statement:
      for (const model::Statement& it : tables.statements) {
        const auto sort = static_cast<unsigned>(it.sort);
        if (sees(it) && (variant == 0 || variant - 1 == sort)) out.push_back(asRow(it));
      }
      return out;
    case SourceId::Competency: return seenRows(*this, tables.competencies);
    case SourceId::Indicator:
      for (const model::Competency& it : tables.competencies) {
        if (sees(it)) append(out, bulletsOf(it, static_cast<BulletRole>(variant)));
      }
      return out;
    case SourceId::Credential: return seenRows(*this, tables.credentials);
    case SourceId::Resource: return seenRows(*this, tables.resources);
    case SourceId::Family: return seenRows(*this, tables.families);
    case SourceId::Profile: return seenRows(*this, tables.profiles);
    case SourceId::Requirement:
      for (const model::Profile& it : tables.profiles) {
        if (sees(it)) append(out, requirementsOf(asRow(it), it.requirements));
      }
      return out;
    case SourceId::Origin:
      for (const Row& requirement : rows(SourceId::Requirement, 0)) {
        append(out,
               originsOf(requirement, *static_cast<const model::Requirement*>(requirement.record)));
      }
      return out;
    case SourceId::Rule: return seenRows(*this, tables.rules);
    case SourceId::Path: return seenRows(*this, tables.paths);
    case SourceId::Step:
      for (const model::Path& it : tables.paths) {
        if (sees(it)) append(out, stepsOf(it));
      }
      return out;
    case SourceId::Crosswalk: return seenRows(*this, tables.crosswalks);
    case SourceId::Declaration: return out;
  }
  llvm_unreachable("every source has rows");
}

// ---- Who refers to whom ------------------------------------------------------------------------

void View::index(SourceId source) const {
  const model::Tables& tables = model.tables();
  Users& users = users_[static_cast<size_t>(source)];
  const auto add = [&](auto id, const auto& user) {
    if (id) addOnce(users[&model[id]], user);
  };
  const auto addAll = [&](const auto& uses, auto member, const auto& user) {
    for (const auto& use : uses) add(use.*member, user);
  };
  if (source == SourceId::Category) {
    for (const model::Category& it : tables.categories) add(it.parent, it);
  } else if (source == SourceId::Family) {
    for (const model::Family& it : tables.families) add(it.parent, it);
  } else if (source == SourceId::Resource) {
    for (const model::Resource& it : tables.resources) {
      if (sees(it)) addAll(it.develops, &model::Development::competency, it);
    }
  } else if (source == SourceId::Competency) {
    for (const model::Competency& it : tables.competencies) {
      if (!sees(it)) continue;
      add(it.kind, it);
      add(it.scale, it);
      for (const model::CategoryId category : it.categories) add(category, it);
      for (const model::CompetencyId whole : it.partOf) add(whole, it);
      addAll(it.statements, &model::StatementUse::shared, it);
      addAll(it.credentials, &model::CredentialUse::credential, it);
    }
  } else if (source == SourceId::Profile) {
    for (const model::Profile& it : tables.profiles) {
      if (!sees(it)) continue;
      add(it.family, it);
      addAll(it.requirements, &model::Requirement::competency, it);
      addAll(it.statements, &model::StatementUse::shared, it);
      addAll(it.credentials, &model::CredentialUse::credential, it);
    }
  } else if (source == SourceId::Requirement) {
    for (const Row& row : rows(SourceId::Requirement, 0)) {
      const auto& it = *static_cast<const model::Requirement*>(row.record);
      users[&model[it.competency]].push_back(row);
    }
  }
}

ArrayRef<Row> View::users(const Row& row, SourceId source) const {
  const auto at = static_cast<size_t>(source);
  if (users_.empty()) {
    users_.resize(static_cast<size_t>(SourceId::Declaration));
    isIndexed_.resize(users_.size());
  }
  if (!isIndexed_[at]) {
    isIndexed_[at] = true;
    index(source);
  }
  const auto found = users_[at].find(row.record);
  if (found == users_[at].end()) return {};
  return found->second;
}

void View::indexSteps() const {
  if (hasSteps_) return;
  hasSteps_ = true;
  const auto add = [](std::vector<Row>& rows, const Row& row) {
    if (!llvm::is_contained(rows, row)) rows.push_back(row);
  };
  for (const Row& step : rows(SourceId::Step, 0)) {
    const auto* from = static_cast<const model::ProfileId*>(step.record);
    const Row left = rowOf(from[0]);
    const Row right = rowOf(from[1]);
    add(next_[left.record], right);
    add(previous_[right.record], left);
  }
}

ArrayRef<Row> View::next(const Row& profile) const {
  indexSteps();
  const auto found = next_.find(profile.record);
  if (found == next_.end()) return {};
  return found->second;
}

ArrayRef<Row> View::previous(const Row& profile) const {
  indexSteps();
  const auto found = previous_.find(profile.record);
  if (found == previous_.end()) return {};
  return found->second;
}

}  // namespace cadre::query
