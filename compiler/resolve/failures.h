// Names that stand for nothing: takes each place where a look-up failed, gives one report a name once
// all are known, at its first place, with what may have been meant. A second place of the same name
// is shown there and is no finding of its own.
#pragma once

#include "resolve/names.h"
#include "resolve/suggestions.h"

#include <llvm/ADT/StringMap.h>

namespace cadre::resolve {

class Failures {
public:
  Failures(const Names& names, Diagnostics& diags)
      : names_(names), diags_(diags), suggestions_(names) {}

  /// A name that should stand for a declaration of `kind`, and does not.
  void add(uint32_t package, const syntax::QualifiedName& name, SymbolKind kind);
  /// A word at the start of a line that is neither of the language nor an attribute.
  void addWord(uint32_t package, const syntax::QualifiedName& name);
  /// Warns of an old name at once: each place has its fix.
  void warnOldName(const syntax::QualifiedName& name, const Symbol& symbol,
                   const Names::Found& found);

  /// Whether such a name was added: what else says it stays silent.
  [[nodiscard]] bool has(uint32_t package, llvm::StringRef name, SymbolKind kind) const;
  /// Reports what was added, in the order of the sources.
  void report();

  [[nodiscard]] Suggestions& suggestions() { return suggestions_; }

private:
  struct Failure {
    uint32_t package = 0;
    std::optional<SymbolKind> kind;  ///< None: a word at the start of a line.
    std::vector<const syntax::QualifiedName*> places;
  };
  void add(uint32_t package, const syntax::QualifiedName& name, std::optional<SymbolKind> kind);
  void report(const Failure& failure);
  void reportUndeclared(const Failure& failure);
  void reportNotInPackage(const Failure& failure, const Names::Found& found);
  void reportNotUsed(const Failure& failure, llvm::StringRef unused);
  void reportWrongKind(const Failure& failure, const Symbol& symbol);
  void reportWord(const Failure& failure);
  /// Adds the other places and the offers to a report.
  void complete(DiagnosticBuilder& report, const Failure& failure,
                const std::vector<std::string>& offers);
  [[nodiscard]] std::string findElsewhere(const Failure& failure) const;
  void noteOtherKind(DiagnosticBuilder& report, const Failure& failure);

  const Names& names_;
  Diagnostics& diags_;
  Suggestions suggestions_;
  std::vector<Failure> failures_;
  llvm::StringMap<size_t> byName_;
};

}  // namespace cadre::resolve
