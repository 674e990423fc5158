#include "sema/checker.h"

#include "resolve/circles.h"
#include "sema/inheritance.h"

#include <llvm/ADT/TypeSwitch.h>

namespace cadre::sema {

Checker::Checker(const resolve::Names& names, Diagnostics& diags, IsOutdated isOutdated)
    : names_(names),
      diags_(diags),
      isOutdated_(isOutdated),
      failures_(names, diags),
      tables_(builder_.tables()) {}

std::optional<model::Model> Checker::run() {
  const auto& packages = names_.packages();
  if (packages.empty()) return std::nullopt;
  makeRecords();
  for (package_ = 0; package_ < packages.size(); ++package_) {
    for (const syntax::File* file : packages[package_].files) checkTop(*file);
  }
  collectTranslations();
  fillIdentities();
  fillDeclarations();
  checkKeys();
  checkPartOf();
  checkContinuations();
  computeEffective();
  checkRequiredAttributes();
  checkReplaces();
  checkLifeCycle();
  checkDrafts();
  reportTranslations();
  reportNotOnScale();
  failures_.report();
  if (!packages.front().framework) return std::nullopt;
  return std::move(builder_).freeze();
}

void Checker::makeRecords() {
  for (size_t i = 0; i < names_.packages().size(); ++i) tables_.frameworks.add({});
  recordOf_.assign(names_.symbols().size(), 0);
  for (uint32_t i = 0; i < names_.symbols().size(); ++i) makeRecord(SymbolId(i));
  ownLines_.resize(tables_.profiles.size());
  competencyDoubts_.resize(tables_.competencies.size());
  attributeFacts_.resize(tables_.attributes.size());
  openScale_.resize(tables_.scales.size());
  badDefaultScale_.resize(tables_.frameworks.size());
}

void Checker::makeRecord(SymbolId id) {
  uint32_t& record = recordOf_[id.index()];
  switch (names_[id].kind) {
    case SymbolKind::Scale: record = tables_.scales.add({}).index(); break;
    case SymbolKind::Kind: record = tables_.kinds.add({}).index(); break;
    case SymbolKind::Category: record = tables_.categories.add({}).index(); break;
    case SymbolKind::Attribute: record = tables_.attributes.add({}).index(); break;
    case SymbolKind::Statement: record = tables_.statements.add({}).index(); break;
    case SymbolKind::Competency: record = tables_.competencies.add({}).index(); break;
    case SymbolKind::Credential: record = tables_.credentials.add({}).index(); break;
    case SymbolKind::Resource: record = tables_.resources.add({}).index(); break;
    case SymbolKind::Family: record = tables_.families.add({}).index(); break;
    case SymbolKind::Profile: {
      const model::ProfileId profile = tables_.profiles.add({});
      record = profile.index();
      profileSymbol_[record] = id;
      break;
    }
    case SymbolKind::Path: record = tables_.paths.add({}).index(); break;
    case SymbolKind::Crosswalk: record = tables_.crosswalks.add({}).index(); break;
  }
}

model::Declaration* Checker::declarationOf(SymbolId id) {
  const uint32_t record = recordOf_[id.index()];
  switch (names_[id].kind) {
    case SymbolKind::Scale: return &tables_.scales[model::ScaleId(record)];
    case SymbolKind::Kind: return &tables_.kinds[model::KindId(record)];
    case SymbolKind::Category: return &tables_.categories[model::CategoryId(record)];
    case SymbolKind::Attribute: return &tables_.attributes[model::AttributeId(record)];
    case SymbolKind::Statement: return &tables_.statements[model::StatementId(record)];
    case SymbolKind::Competency: return &tables_.competencies[model::CompetencyId(record)];
    case SymbolKind::Credential: return &tables_.credentials[model::CredentialId(record)];
    case SymbolKind::Resource: return &tables_.resources[model::ResourceId(record)];
    case SymbolKind::Family: return &tables_.families[model::FamilyId(record)];
    case SymbolKind::Profile: return &tables_.profiles[model::ProfileId(record)];
    case SymbolKind::Path: return &tables_.paths[model::PathId(record)];
    case SymbolKind::Crosswalk: return &tables_.crosswalks[model::CrosswalkId(record)];
  }
  llvm_unreachable("every symbol has a record");
}

/// Fills what others look at (scales, attributes, the heads of competencies) before those that
/// look; within a step in the order of declaration.
void Checker::fillDeclarations() {
  const auto step = [&](auto&& fill) {
    for (package_ = 0; package_ < names_.packages().size(); ++package_) {
      for (const SymbolId id : names_.packages()[package_].symbols) {
        current_ = id;
        fill(id, *names_[id].item);
      }
    }
    package_ = 0;
    current_ = {};
  };
  // Keys and parents first: everything else names them. Then attributes: every block may use them.
  step([&](SymbolId id, const syntax::Item&) { fillParents(id); });
  step([&](SymbolId id, const syntax::Item& item) {
    if (const auto* node = llvm::dyn_cast<syntax::Attribute>(&item)) fillAttribute(id, *node);
  });
  step([&](SymbolId id, const syntax::Item& item) {
    if (const auto* node = llvm::dyn_cast<syntax::Attribute>(&item))
      fillCommon(*declarationOf(id), model::DeclKind::Attribute,
                 itemsOf(node->block, syntax::Owner::Attribute), entriesOf(id));
  });
  fillFrameworks();
  step([&](SymbolId id, const syntax::Item& item) {
    llvm::TypeSwitch<const syntax::Item*>(&item)
        .Case([&](const syntax::Scale* node) { fillScale(id, *node); })
        .Case([&](const syntax::Kind* node) { fillKind(id, *node); });
  });
  step([&](SymbolId id, const syntax::Item& item) {
    if (const auto* node = llvm::dyn_cast<syntax::Competency>(&item)) fillCompetencyHead(id, *node);
  });
  step([&](SymbolId id, const syntax::Item& item) {
    llvm::TypeSwitch<const syntax::Item*>(&item)
        .Case([&](const syntax::Category* node) {
          fillCommon(*declarationOf(id), model::DeclKind::Category,
                     itemsOf(node->block, syntax::Owner::Category), entriesOf(id));
        })
        .Case([&](const syntax::Family* node) {
          fillCommon(*declarationOf(id), model::DeclKind::Family,
                     itemsOf(node->block, syntax::Owner::Family), entriesOf(id));
        })
        .Case([&](const syntax::Statement* node) { fillStatement(id, *node); })
        .Case([&](const syntax::Credential* node) { fillCredential(id, *node); })
        .Case([&](const syntax::Resource* node) { fillResource(id, *node); })
        .Case([&](const syntax::Competency* node) { fillCompetencyBody(id, *node); })
        .Case([&](const syntax::Crosswalk* node) { fillCrosswalk(id, *node); })
        .Case([&](const syntax::Profile* node) { fillProfile(id, *node); })
        .Case([&](const syntax::Path* node) { fillPath(id, *node); });
  });
  fillRules();
}

std::string Checker::drawCircle(ArrayRef<const model::Declaration*> members) {
  SmallVector<StringRef, 8> names;
  for (const model::Declaration* member : members) names.push_back(member->name);
  return resolve::drawCircle(names);
}

void Checker::computeEffective() { Inheritance(*this).run(); }

std::optional<model::Model> check(const resolve::Names& names, Diagnostics& diags,
                                   IsOutdated isOutdated) {
  return Checker(names, diags, isOutdated).run();
}

}  // namespace cadre::sema
