// From trees to declarations: takes the trees of all packages, gives a symbol for each declaration
// and finds what a name stands for. Reports names that are declared twice, unknown or of the wrong
// kind; knows nothing of levels, inheritance or texts.
#pragma once

#include "diag/diagnostics.h"
#include "support/table.h"
#include "syntax/ast.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/StringMap.h>

#include <string>
#include <vector>

namespace cadre::resolve {

/// In the order of model::DeclKind, which begins with Framework.
enum class SymbolKind : uint8_t {
  Scale,
  Kind,
  Category,
  Attribute,
  Statement,
  Competency,
  Credential,
  Resource,
  Family,
  Profile,
  Path,
  Crosswalk,
};
/// How a message names one: `a competency`.
[[nodiscard]] llvm::StringRef withArticle(SymbolKind kind);

/// A declaration.
struct Symbol {
  SymbolKind kind = SymbolKind::Competency;
  llvm::StringRef name;  ///< Qualified within its package.
  Id<Symbol> parent;     ///< Of a nested category or family.
  uint32_t package = 0;
  const syntax::Item* item = nullptr;
  Span span;                            ///< Its name.
  llvm::ArrayRef<llvm::StringRef> was;  ///< Old names, newest first.
};
using SymbolId = Id<Symbol>;

/// A package whose files were parsed.
struct PackageTrees {
  std::vector<const syntax::File*> files;
  /// The packages that the manifest names, by framework id, as indices.
  std::vector<std::pair<std::string, size_t>> dependencies;
};

/// What a package declares and what it sees.
struct Package {
  const syntax::Framework* framework = nullptr;
  llvm::StringRef id;             ///< The framework's; empty without one.
  std::vector<SymbolId> symbols;  ///< In the order of declaration.
  llvm::StringMap<SymbolId> byName;
  llvm::StringMap<SymbolId> byOldName;

  struct Use {
    uint32_t package;
    bool withRules;
    const syntax::Use* item;
  };
  llvm::MapVector<llvm::StringRef, Use> uses;  ///< By framework id, and by alias.
  std::vector<const syntax::File*> files;
};

class Names {
public:
  /// Collects the declarations of `packages`; package 0 is the one compiled. The trees must
  /// outlive the names.
  Names(llvm::ArrayRef<PackageTrees> packages, Diagnostics& diags);

  [[nodiscard]] const Table<Symbol>& symbols() const { return symbols_; }
  [[nodiscard]] const Symbol& operator[](SymbolId id) const { return symbols_[id]; }
  [[nodiscard]] const std::vector<Package>& packages() const { return packages_; }

  /// What `name` stands for in `package`, which must be of `kind`. Reports what it is not, with
  /// suggestions; then, and for an empty name, the result is none and whatever depends on it stays
  /// silent. `keywords` offers the words of the language as suggestions too.
  SymbolId resolve(uint32_t package, const syntax::QualifiedName& name, SymbolKind kind,
                   Diagnostics& diags, bool keywords = false) const;

  /// The same, without a report.
  [[nodiscard]] SymbolId find(uint32_t package, const syntax::QualifiedName& name) const;

private:
  class Collector;
  struct Lookup {
    SymbolId symbol;
    bool oldName = false;
    const Package* package = nullptr;  ///< Where a qualified name was sought.
    llvm::StringRef rest;              ///< The name within that package.
    llvm::StringRef unused;            ///< A package of the manifest that is not used.
  };
  [[nodiscard]] Lookup lookUp(uint32_t package, const syntax::QualifiedName& name) const;
  /// The names to suggest from. A search walks over all names, so that a run makes it a few hundred
  /// times; after that, nothing is suggested.
  [[nodiscard]] std::vector<llvm::StringRef> searchedNames(const Package& package,
                                                           SymbolKind kind) const;
  void reportUnknown(uint32_t package, const syntax::QualifiedName& name, SymbolKind kind,
                     const Lookup& lookup, bool keywords, Diagnostics& diags) const;

  Table<Symbol> symbols_;
  std::vector<Package> packages_;
  std::vector<std::vector<std::pair<std::string, size_t>>> manifests_;
  Arena arena_;
  mutable unsigned searchesLeft_ = 500;
};

}  // namespace cadre::resolve
