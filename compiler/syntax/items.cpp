#include "syntax/items.h"

#include <llvm/ADT/SmallVector.h>

#include <string>

namespace cadre::syntax {

namespace {

constexpr bool Once = true;
constexpr bool Many = false;
constexpr bool Translated = true;
constexpr bool Kept = false;

/// The table, inside of which the owners are spelt without their enum.
struct Rows {
  using enum Owner;
  static constexpr ItemRow all[] = {
#define ITEM(name, word, often, language, owners) {ItemName::name, word, often, language, owners},
#include "syntax/items.def"
  };
};

constexpr Owner allOwners[] = {
    Owner::Framework, Owner::Scale, Owner::ScaleLevel, Owner::Kind, Owner::Category,
    Owner::Attribute, Owner::Statement, Owner::Competency, Owner::CompetencyLevel,
    Owner::Credential, Owner::Resource, Owner::Family, Owner::EveryProfile, Owner::Profile,
    Owner::Path, Owner::Crosswalk, Owner::Bullets,
};

std::optional<ItemName> textItem(TokenKind word) {
  switch (word) {
    case TokenKind::About: return ItemName::About;
    case TokenKind::Version: return ItemName::Version;
    case TokenKind::Publisher: return ItemName::Publisher;
    case TokenKind::License: return ItemName::License;
    case TokenKind::Uri: return ItemName::Uri;
    case TokenKind::Code: return ItemName::Code;
    case TokenKind::Url: return ItemName::Url;
    case TokenKind::Issuer: return ItemName::Issuer;
    case TokenKind::Id: return ItemName::Id;
    case TokenKind::Since: return ItemName::Since;
    default: return std::nullopt;
  }
}

}  // namespace

const ItemRow& row(ItemName name) { return Rows::all[static_cast<size_t>(name)]; }

llvm::StringRef withArticle(Owner owner) {
  switch (owner) {
    case Owner::Framework: return "a framework";
    case Owner::Scale: return "a scale";
    case Owner::ScaleLevel: return "a level";
    case Owner::Kind: return "a kind";
    case Owner::Category: return "a category";
    case Owner::Attribute: return "an attribute";
    case Owner::Statement: return "a statement";
    case Owner::Competency: return "a competency";
    case Owner::CompetencyLevel: return "a level of a competency";
    case Owner::Credential: return "a credential";
    case Owner::Resource: return "a resource";
    case Owner::Family: return "a family";
    case Owner::EveryProfile: return "an `every profile` rule";
    case Owner::Profile: return "a profile";
    case Owner::Path: return "a path";
    case Owner::Crosswalk: return "a crosswalk";
    case Owner::Bullets: return "a list of bullets";
  }
  llvm_unreachable("every owner has words");
}

std::optional<ItemName> itemName(const Item& item, Owner owner) {
  switch (item.nodeKind) {
    case NodeKind::TextItem: return textItem(static_cast<const TextItem&>(item).word);
    case NodeKind::WordItem:
      switch (static_cast<const WordItem&>(item).word) {
        case TokenKind::Language: return ItemName::Language;
        case TokenKind::Type: return ItemName::Type;
        default: return ItemName::Status;
      }
    case NodeKind::Translations: return ItemName::Translations;
    case NodeKind::Scale: {
      const auto& scale = static_cast<const syntax::Scale&>(item);
      if (scale.title || scale.block || scale.range || scale.cumulative) return std::nullopt;
      return ItemName::DefaultScale;
    }
    case NodeKind::Deprecated: return ItemName::Deprecated;
    case NodeKind::Reviewed: return ItemName::Reviewed;
    case NodeKind::Keywords: return ItemName::Keywords;
    case NodeKind::Was: return ItemName::Was;
    case NodeKind::Replaces: return ItemName::Replaces;
    case NodeKind::Matches: return ItemName::Matches;
    case NodeKind::Allow: return ItemName::Allow;
    case NodeKind::AttributeValue: return ItemName::AttributeValue;
    case NodeKind::Renews: return ItemName::Renews;
    case NodeKind::Develops: return ItemName::Develops;
    case NodeKind::Level: return ItemName::Level;
    case NodeKind::Bullet: return ItemName::Bullet;
    case NodeKind::BulletList:
      switch (static_cast<const BulletList&>(item).sort) {
        case BulletListSort::Develop: return ItemName::Develop;
        case BulletListSort::Evidence: return ItemName::Evidence;
        case BulletListSort::Interview: return ItemName::Interview;
      }
      llvm_unreachable("every list has a row");
    case NodeKind::Membership: return ItemName::Membership;
    case NodeKind::PartOf: return ItemName::PartOf;
    case NodeKind::Statement:
      if (static_cast<const syntax::Statement&>(item).text) return std::nullopt;
      return ItemName::StatementUse;
    case NodeKind::Credential:
      if (static_cast<const syntax::Credential&>(item).title) return std::nullopt;
      return ItemName::CredentialUse;
    case NodeKind::Category: return ItemName::NestedCategory;
    case NodeKind::Family:
      if (owner == Owner::Family) return ItemName::NestedFamily;
      if (static_cast<const syntax::Family&>(item).title) return std::nullopt;
      return ItemName::ProfileFamily;
    case NodeKind::Requires: return ItemName::Requires;
    case NodeKind::Lowers: return ItemName::Lowers;
    case NodeKind::Drops: return ItemName::Drops;
    case NodeKind::Steps: return ItemName::Steps;
    default: return std::nullopt;
  }
}

std::string ownersOf(ItemName name) {
  llvm::SmallVector<llvm::StringRef, 4> words;
  for (const Owner owner : allOwners) {
    if (contains(row(name).owners, owner)) words.push_back(withArticle(owner));
  }
  if (words.size() > 4) return "a declaration";
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

}  // namespace cadre::syntax
