// The table of which items may stand in which blocks: takes an item and its owner, gives its row.
// Judges nothing: sema reports what stands in the wrong place.
#pragma once

#include "syntax/ast.h"

#include <optional>
#include <string>

namespace cadre::syntax {

/// What a block belongs to.
enum class Owner : uint32_t {
  Framework = 1U << 0,
  Scale = 1U << 1,
  ScaleLevel = 1U << 2,
  Kind = 1U << 3,
  Category = 1U << 4,
  Attribute = 1U << 5,
  Statement = 1U << 6,
  Competency = 1U << 7,
  CompetencyLevel = 1U << 8,
  Credential = 1U << 9,
  Resource = 1U << 10,
  Family = 1U << 11,
  EveryProfile = 1U << 12,
  Profile = 1U << 13,
  Path = 1U << 14,
  Crosswalk = 1U << 15,
  Bullets = 1U << 16,  ///< `skills { … }`, `evidence { … }`
};
constexpr Owner operator|(Owner a, Owner b) {
  return static_cast<Owner>(static_cast<uint32_t>(a) | static_cast<uint32_t>(b));
}
constexpr bool contains(Owner set, Owner one) {
  return (static_cast<uint32_t>(set) & static_cast<uint32_t>(one)) != 0;
}
/// How a message names an owner: `a competency`.
[[nodiscard]] llvm::StringRef withArticle(Owner owner);

enum class ItemName : uint8_t {
#define ITEM(name, word, often, language, owners) name,
#include "syntax/items.def"
};

struct ItemRow {
  ItemName name;
  llvm::StringRef word;
  bool once;
  bool translated;  ///< A translation says it in its language.
  Owner owners;
};

[[nodiscard]] const ItemRow& row(ItemName name);

/// The row of `item` as it stands in a block of `owner`, or nothing for what no block but a
/// translation's holds (declarations, and items that did not parse).
[[nodiscard]] std::optional<ItemName> itemName(const Item& item, Owner owner);

/// The owners that may hold `name`, as a message lists them: `a profile or a family`.
[[nodiscard]] std::string ownersOf(ItemName name);

}  // namespace cadre::syntax
