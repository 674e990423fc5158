// Fills Names: takes the trees of each package, gives symbols, in one walk over the declarations.
// Reports what is declared twice; looks nothing up.
#pragma once

#include "resolve/names.h"

#include <llvm/ADT/StringMap.h>

namespace cadre::resolve {

class Names::Collector {
public:
  Collector(Names& names, Diagnostics& diags) : names_(names), diags_(diags) {}

  void run(llvm::ArrayRef<PackageTrees> packages);

private:
  void collectPackage(uint32_t index, const PackageTrees& trees);
  /// Declares what `items` declare; nested categories and families below `parent`.
  void declareAll(llvm::ArrayRef<const syntax::Item*> items, SymbolId parent, bool atTop);
  void declareItem(const syntax::Item& item, SymbolId parent, bool atTop);
  SymbolId declare(SymbolKind kind, const syntax::QualifiedName& name, const syntax::Item& item,
                   SymbolId parent);
  /// Declares what stands in the block of `item`, which is `id` unless that was declared before.
  void declareInside(const syntax::Item& item, const syntax::Block* block, SymbolId id);
  void declareFramework(const syntax::Framework& framework);
  void declareStatement(const syntax::Statement& statement, bool atTop);
  void doubt(llvm::StringRef name);
  /// Doubts what the title says as one word.
  void doubtTitle(const syntax::Item& item);
  /// Whether the name was reported to be taken by the language.
  bool refuseReserved(SymbolKind kind, const syntax::QualifiedName& name);
  void collectOldNames(SymbolId id);
  llvm::StringRef qualifiedOldName(SymbolId id, const syntax::QualifiedName& name);
  void reportOldNames();
  void resolveUses(uint32_t index, const PackageTrees& trees);
  void reportUnknown(const syntax::Use& use, const PackageTrees& trees);
  void resolveUse(const syntax::Use& use, const PackageTrees& trees);
  void failUse(const syntax::Use& use);
  void addUse(llvm::StringRef name, Package::Use use);
  void reportUseCycles();
  /// The `use` through which one package uses another.
  [[nodiscard]] const Package::Use& useBetween(uint32_t from, uint32_t to) const;
  /// The names that keys are made of, and names that are too long with their parents.
  void nameKey(SymbolId id);
  void refuseLong(SymbolId id);

  [[nodiscard]] Package& package() { return names_.packages_[package_]; }

  Names& names_;
  Diagnostics& diags_;
  uint32_t package_ = 0;
  bool inDuplicate_ = false;  ///< Inside of a declaration that was reported to be a second one.

  /// An old name of `now` that `other` is declared by.
  struct Redeclared {
    SymbolId now;
    SymbolId other;
    Span place;
  };
  std::vector<Redeclared> redeclared_;
  /// Where the package names what it uses, by name; made when a name is unknown.
  llvm::StringMap<std::vector<Span>> usePlaces_;
};

}  // namespace cadre::resolve
