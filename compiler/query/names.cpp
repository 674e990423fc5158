#include "query/names.h"

#include "model/names.h"
#include "query/catalogue.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ErrorHandling.h>

#include <fmt/format.h>

namespace cadre::query {

using model::FrameworkId;

namespace {

constexpr FrameworkId own(0);

/// Calls `take` with the table of the source's declarations, if it has one.
template <class Take>
auto withTable(const View& view, SourceId source, Take take) {
  const model::Tables& tables = view.model.tables();
  switch (source) {
    case SourceId::Scale: return take(tables.scales);
    case SourceId::Kind: return take(tables.kinds);
    case SourceId::Category: return take(tables.categories);
    case SourceId::Attribute: return take(tables.attributes);
    case SourceId::Statement: return take(tables.statements);
    case SourceId::Competency: return take(tables.competencies);
    case SourceId::Credential: return take(tables.credentials);
    case SourceId::Resource: return take(tables.resources);
    case SourceId::Family: return take(tables.families);
    case SourceId::Profile: return take(tables.profiles);
    case SourceId::Rule: return take(tables.rules);
    case SourceId::Path: return take(tables.paths);
    case SourceId::Crosswalk: return take(tables.crosswalks);
    case SourceId::Framework:
    case SourceId::Level:
    case SourceId::Indicator:
    case SourceId::Requirement:
    case SourceId::Origin:
    case SourceId::Step:
    case SourceId::Declaration: return take(Table<model::Path>());
  }
  llvm_unreachable("every source has a table or none");
}

std::optional<model::DeclKind> kindOf(SourceId source) {
  using model::DeclKind;
  switch (source) {
    case SourceId::Framework: return DeclKind::Framework;
    case SourceId::Scale: return DeclKind::Scale;
    case SourceId::Kind: return DeclKind::Kind;
    case SourceId::Category: return DeclKind::Category;
    case SourceId::Attribute: return DeclKind::Attribute;
    case SourceId::Statement: return DeclKind::Statement;
    case SourceId::Competency: return DeclKind::Competency;
    case SourceId::Credential: return DeclKind::Credential;
    case SourceId::Resource: return DeclKind::Resource;
    case SourceId::Family: return DeclKind::Family;
    case SourceId::Profile: return DeclKind::Profile;
    case SourceId::Rule: return DeclKind::Rule;
    case SourceId::Path: return DeclKind::Path;
    case SourceId::Crosswalk: return DeclKind::Crosswalk;
    case SourceId::Level:
    case SourceId::Indicator:
    case SourceId::Requirement:
    case SourceId::Origin:
    case SourceId::Step:
    case SourceId::Declaration: return {};
  }
  llvm_unreachable("every source is declared or not");
}

bool canStandOn(const model::Attribute& attribute, SourceId source) {
  const auto kind = kindOf(source);
  return kind && llvm::is_contained(model::targetsOf(attribute), *kind);
}

}  // namespace

Row findDeclaration(const View& view, SourceId source, StringRef name) {
  if (source == SourceId::Framework) return view.rowOf(model::findPackage(view.model, own, name));
  return withTable(view, source, [&](const auto& table) {
    // Built-in kinds belong to no framework.
    const auto builtIn = model::findOwn(table, FrameworkId(), name);
    return view.rowOf(builtIn ? builtIn : model::findNamed(view.model, table, own, name));
  });
}

std::vector<std::string> namesOf(const View& view, SourceId source) {
  std::vector<std::string> out;
  if (source == SourceId::Framework) {
    for (const model::Framework& it : view.model.tables().frameworks) out.push_back(it.key.str());
    return out;
  }
  return withTable(view, source, [&](const auto& table) {
    for (const auto& it : table) out.push_back(model::nameIn(view.model, own, it));
    return std::move(out);
  });
}

std::vector<std::string> namesLike(const View& view, SourceId source, StringRef name) {
  if (source == SourceId::Framework) {
    const auto& frameworks = view.model.tables().frameworks;
    Alike alike;
    for (const model::Framework& it : frameworks) {
      for (const StringRef key : {it.key, it.title.plain})
        alike.add(key, it.key, frameworks.idOf(it).index());
    }
    return alike.find(name);
  }
  return withTable(view, source, [&](const auto& table) {
    return model::calledAlike(view.model, table, own, name);
  });
}

std::string whatIs(const View& view, StringRef name) {
  for (const SourceId source :
       {SourceId::Competency, SourceId::Profile, SourceId::Family, SourceId::Category,
        SourceId::Kind, SourceId::Scale, SourceId::Credential, SourceId::Resource,
        SourceId::Statement, SourceId::Path, SourceId::Attribute, SourceId::Crosswalk}) {
    FieldType type;
    type.type = Type::Row;
    type.source = source;
    if (findDeclaration(view, source, name)) return describe(type);
  }
  for (const model::Level& level : view.model.tables().levels) {
    if (level.name == name)
      return fmt::format("a level of scale `{}`",
                         model::nameIn(view.model, own, view.model[level.scale]));
  }
  return {};
}

model::AttributeId findAttribute(const View& view, SourceId source, StringRef name) {
  const auto& table = view.model.tables().attributes;
  const model::AttributeId found = model::findNamed(view.model, table, own, name);
  return found && canStandOn(table[found], source) ? found : model::AttributeId();
}

std::vector<std::string> attributesOf(const View& view, SourceId source) {
  std::vector<std::string> out;
  for (const model::Attribute& it : view.model.tables().attributes) {
    if (canStandOn(it, source)) out.push_back(model::nameIn(view.model, own, it));
  }
  return out;
}

// ---- What lies inside --------------------------------------------------------------------------

namespace {

/// Adds the records of the table whose `parents` are in the set, until none is left.
template <class Record, class Parents>
void addChildren(const Table<Record>& table, Records& out, Parents parents) {
  for (bool isMore = true; isMore;) {
    isMore = false;
    for (const Record& it : table) {
      if (out.contains(&it)) continue;
      const auto isIn = [&](auto parent) { return parent && out.contains(&table[parent]); };
      if (llvm::any_of(parents(it), isIn)) isMore = out.insert(&it).second || isMore;
    }
  }
}

}  // namespace

void addInside(const View& view, const Row& row, Records& out) {
  const model::Tables& tables = view.model.tables();
  Records inside;
  inside.insert(row.record);
  if (row.source == SourceId::Family) {
    addChildren(tables.families, inside, [](const auto& it) { return ArrayRef(it.parent); });
  } else if (row.source == SourceId::Category) {
    addChildren(tables.categories, inside, [](const auto& it) { return ArrayRef(it.parent); });
  } else if (row.source == SourceId::Kind) {
    addChildren(tables.kinds, inside, [](const auto& it) { return ArrayRef(it.like); });
  } else if (row.source == SourceId::Competency) {
    addChildren(tables.competencies, inside, [](const auto& it) { return it.partOf; });
  }
  out.insert(inside.begin(), inside.end());
}

Records competenciesOf(const View& view, SourceId source, const Records& records) {
  Records out;
  for (const model::Competency& it : view.model.tables().competencies) {
    const auto isIn = [&](auto id) { return records.contains(&view.model[id]); };
    const bool isMeant =
        source == SourceId::Kind ? isIn(it.kind) : llvm::any_of(it.categories, isIn);
    if (isMeant) out.insert(&it);
  }
  return out;
}

// ---- How rows are called -----------------------------------------------------------------------

std::string nameOf(const View& view, const Row& row) {
  if (row.source == SourceId::Framework)
    return static_cast<const model::Framework*>(row.record)->key.str();
  if (const model::Declaration* declaration = declarationOf(row))
    return declaration->name.empty() ? declaration->key.str()
                                     : model::nameIn(view.model, own, *declaration);
  if (row.source == SourceId::Indicator)
    return static_cast<const model::Bullet*>(row.record)->key.str();
  return {};
}

}  // namespace cadre::query
