// What an author may have meant: takes a name that stands for nothing and the kind that is expected,
// gives names to write instead, best first. Looks at names, old names and titles of the package and
// of those it uses; reports nothing.
#pragma once

#include "resolve/names.h"
#include "support/alike.h"

#include <map>

namespace cadre::resolve {

class Suggestions {
public:
  explicit Suggestions(const Names& names) : names_(names) {}

  /// Names of `kind` as `package` may write them: its own, and those of packages in use with the
  /// alias or id in front. `words` are offered as well.
  std::vector<std::string> seen(uint32_t package, llvm::StringRef name, SymbolKind kind,
                                llvm::ArrayRef<llvm::StringRef> words = {});
  /// Names of `kind` that `package` declares itself.
  std::vector<std::string> declared(uint32_t package, llvm::StringRef name, SymbolKind kind);

  /// Those of `seen` that are called the same but for case, spaces and dashes.
  std::vector<std::string> same(uint32_t package, llvm::StringRef name, SymbolKind kind);

private:
  struct Offer {
    std::string name;  ///< To write.
    SymbolId symbol;   ///< None for a word of the language.
  };
  struct Candidate {
    std::string key;  ///< Compared, without differences of case.
    Offer offer;
  };
  /// The candidates for names of one kind in one package.
  struct Pool {
    std::vector<Candidate> candidates;
    Alike alike;  ///< By names, old names and titles.
  };
  const Pool& pool(uint32_t package, SymbolKind kind, bool withUses);
  void addPackage(Pool& pool, const Package& package, SymbolKind kind, llvm::StringRef prefix);
  static void add(Pool& pool, llvm::StringRef key, const Offer& offer);
  static void addAlike(Pool& pool, llvm::StringRef key, const Offer& offer);
  std::vector<std::string> choose(const Pool& pool, llvm::StringRef name,
                                  llvm::ArrayRef<llvm::StringRef> words);

  const Names& names_;
  std::map<std::tuple<uint32_t, SymbolKind, bool>, Pool> pools_;
  /// How many names are still compared letter by letter: a run with very many failures gives each
  /// an answer in a time that does not grow with the number of declarations.
  size_t comparisonsLeft_ = 10'000'000;
};

}  // namespace cadre::resolve
