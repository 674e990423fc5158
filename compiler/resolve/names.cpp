#include "resolve/names.h"

#include "resolve/collector.h"
#include "resolve/failures.h"

#include <llvm/ADT/Twine.h>

namespace cadre::resolve {

using llvm::StringRef;

StringRef withArticle(SymbolKind kind) {
  switch (kind) {
    case SymbolKind::Scale: return "a scale";
    case SymbolKind::Kind: return "a kind";
    case SymbolKind::Category: return "a category";
    case SymbolKind::Attribute: return "an attribute";
    case SymbolKind::Statement: return "a statement";
    case SymbolKind::Competency: return "a competency";
    case SymbolKind::Credential: return "a credential";
    case SymbolKind::Resource: return "a resource";
    case SymbolKind::Family: return "a family";
    case SymbolKind::Profile: return "a profile";
    case SymbolKind::Path: return "a path";
    case SymbolKind::Crosswalk: return "a crosswalk";
  }
  llvm_unreachable("every kind has words");
}

Names::Names(llvm::ArrayRef<PackageTrees> packages, Diagnostics& diags) {
  packages_.resize(packages.size());
  for (const PackageTrees& trees : packages) manifests_.push_back(trees.dependencies);
  Collector(*this, diags).run(packages);
}

/// A nested name is found by the old names of its parents too: `Press.Radio` where `Press` became
/// `Media`.
SymbolId Names::findIn(const Package& package, StringRef name, bool& old) const {
  if (const SymbolId symbol = package.byName.lookup(name)) return symbol;
  if (const SymbolId symbol = package.byOldName.lookup(name)) {
    old = true;
    return symbol;
  }
  if (package.byOldName.empty()) return {};
  const auto [prefix, last] = name.rsplit('.');
  if (last.empty()) return {};
  bool oldParent = false;
  const SymbolId parent = findIn(package, prefix, oldParent);
  if (!parent || !oldParent) return {};
  old = true;
  const std::string full = (symbols_[parent].name + "." + last).str();
  if (const SymbolId symbol = package.byName.lookup(full)) return symbol;
  return package.byOldName.lookup(full);
}

Names::Found Names::lookUp(uint32_t package, const syntax::QualifiedName& name) const {
  const Package& own = packages_[package];
  Found out;
  out.symbol = findIn(own, name.text, out.oldName);
  if (out.symbol) return out;
  // The longest prefix that names a package decides, so that `acme.core.X` is not sought in `acme`.
  for (size_t length = name.text.rfind('.'); length != StringRef::npos && length > 0;
       length = name.text.take_front(length).rfind('.')) {
    const StringRef prefix = name.text.take_front(length);
    const StringRef rest = name.text.drop_front(length + 1);
    const Package* target = prefix == own.id ? &own : nullptr;
    if (const auto use = own.uses.find(prefix); use != own.uses.end())
      target = &packages_[use->second.package];
    if (target) {
      out.symbol = findIn(*target, rest, out.oldName);
      out.package = target;
      out.rest = rest;
      // What it would be called is not known, and that was reported.
      out.silent |= !target->framework;
      return out;
    }
    out.silent |= own.failedUses.contains(prefix);
    for (const auto& [id, index] : manifests_[package]) {
      if (id == prefix) out.unused = prefix;
    }
  }
  out.silent |= own.brokenUse && name.parts.size() > 1;
  return out;
}

SymbolId Names::find(uint32_t package, const syntax::QualifiedName& name) const {
  return name.isEmpty() ? SymbolId() : lookUp(package, name).symbol;
}

SymbolId Names::resolve(uint32_t package, const syntax::QualifiedName& name, SymbolKind kind,
                        Failures& failures) const {
  if (name.isEmpty()) return {};
  const Found found = lookUp(package, name);
  if (!found.symbol && found.silent) return {};
  if (!found.symbol || symbols_[found.symbol].kind != kind) {
    failures.add(package, name, kind);
    return {};
  }
  if (found.oldName) failures.warnOldName(name, symbols_[found.symbol], found);
  return found.symbol;
}

}  // namespace cadre::resolve
