#include "diag/kinds/sema.h"
#include "sema/checker.h"
#include "sema/formats.h"

#include <llvm/ADT/SmallSet.h>

namespace cadre::sema {

using syntax::ItemName;
using syntax::Owner;

namespace {

/// A declared statement by its word, and a line that uses some by its own.
std::string describe(const syntax::Statement& statement) {
  if (statement.text) return withArticle(model::word(static_cast<model::StatementSort>(statement.sort)));
  switch (statement.sort) {
    case syntax::StatementSort::Knowledge: return "`knowledge`";
    case syntax::StatementSort::Skill: return "`skills`";
    case syntax::StatementSort::Ability: return "`abilities`";
    case syntax::StatementSort::Task: return "`tasks`";
  }
  llvm_unreachable("every sort has words");
}

/// How a message names an item that stands in the wrong place.
std::string describe(const syntax::Item& item, Owner owner) {
  using syntax::NodeKind;
  switch (item.nodeKind) {
    case NodeKind::Competency: return "a competency";
    case NodeKind::Profile: return "a profile";
    case NodeKind::EveryProfile: return "an `every profile` rule";
    case NodeKind::Framework: return "a framework";
    case NodeKind::Kind: return "a kind";
    case NodeKind::Attribute: return "an attribute";
    case NodeKind::Resource: return "a resource";
    case NodeKind::Path: return "a path";
    case NodeKind::Crosswalk: return "a crosswalk";
    case NodeKind::Translation: return "a translation";
    case NodeKind::Scale: return "a scale";
    case NodeKind::Credential: return "a credential";
    case NodeKind::Family: return "a family";
    case NodeKind::Statement: return describe(llvm::cast<syntax::Statement>(item));
    default: break;
  }
  const auto name = syntax::itemName(item, owner);
  const StringRef word = name ? syntax::row(*name).word : "this";
  return word.contains(' ') && word != "part of" ? word.str() : fmt::format("`{}`", word);
}

/// Whether it stands in blocks alone.
bool isStray(const syntax::Item& item) {
  using syntax::NodeKind;
  switch (item.nodeKind) {
    case NodeKind::AttributeValue:
    case NodeKind::BulletList:
    case NodeKind::Steps:
    case NodeKind::Requires:
    case NodeKind::Lowers:
    case NodeKind::Drops:
    case NodeKind::Membership:
    case NodeKind::PartOf:
    case NodeKind::Matches:
    case NodeKind::Was:
    case NodeKind::Replaces:
    case NodeKind::Allow:
    case NodeKind::Deprecated:
    case NodeKind::Reviewed:
    case NodeKind::Keywords:
    case NodeKind::Renews:
    case NodeKind::Develops:
    case NodeKind::TextItem:
    case NodeKind::WordItem:
    case NodeKind::Translations:
    case NodeKind::Level:
    case NodeKind::Bullet: return true;
    default: return false;
  }
}

}  // namespace

Items Checker::itemsOf(const syntax::Block* block, Owner owner, bool inTranslation) {
  Items out;
  if (!block) return out;
  std::array<const syntax::Item*, 64> seen{};
  for (const syntax::Item* item : block->items) {
    if (item->nodeKind == syntax::NodeKind::Error) continue;
    const auto name = syntax::itemName(*item, owner);
    if (!name || !syntax::contains(syntax::row(*name).owners, owner)) {
      reportMisplaced(*item, owner);
      continue;
    }
    const auto& row = syntax::row(*name);
    const auto* uses = llvm::dyn_cast<syntax::Statement>(item);
    if (inTranslation && (!row.translated || (uses && !uses->names.empty()))) {
      reportKept(*item, owner);
      continue;
    }
    if (inTranslation && llvm::isa<syntax::BulletList, syntax::Statement>(item))
      itemsOf(syntax::blockOf(*item), Owner::Bullets, true);
    const syntax::Item*& first = seen[static_cast<size_t>(*name)];
    if (row.once && first) {
      diags_.report(item->head, diag::GivenTwice, row.word).label(first->head, diag::FirstGiven);
      continue;
    }
    first = item;
    out.add(*name, *item);
  }
  return out;
}

/// Reports what a translation leaves with the original.
void Checker::reportKept(const syntax::Item& item, Owner owner) {
  if (item.broken) return;
  const auto* value = llvm::dyn_cast<syntax::AttributeValue>(&item);
  if (value && !names_.find(package_, value->attribute))
    return failures_.addWord(package_, value->attribute);
  const auto name = syntax::itemName(item, owner);
  const bool isLine = name == ItemName::DefaultScale || name == ItemName::CredentialUse;
  const std::string what =
      isLine ? fmt::format("`{}`", syntax::row(*name).word) : describe(item, owner);
  diags_.report(item.head, diag::NotTranslated, what).help(diag::TranslatedAre);
}

void Checker::reportMisplaced(const syntax::Item& item, Owner owner) {
  if (item.broken && llvm::isa<syntax::AttributeValue, syntax::Steps>(item)) return;
  const auto name = syntax::itemName(item, owner);
  const std::string what = describe(item, owner);
  if (!name) {
    diags_.report(item.head, diag::MisplacedDeclaration, what, syntax::withArticle(owner));
    return;
  }
  // A name of the author's at the start of a line is most often a misspelt word.
  if (*name == ItemName::AttributeValue) {
    const auto& value = llvm::cast<syntax::AttributeValue>(item);
    if (!names_.find(package_, value.attribute)) {
      failures_.addWord(package_, value.attribute);
      return;
    }
  }
  diags_.report(item.head, diag::Misplaced, what, syntax::withArticle(owner))
      .note(diag::BelongsIn, syntax::ownersOf(*name));
}

/// Reports lines that stand outside of all blocks; of several in a row, which one brace too many
/// leaves behind, the first.
void Checker::checkTop(const syntax::File& file) {
  bool previous = false;
  for (const syntax::Item* item : file.items) {
    const bool stray = isStray(*item);
    if (stray && !previous) reportStray(*item);
    previous = stray;
  }
}

void Checker::reportStray(const syntax::Item& item) {
  if (const auto* value = llvm::dyn_cast<syntax::AttributeValue>(&item);
      value && !names_.find(package_, value->attribute)) {
    if (!item.broken) failures_.addWord(package_, value->attribute);
    return;
  }
  const auto name = syntax::itemName(item, Owner::Competency);
  const bool isBullet = item.nodeKind == syntax::NodeKind::Bullet;
  diags_.report(item.head, diag::MisplacedAtTop, describe(item, Owner::Competency),
                isBullet ? "a level"
                : name   ? syntax::ownersOf(*name)
                         : "a declaration");
}

}  // namespace cadre::sema
