// What a script of changes alone has to do: takes the rows of two releases of a framework, gives
// the rows of the declarations that say something else than before, and what is to be done about
// the others. Knows nothing of SQL text.
#pragma once

#include "emit/relational/rows.h"

#include <bitset>
#include <vector>

namespace cadre::emit::sql {

using llvm::StringRef;
using relational::Rows;
using relational::TableId;

/// A declaration, or an indicator, by the table that it stands in.
struct DeclarationKey {
  relational::Word kind;
  StringRef id;
};

/// Declarations that stand side by side and move together, all by as much.
struct Shift {
  relational::Word kind;
  StringRef first;  ///< The id of the one that stands at `from`.
  size_t from = 0;  ///< Positions in the older release.
  size_t to = 0;
  int64_t distance = 0;
};

/// How many declarations of a table are in use.
struct LiveCount {
  TableId table;
  size_t before = 0;
  size_t after = 0;
};

/// From one release to the next. Views into the rows of both, which must outlive it.
struct Changes {
  StringRef versionBefore;
  Rows rows;  ///< All rows of each declaration that changed, and the successions that did.
  /// Declarations that the framework no longer publishes as its own.
  std::vector<DeclarationKey> gone;
  std::vector<Shift> shifts;
  std::vector<LiveCount> counts;  ///< Of each table of declarations.
  /// The tables that anything happens in, by TableId.
  std::bitset<64> tables;
  /// Tables of facts that nothing happens in, unless what is new was here before and left rows there: what is
  /// retired keeps its facts, and may be back with fewer.
  std::bitset<64> leftovers;

  [[nodiscard]] bool touch(TableId table) const { return tables[static_cast<size_t>(table)]; }
  [[nodiscard]] bool mayHoldLeftovers(TableId table) const { return leftovers[static_cast<size_t>(table)]; }
};

[[nodiscard]] Changes changesBetween(const Rows& before, const Rows& after);

}  // namespace cadre::emit::sql
