#include "resolve/names.h"

#include "diag/kinds/resolve.h"
#include "resolve/collector.h"
#include "support/suggest.h"

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

Names::Lookup Names::lookUp(uint32_t package, const syntax::QualifiedName& name) const {
  const auto findIn = [](const Package& in, StringRef text, Lookup& out) {
    out.symbol = in.byName.lookup(text);
    if (!out.symbol) {
      out.symbol = in.byOldName.lookup(text);
      out.oldName = out.symbol.isValid();
    }
    return out.symbol.isValid();
  };
  const Package& own = packages_[package];
  Lookup out;
  if (findIn(own, name.text, out)) return out;
  // The longest prefix that names a package decides, so that `acme.core.X` is not sought in `acme`.
  for (size_t length = name.text.rfind('.'); length != StringRef::npos && length > 0;
       length = name.text.take_front(length).rfind('.')) {
    const StringRef prefix = name.text.take_front(length);
    const StringRef rest = name.text.drop_front(length + 1);
    const Package* target = prefix == own.id ? &own : nullptr;
    if (const auto use = own.uses.find(prefix); use != own.uses.end())
      target = &packages_[use->second.package];
    if (target) {
      findIn(*target, rest, out);
      out.package = target;
      out.rest = rest;
      return out;
    }
    for (const auto& [id, index] : manifests_[package]) {
      if (id == prefix) out.unused = prefix;
    }
  }
  return out;
}

SymbolId Names::find(uint32_t package, const syntax::QualifiedName& name) const {
  return name.isEmpty() ? SymbolId() : lookUp(package, name).symbol;
}

SymbolId Names::resolve(uint32_t package, const syntax::QualifiedName& name, SymbolKind kind,
                        Diagnostics& diags, bool keywords) const {
  if (name.isEmpty()) return {};
  const Lookup lookup = lookUp(package, name);
  if (!lookup.symbol) {
    reportUnknown(package, name, kind, lookup, keywords, diags);
    return {};
  }
  const Symbol& symbol = symbols_[lookup.symbol];
  if (symbol.kind != kind) {
    diags.report(name.span, diag::WrongKind, name.text, withArticle(symbol.kind), withArticle(kind))
        .label(symbol.span, diag::DeclaredHere);
    return {};
  }
  if (lookup.oldName) {
    const StringRef prefix = lookup.package ? name.text.drop_back(lookup.rest.size()) : StringRef();
    const std::string now = (prefix + symbol.name).str();
    diags.report(name.span, diag::OldNameUsed, name.text, now)
        .label(symbol.span, diag::RenamedHere)
        .safeFix(fmt::format("change to `{}`", now), name.span, now);
  }
  return lookup.symbol;
}

std::vector<StringRef> Names::searchedNames(const Package& package, SymbolKind kind) const {
  std::vector<StringRef> names;
  if (searchesLeft_ == 0) return names;
  --searchesLeft_;
  for (const SymbolId id : package.symbols) {
    if (symbols_[id].kind == kind) names.push_back(symbols_[id].name);
  }
  return names;
}

void Names::reportUnknown(uint32_t package, const syntax::QualifiedName& name, SymbolKind kind,
                          const Lookup& lookup, bool keywords, Diagnostics& diags) const {
  if (!lookup.unused.empty()) {
    diags.report(name.span, diag::PackageNotUsed, name.text, lookup.unused)
        .help(diag::AddUse, lookup.unused);
    return;
  }
  const Package& own = packages_[package];
  const Package& sought = lookup.package ? *lookup.package : own;
  std::vector<StringRef> candidates = searchedNames(sought, kind);
  if (lookup.package) {
    const StringRef prefix = name.text.drop_back(lookup.rest.size());
    std::vector<std::string> full;
    for (const StringRef match : suggest(lookup.rest, candidates))
      full.push_back((prefix + match).str());
    diags.report(name.span, diag::NotInPackage, lookup.rest, sought.id)
        .didYouMean(name.span, {full.begin(), full.end()});
    return;
  }
  if (keywords) {
    const auto words = syntax::keywordSpellings();
    candidates.insert(candidates.end(), words.begin(), words.end());
  }
  auto report = diags.report(name.span, diag::Undeclared, name.text);
  // The same name in a package that is used wins over names that are only alike.
  for (const auto& [prefix, use] : own.uses) {
    const SymbolId other = packages_[use.package].byName.lookup(name.text);
    if (!other || symbols_[other].kind != kind) continue;
    const std::string full = (prefix + "." + name.text).str();
    report.help(diag::DeclaredIn, name.text, packages_[use.package].id, full)
        .didYouMean(name.span, {StringRef(full)});
    return;
  }
  // A nested category or family is often written without its parents.
  std::vector<StringRef> nested;
  for (const StringRef candidate : candidates) {
    if (candidate.ends_with(("." + name.text).str())) nested.push_back(candidate);
  }
  report.didYouMean(name.span, nested.empty() ? suggest(name.text, candidates) : nested);
}

}  // namespace cadre::resolve
