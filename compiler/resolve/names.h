// From trees to declarations: takes the trees of all packages, gives a symbol for each declaration
// and finds what a name stands for. Reports what is declared twice and packages that fail; names that
// stand for nothing go to Failures. Knows nothing of levels, inheritance or texts.
#pragma once

#include "diag/diagnostics.h"
#include "support/table.h"
#include "syntax/ast.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringSet.h>

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
  llvm::StringRef keyName;              ///< What its key is made of: the oldest name, in its parent's.
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
  llvm::StringMap<Span> oldNames;  ///< Where `was` gives each.

  struct Use {
    uint32_t package;
    bool withRules;
    const syntax::Use* item;
    Span name;  ///< The id or the alias.
  };
  llvm::MapVector<llvm::StringRef, Use> uses;  ///< By framework id, and by alias.
  llvm::StringSet<> failedUses;                ///< Ids and aliases that were reported.
  bool brokenUse = false;                      ///< A `use` did not parse.
  /// Squeezed: what lines that were reported may declare.
  llvm::StringSet<> doubtful;
  llvm::StringSet<> doubtfulWords;   ///< The same of attributes with a name that is taken.
  std::vector<SymbolKind> nameless;  ///< Of declarations whose name was reported.
  std::vector<const syntax::File*> files;
};

class Failures;

class Names {
public:
  /// Collects the declarations of `packages`; package 0 is the one compiled. The trees must
  /// outlive the names.
  Names(llvm::ArrayRef<PackageTrees> packages, Diagnostics& diags);

  [[nodiscard]] const Table<Symbol>& symbols() const { return symbols_; }
  [[nodiscard]] const Symbol& operator[](SymbolId id) const { return symbols_[id]; }
  [[nodiscard]] const std::vector<Package>& packages() const { return packages_; }

  /// What a name stands for, or what is known of one that stands for nothing.
  struct Found {
    SymbolId symbol;
    bool oldName = false;
    const Package* package = nullptr;  ///< Where a qualified name was sought.
    llvm::StringRef rest;              ///< The name within that package.
    llvm::StringRef unused;            ///< A package of the manifest that is not used.
    bool silent = false;               ///< It depends on a `use` or a package that was reported.
  };
  [[nodiscard]] Found lookUp(uint32_t package, const syntax::QualifiedName& name) const;

  /// What `name` stands for in `package`, which must be of `kind`. What it is not goes to
  /// `failures`; then, and for an empty name, the result is none and whatever depends on it stays
  /// silent.
  SymbolId resolve(uint32_t package, const syntax::QualifiedName& name, SymbolKind kind,
                   Failures& failures) const;

  /// The same of any kind, without a report.
  [[nodiscard]] SymbolId find(uint32_t package, const syntax::QualifiedName& name) const;

  /// The packages that the manifest of a package names, by framework id, as indices.
  [[nodiscard]] llvm::ArrayRef<std::pair<std::string, size_t>> manifest(uint32_t package) const {
    return manifests_[package];
  }

private:
  class Collector;
  /// What `name` stands for among the declarations of one package; `old` where by an old name.
  [[nodiscard]] SymbolId findIn(const Package& package, llvm::StringRef name, bool& old) const;

  Table<Symbol> symbols_;
  std::vector<Package> packages_;
  std::vector<std::vector<std::pair<std::string, size_t>>> manifests_;
  Arena arena_;
};

}  // namespace cadre::resolve
