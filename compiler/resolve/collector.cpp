#include "resolve/collector.h"

#include "diag/kinds/parse.h"
#include "diag/kinds/resolve.h"
#include "resolve/circles.h"
#include "resolve/suggestions.h"
#include "support/suggest.h"
#include "support/unicode.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/Twine.h>
#include <llvm/ADT/TypeSwitch.h>

namespace cadre::resolve {

using llvm::StringRef;

void Names::Collector::run(llvm::ArrayRef<PackageTrees> packages) {
  for (uint32_t i = 0; i < packages.size(); ++i) collectPackage(i, packages[i]);
  if (!redeclared_.empty()) reportOldNames();
  // Twice, for what was moved may come before the place that it was in.
  for (int pass = 0; pass < 2; ++pass) {
    for (uint32_t i = 0; i < names_.symbols_.size(); ++i) nameKey(SymbolId(i));
  }
  for (uint32_t i = 0; i < packages.size(); ++i) resolveUses(i, packages[i]);
  reportUseCycles();
}

void Names::Collector::collectPackage(uint32_t index, const PackageTrees& trees) {
  package_ = index;
  package().files = trees.files;
  for (const syntax::File* file : trees.files) declareAll(file->items, {}, true);
  for (const SymbolId id : package().symbols) collectOldNames(id);
  for (const SymbolId id : package().symbols) refuseLong(id);
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
      .Case([&](const syntax::AttributeValue* node) {
        // A declaration whose word is missing or misspelt: `technical MediaRelations "…"`.
        if (!atTop) return;
        doubt(node->attribute.text);
        if (node->word) doubt(node->word->text);
      })
      .Case([&](const syntax::Category* node) {
        declareInside(*node, node->block,
                      declare(SymbolKind::Category, node->name, *node, parent));
      })
      .Case([&](const syntax::Family* node) {
        const bool nested = parent && names_[parent].kind == SymbolKind::Family;
        if (!declares(*node) && !nested) return;
        declareInside(*node, node->block, declare(SymbolKind::Family, node->name, *node, parent));
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

/// What was reported here may have declared that name.
void Names::Collector::doubt(StringRef name) {
  if (!name.empty()) package().doubtful.insert(squeezed(name));
}

void Names::Collector::declareInside(const syntax::Item& item, const syntax::Block* block,
                                     SymbolId id) {
  if (!block) return;
  const bool before = inDuplicate_;
  inDuplicate_ |= id && names_[id].item != &item;
  declareAll(block->items, id, false);
  inDuplicate_ = before;
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
  if (name.isEmpty()) {
    package().nameless.push_back(kind);
    return {};
  }
  if (refuseReserved(kind, name)) {
    doubtTitle(item);
    if (const auto* node = llvm::dyn_cast<syntax::Attribute>(&item); node && node->title)
      package().doubtfulWords.insert(squeezed(node->title->value));
  }
  StringRef full = name.text;
  if (parent && names_[parent].kind == kind) {
    full = names_.arena_.copy((names_[parent].name + "." + name.text).str());
  } else {
    parent = {};
  }
  const auto [entry, added] = package().byName.try_emplace(full, SymbolId());
  if (!added) {
    // Another name was meant for one of the two, mostly that of the title.
    doubtTitle(item);
    if (!inDuplicate_) {
      diags_.report(name.span, diag::DeclaredTwice, full)
          .label(names_[entry->second].span, diag::FirstDeclared);
    }
    return entry->second;
  }
  const SymbolId id = names_.symbols_.add({.kind = kind,
                                           .name = full,
                                           .parent = parent,
                                           .package = package_,
                                           .item = &item,
                                           .span = name.span,
                                           .was = {},
                                           .keyName = full});
  entry->second = id;
  package().symbols.push_back(id);
  return id;
}

void Names::Collector::doubtTitle(const syntax::Item& item) {
  syntax::visit(item, [&](const auto& node) {
    if constexpr (requires { node.title->value; }) {
      if (node.title) doubt(node.title->value);
    }
  });
}

bool Names::Collector::refuseReserved(SymbolKind kind, const syntax::QualifiedName& name) {
  const auto refuse = [&] {
    return diags_.report(name.span, diag::ReservedName, withArticle(kind), name.text);
  };
  const bool builtIn =
      llvm::is_contained({"technical", "behavioural", "leadership", "general"}, name.text);
  if (kind == SymbolKind::Kind && builtIn) {
    refuse().note(diag::BuiltInKind, name.text);
    return true;
  }
  if (kind == SymbolKind::Scale && name.text == "none") {
    refuse().note(diag::MeansNoScale);
    return true;
  }
  if (kind != SymbolKind::Kind && kind != SymbolKind::Attribute) return false;
  const auto keyword = syntax::findKeyword(name.text);
  // `from` and `rules` alone can begin a line of the author's own (grammar: leadName).
  if (!keyword || *keyword == syntax::TokenKind::From || *keyword == syntax::TokenKind::Rules)
    return false;
  refuse().note(diag::WouldBeRead, name.text);
  return true;
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
      const auto [entry, added] = package().byOldName.try_emplace(full, id);
      if (added) {
        old.push_back(full);
        package().oldNames[full] = name.span;
      } else {
        diags_.report(name.span, diag::OldNameTwice, full, names_[entry->second].name)
            .label(package().oldNames.lookup(full), diag::FirstDeclared);
      }
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
  llvm::DenseMap<uint32_t, const Redeclared*> firsts;
  for (const Redeclared& one : redeclared_) firsts.try_emplace(one.now.index(), &one);
  llvm::DenseSet<uint32_t> circular;
  const auto next = [&](uint32_t index) { return others.lookup(index); };
  for (const auto& circle : findCircles(names_.symbols_.size(), next)) {
    const auto* first = firsts.lookup(circle.front());
    std::vector<StringRef> members;
    std::vector<Span> places;
    for (const uint32_t member : circle) {
      circular.insert(member);
      members.push_back(names_.symbols_[SymbolId(member)].name);
      if (member != circle.front()) places.push_back(names_.symbols_[SymbolId(member)].span);
    }
    diags_.report(first->place, diag::RenameCycle, drawCircle(members))
        .labels(places, diag::RenamedInCircle, diag::MoreInCircle);
  }
  for (const Redeclared& one : redeclared_) {
    if (circular.contains(one.now.index()) && circular.contains(one.other.index())) continue;
    const Symbol& other = names_[one.other];
    diags_.report(other.span, diag::OldNameDeclared, other.name)
        .label(one.place, diag::RenamedHere);
  }
}

/// A key is made of the oldest name, and that of a nested declaration of its parents' oldest: what
/// stands in a renamed category keeps its key.
void Names::Collector::nameKey(SymbolId id) {
  Symbol& symbol = names_.symbols_[id];
  StringRef oldest = symbol.was.empty() ? symbol.name : symbol.was.back();
  symbol.keyName = oldest;
  // Where it stood when it was called so: inside of a declaration that may be renamed itself.
  const auto [prefix, last] = oldest.rsplit('.');
  if (last.empty()) return;
  const SymbolId parent = names_.packages_[symbol.package].byName.lookup(prefix);
  if (!parent || names_[parent].kind != symbol.kind || names_[parent].keyName == prefix) return;
  symbol.keyName = names_.arena_.copy((names_[parent].keyName + "." + last).str());
}

/// A name has at most 190 characters with the names of its parents, too.
void Names::Collector::refuseLong(SymbolId id) {
  constexpr size_t most = 190;
  const Symbol& symbol = names_[id];
  // A name that is too long by itself was reported where it was read.
  if (!symbol.parent || symbol.name.size() <= most) return;
  const auto [prefix, last] = symbol.name.rsplit('.');
  const size_t length = unicode::length(symbol.name);
  if (length <= most || unicode::length(prefix) > most || unicode::length(last) > most) return;
  // Blocks that are nested too deep were reported there.
  const auto stands = [&](const syntax::File* file) { return file->id == symbol.span.file; };
  if ((*llvm::find_if(package().files, stands))->hasErrors) return;
  diags_.report(symbol.span, diag::NameTooLong, length).note(diag::WithParents, symbol.name);
}

// ---- Packages ----------------------------------------------------------------------------------

void Names::Collector::resolveUses(uint32_t index, const PackageTrees& trees) {
  package_ = index;
  usePlaces_.clear();
  for (const syntax::File* file : trees.files) {
    for (const syntax::Item* item : file->items) {
      if (const auto* use = llvm::dyn_cast<syntax::Use>(item)) resolveUse(*use, trees);
    }
  }
}

void Names::Collector::reportUnknown(const syntax::Use& use, const PackageTrees& trees) {
  std::vector<StringRef> known;
  for (const auto& dependency : trees.dependencies) known.push_back(dependency.first);
  if (usePlaces_.empty()) {
    for (const syntax::File* file : package().files) {
      for (const syntax::Item* item : file->items) {
        const auto* other = llvm::dyn_cast<syntax::Use>(item);
        if (other && !other->target.isEmpty())
          usePlaces_[other->target.text].push_back(other->target.span);
      }
    }
  }
  const std::vector<Span>& places = usePlaces_[use.target.text];
  diags_.report(use.target.span, diag::UnknownPackage, use.target.text)
      .help(diag::SayWherePackage, use.target.text)
      .didYouMean(places, suggest(use.target.text, known));
}

void Names::Collector::resolveUse(const syntax::Use& use, const PackageTrees& trees) {
  if (use.target.isEmpty()) {
    package().brokenUse = true;
    return failUse(use);
  }
  const auto found = llvm::find_if(trees.dependencies,
                                   [&](const auto& d) { return d.first == use.target.text; });
  if (found == trees.dependencies.end()) {
    // Several lines may name it, and are one mistake.
    if (!package().failedUses.contains(use.target.text)) reportUnknown(use, trees);
    return failUse(use);
  }
  const Package::Use entry{static_cast<uint32_t>(found->second), use.withRules, &use,
                           use.target.span};
  addUse(use.target.text, entry);
  if (!use.alias || use.alias->text.empty()) return;
  Package::Use alias = entry;
  alias.name = use.alias->span;
  addUse(use.alias->text, alias);
}

/// Names of a package that is not there stay silent.
void Names::Collector::failUse(const syntax::Use& use) {
  if (!use.target.isEmpty()) package().failedUses.insert(use.target.text);
  if (use.alias && !use.alias->text.empty()) package().failedUses.insert(use.alias->text);
}

void Names::Collector::addUse(StringRef name, Package::Use use) {
  const auto [entry, added] = package().uses.insert({name, use});
  if (added) return;
  if (entry->second.package != use.package) {
    diags_.report(use.name, diag::AliasTwice, name).label(entry->second.name, diag::OtherUse);
  } else {
    entry->second.withRules |= use.withRules;
  }
}

const Package::Use& Names::Collector::useBetween(uint32_t from, uint32_t to) const {
  const auto& uses = names_.packages_[from].uses;
  return llvm::find_if(uses, [&](const auto& use) { return use.second.package == to; })->second;
}

void Names::Collector::reportUseCycles() {
  const auto next = [&](uint32_t index) {
    Successors out;
    for (const auto& [name, use] : names_.packages_[index].uses) out.push_back(use.package);
    return out;
  };
  const auto count = static_cast<uint32_t>(names_.packages_.size());
  llvm::DenseSet<std::pair<uint32_t, uint32_t>> seen;
  for (std::vector<uint32_t>& circle : findCircles(count, next)) {
    // The `use` that stands last closes the circle, from whichever package it is looked at.
    const auto useBehind = [&](uint32_t member) {
      const auto at = static_cast<size_t>(llvm::find(circle, member) - circle.begin());
      return useBetween(member, circle[(at + 1) % circle.size()]).item->target.span;
    };
    const auto last = llvm::max_element(
        circle, [&](uint32_t a, uint32_t b) { return useBehind(a) < useBehind(b); });
    std::rotate(circle.begin(), last + 1, circle.end());
    // What is mended on one circle may mend another that shares a `use` with it.
    bool isNew = true;
    for (size_t i = 0; i < circle.size(); ++i)
      isNew &= seen.insert({circle[i], circle[(i + 1) % circle.size()]}).second;
    if (!isNew) continue;
    std::vector<StringRef> ids;
    for (const uint32_t member : circle) ids.push_back(names_.packages_[member].id);
    const auto place = [&](size_t i) {
      return useBetween(circle[i], circle[(i + 1) % circle.size()]).item->target.span;
    };
    auto report = diags_.report(place(circle.size() - 1), diag::UseCycle, drawCircle(ids));
    if (ids.size() > diag::mostLabels + 1)
      report.note(diag::MoreInCircle, ids.size() - diag::mostLabels - 1);
    for (size_t i = 0; i + 1 < circle.size() && i < diag::mostLabels; ++i) {
      report.label(place(i), diag::UsedInCircle, names_.packages_[circle[i]].id,
                   names_.packages_[circle[i + 1]].id);
    }
  }
}

}  // namespace cadre::resolve
