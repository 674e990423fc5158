#include "resolve/collector.h"

#include "diag/kinds/resolve.h"
#include "resolve/circles.h"
#include "support/suggest.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/Twine.h>
#include <llvm/ADT/TypeSwitch.h>

#include <functional>

namespace cadre::resolve {

using llvm::StringRef;

void Names::Collector::run(llvm::ArrayRef<PackageTrees> packages) {
  for (uint32_t i = 0; i < packages.size(); ++i) collectPackage(i, packages[i]);
  if (!redeclared_.empty()) reportOldNames();
  for (uint32_t i = 0; i < packages.size(); ++i) resolveUses(i, packages[i]);
  findCycle();
}

void Names::Collector::collectPackage(uint32_t index, const PackageTrees& trees) {
  package_ = index;
  package().files = trees.files;
  for (const syntax::File* file : trees.files) declareAll(file->items, {}, true);
  for (const SymbolId id : package().symbols) collectOldNames(id);
  if (package().framework || trees.files.empty()) return;
  // A framework whose file did not parse is not missing.
  for (const syntax::File* file : trees.files) {
    if (file->hasErrors) return;
  }
  diags_.report({trees.files.front()->id, 0, 0}, diag::NoFramework).help(diag::AddFramework);
}

void Names::Collector::declareAll(llvm::ArrayRef<const syntax::Item*> items, SymbolId parent,
                                  bool atTop) {
  for (const syntax::Item* item : items) declareItem(*item, parent, atTop);
}

void Names::Collector::declareItem(const syntax::Item& item, SymbolId parent, bool atTop) {
  // A line of a block names what its word could also declare (`family Marketing`): only a title
  // or a block makes it a declaration, which sema then finds out of place.
  const auto declares = [&](const auto& node) { return atTop || node.title != nullptr; };
  const auto plain = [&](SymbolKind kind, const auto& node) {
    if (declares(node)) declare(kind, node.name, node, {});
  };
  llvm::TypeSwitch<const syntax::Item*>(&item)
      .Case([&](const syntax::Framework* node) { declareFramework(*node); })
      .Case([&](const syntax::Category* node) {
        const SymbolId id = declare(SymbolKind::Category, node->name, *node, parent);
        if (node->block) declareAll(node->block->items, id, false);
      })
      .Case([&](const syntax::Family* node) {
        const bool nested = parent && names_[parent].kind == SymbolKind::Family;
        if (!declares(*node) && !nested) return;
        const SymbolId id = declare(SymbolKind::Family, node->name, *node, parent);
        if (node->block) declareAll(node->block->items, id, false);
      })
      .Case([&](const syntax::Scale* node) { plain(SymbolKind::Scale, *node); })
      .Case([&](const syntax::Kind* node) { plain(SymbolKind::Kind, *node); })
      .Case([&](const syntax::Attribute* node) { plain(SymbolKind::Attribute, *node); })
      .Case([&](const syntax::Statement* node) { declareStatement(*node, atTop); })
      .Case([&](const syntax::Competency* node) {
        plain(SymbolKind::Competency, *node);
        if (node->block) declareAll(node->block->items, {}, false);
      })
      .Case([&](const syntax::Credential* node) { plain(SymbolKind::Credential, *node); })
      .Case([&](const syntax::Resource* node) { plain(SymbolKind::Resource, *node); })
      .Case([&](const syntax::Profile* node) {
        plain(SymbolKind::Profile, *node);
        if (node->block) declareAll(node->block->items, {}, false);
      })
      .Case([&](const syntax::Path* node) { plain(SymbolKind::Path, *node); })
      .Case([&](const syntax::Crosswalk* node) { plain(SymbolKind::Crosswalk, *node); });
}

void Names::Collector::declareFramework(const syntax::Framework& framework) {
  if (!package().framework) {
    package().framework = &framework;
    package().id = framework.name.text;
    return;
  }
  diags_.report(framework.head, diag::TwoFrameworks)
      .label(package().framework->head, diag::FirstFramework);
}

void Names::Collector::declareStatement(const syntax::Statement& statement, bool atTop) {
  if (statement.names.size() != 1 || !(statement.text || atTop)) return;
  declare(SymbolKind::Statement, statement.names.front(), statement, {});
}

SymbolId Names::Collector::declare(SymbolKind kind, const syntax::QualifiedName& name,
                                   const syntax::Item& item, SymbolId parent) {
  if (name.isEmpty()) return {};
  refuseReserved(kind, name);
  StringRef full = name.text;
  if (parent && names_[parent].kind == kind) {
    full = names_.arena_.copy((names_[parent].name + "." + name.text).str());
  } else {
    parent = {};
  }
  const auto [entry, added] = package().byName.try_emplace(full, SymbolId());
  if (!added) {
    diags_.report(name.span, diag::DeclaredTwice, full)
        .label(names_[entry->second].span, diag::FirstDeclared);
    return entry->second;
  }
  const SymbolId id = names_.symbols_.add({.kind = kind,
                                           .name = full,
                                           .parent = parent,
                                           .package = package_,
                                           .item = &item,
                                           .span = name.span,
                                           .was = {}});
  entry->second = id;
  package().symbols.push_back(id);
  return id;
}

void Names::Collector::refuseReserved(SymbolKind kind, const syntax::QualifiedName& name) {
  const auto refuse = [&] {
    return diags_.report(name.span, diag::ReservedName, withArticle(kind), name.text);
  };
  const bool builtIn =
      llvm::is_contained({"technical", "behavioural", "leadership", "general"}, name.text);
  if (kind == SymbolKind::Kind && builtIn) refuse().note(diag::BuiltInKind, name.text);
  if (kind == SymbolKind::Scale && name.text == "none") refuse().note(diag::MeansNoScale);
  if (kind != SymbolKind::Kind && kind != SymbolKind::Attribute) return;
  const auto keyword = syntax::findKeyword(name.text);
  // `from` and `rules` alone can begin a line of the author's own (grammar: leadName).
  if (!keyword || *keyword == syntax::TokenKind::From || *keyword == syntax::TokenKind::Rules)
    return;
  refuse().note(diag::WouldBeRead, name.text);
}

void Names::Collector::collectOldNames(SymbolId id) {
  const syntax::Block* block = syntax::blockOf(*names_[id].item);
  if (!block) return;
  for (const syntax::Item* item : block->items) {
    const auto* was = llvm::dyn_cast<syntax::Was>(item);
    if (!was) continue;
    llvm::SmallVector<StringRef, 4> old;
    for (const syntax::QualifiedName& name : was->names) {
      if (name.isEmpty()) continue;
      const StringRef full = qualifiedOldName(id, name);
      if (const SymbolId other = package().byName.lookup(full)) {
        redeclared_.push_back({id, other, name.span});
        continue;
      }
      old.push_back(full);
      package().byOldName.try_emplace(full, id);
    }
    names_.symbols_[id].was = names_.arena_.copyOf(old);
  }
}

/// A plain old name stood in the same parent.
StringRef Names::Collector::qualifiedOldName(SymbolId id, const syntax::QualifiedName& name) {
  const SymbolId parent = names_[id].parent;
  if (!parent || name.parts.size() > 1) return name.text;
  return names_.arena_.copy((names_[parent].name + "." + name.text).str());
}

void Names::Collector::reportOldNames() {
  llvm::DenseMap<uint32_t, Successors> others;
  for (const Redeclared& one : redeclared_) others[one.now.index()].push_back(one.other.index());
  llvm::DenseSet<uint32_t> circular;
  const auto next = [&](uint32_t index) { return others.lookup(index); };
  for (const auto& circle : findCircles(names_.symbols_.size(), next)) {
    const auto first = llvm::find_if(
        redeclared_, [&](const Redeclared& one) { return one.now.index() == circle.front(); });
    std::string drawing;
    for (const uint32_t member : circle)
      drawing += fmt::format("{} -> ", names_.symbols_[SymbolId(member)].name);
    drawing += names_.symbols_[SymbolId(circle.front())].name;
    auto report = diags_.report(first->place, diag::RenameCycle, drawing);
    for (const uint32_t member : circle) {
      circular.insert(member);
      if (member != circle.front())
        report.label(names_.symbols_[SymbolId(member)].span, diag::RenamedInCircle);
    }
  }
  for (const Redeclared& one : redeclared_) {
    if (circular.contains(one.now.index()) && circular.contains(one.other.index())) continue;
    const Symbol& other = names_[one.other];
    diags_.report(other.span, diag::OldNameDeclared, other.name)
        .label(one.place, diag::RenamedHere);
  }
}

void Names::Collector::resolveUses(uint32_t index, const PackageTrees& trees) {
  package_ = index;
  for (const syntax::File* file : trees.files) {
    for (const syntax::Item* item : file->items) {
      const auto* use = llvm::dyn_cast<syntax::Use>(item);
      if (!use || use->target.isEmpty()) continue;
      const auto found = llvm::find_if(trees.dependencies,
                                       [&](const auto& d) { return d.first == use->target.text; });
      if (found == trees.dependencies.end()) {
        std::vector<StringRef> known;
        for (const auto& dependency : trees.dependencies) known.push_back(dependency.first);
        diags_.report(use->target.span, diag::UnknownPackage, use->target.text)
            .help(diag::SayWherePackage, use->target.text)
            .didYouMean(use->target.span, suggest(use->target.text, known));
        continue;
      }
      const Package::Use entry{static_cast<uint32_t>(found->second), use->withRules, use};
      addUse(use->target.text, use->target.span, entry);
      if (use->alias && !use->alias->text.empty())
        addUse(use->alias->text, use->alias->span, entry);
    }
  }
}

void Names::Collector::addUse(StringRef name, Span span, Package::Use use) {
  const auto [entry, added] = package().uses.insert({name, use});
  if (added) return;
  if (entry->second.package != use.package) {
    diags_.report(span, diag::AliasTwice, name).label(entry->second.item->span, diag::OtherUse);
  } else {
    entry->second.withRules |= use.withRules;
  }
}

void Names::Collector::findCycle() {
  std::vector<uint32_t> path;
  std::vector<uint8_t> state(names_.packages_.size());  // 0 new, 1 on the path, 2 done
  const std::function<bool(uint32_t)> visit = [&](uint32_t index) {
    state[index] = 1;
    path.push_back(index);
    for (const auto& [id, use] : names_.packages_[index].uses) {
      if (state[use.package] == 2) continue;
      if (state[use.package] == 1) {
        std::string drawing;
        for (auto at = llvm::find(path, use.package); at != path.end(); ++at) {
          drawing += (names_.packages_[*at].id + " -> ").str();
        }
        drawing += names_.packages_[use.package].id;
        diags_.report(use.item->target.span, diag::UseCycle, drawing);
        return true;
      }
      if (visit(use.package)) return true;
    }
    path.pop_back();
    state[index] = 2;
    return false;
  };
  for (uint32_t i = 0; i < state.size(); ++i) {
    if (state[i] == 0 && visit(i)) return;
  }
}

}  // namespace cadre::resolve
