#include "resolve/suggestions.h"

#include "support/unicode.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLExtras.h>

#include <fmt/format.h>

namespace cadre::resolve {

using llvm::StringRef;

namespace {

constexpr size_t most = 3;

StringRef titleOf(const syntax::Item& item) {
  return syntax::visit(item, [](const auto& node) -> StringRef {
    if constexpr (requires { node.title->value; }) {
      return node.title ? node.title->value : StringRef();
    } else {
      return {};
    }
  });
}

/// Words that name something of the kind without being declared.
llvm::ArrayRef<StringRef> builtIns(SymbolKind kind) {
  static constexpr StringRef kinds[] = {"technical", "behavioural", "leadership", "general"};
  static constexpr StringRef scales[] = {"none"};
  if (kind == SymbolKind::Kind) return kinds;
  if (kind == SymbolKind::Scale) return scales;
  return {};
}

}  // namespace

std::vector<std::string> Suggestions::seen(uint32_t package, StringRef name, SymbolKind kind,
                                           llvm::ArrayRef<StringRef> words) {
  return choose(pool(package, kind, true), name, words);
}

std::vector<std::string> Suggestions::declared(uint32_t package, StringRef name, SymbolKind kind) {
  return choose(pool(package, kind, false), name, {});
}

std::vector<std::string> Suggestions::same(uint32_t package, StringRef name, SymbolKind kind) {
  return pool(package, kind, true).alike.find(name);
}

const Suggestions::Pool& Suggestions::pool(uint32_t package, SymbolKind kind, bool withUses) {
  const auto [entry, added] = pools_.try_emplace({package, kind, withUses});
  Pool& pool = entry->second;
  if (!added) return pool;
  const Package& own = names_.packages()[package];
  addPackage(pool, own, kind, {});
  if (!withUses) return pool;
  for (const StringRef word : builtIns(kind)) add(pool, word, {word.str(), {}});
  // An alias is what its author writes; the id is for who began to write that.
  for (const bool byAlias : {true, false}) {
    for (const auto& [prefix, use] : own.uses) {
      const bool isAlias = use.item->alias && use.item->alias->text == prefix;
      if (isAlias == byAlias) addPackage(pool, names_.packages()[use.package], kind, prefix);
    }
  }
  return pool;
}

void Suggestions::addPackage(Pool& pool, const Package& package, SymbolKind kind,
                             StringRef prefix) {
  const auto written = [&](StringRef name) {
    return prefix.empty() ? name.str() : fmt::format("{}.{}", prefix, name);
  };
  for (const SymbolId id : package.symbols) {
    const Symbol& symbol = names_[id];
    if (symbol.kind != kind) continue;
    const Offer offer{written(symbol.name), id};
    add(pool, symbol.name, offer);
    if (!prefix.empty()) add(pool, offer.name, offer);
    if (const size_t dot = symbol.name.rfind('.'); dot != StringRef::npos)
      add(pool, symbol.name.drop_front(dot + 1), offer);
    for (const StringRef old : symbol.was) add(pool, old, offer);
    addAlike(pool, titleOf(*symbol.item), offer);
  }
}

void Suggestions::add(Pool& pool, StringRef key, const Offer& offer) {
  pool.candidates.push_back({unicode::foldCase(key), offer});
  addAlike(pool, key, offer);
}

void Suggestions::addAlike(Pool& pool, StringRef key, const Offer& offer) {
  // Words of the language are one thing: only one of them is called so.
  constexpr size_t noSymbol = SIZE_MAX;
  pool.alike.add(key, offer.name, offer.symbol ? offer.symbol.index() : noSymbol);
}

std::vector<std::string> Suggestions::choose(const Pool& pool, StringRef name,
                                             llvm::ArrayRef<StringRef> words) {
  std::vector<std::string> out = pool.alike.find(name);
  if (!out.empty()) return out;
  struct Match {
    unsigned distance;
    StringRef name;
    SymbolId symbol;
  };
  const std::string folded = unicode::foldCase(name);
  const unsigned limit = std::max<unsigned>(1, static_cast<unsigned>(folded.size() + 2) / 3);
  std::vector<Match> matches;
  const auto compare = [&](StringRef key, StringRef offer, SymbolId symbol) {
    const size_t gap = std::max(key.size(), folded.size()) - std::min(key.size(), folded.size());
    if (gap > limit) return;
    const unsigned distance = StringRef(folded).edit_distance(key, true, limit);
    if (distance <= limit) matches.push_back({distance, offer, symbol});
  };
  if (pool.candidates.size() <= comparisonsLeft_) {
    comparisonsLeft_ -= pool.candidates.size();
    for (const Candidate& one : pool.candidates) compare(one.key, one.offer.name, one.offer.symbol);
  }
  for (const StringRef word : words) compare(word, word, {});
  llvm::stable_sort(matches, [](const Match& a, const Match& b) { return a.distance < b.distance; });
  llvm::DenseSet<uint32_t> taken;
  for (const Match& match : matches) {
    if (out.size() == most) break;
    if (match.symbol && !taken.insert(match.symbol.index()).second) continue;
    if (match.name != name) out.push_back(match.name.str());
  }
  return out;
}

}  // namespace cadre::resolve
