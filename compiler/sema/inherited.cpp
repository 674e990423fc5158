#include "diag/kinds/sema.h"
#include "sema/inheritance.h"

namespace cadre::sema {

using model::ProfileId;

void Inheritance::inheritRest(ProfileId id) {
  inheritFamily(id);
  inheritAttributes(id);
  inheritUses(id);
}

void Inheritance::reportDisagreement(ProfileId id, StringRef what, const Said& first,
                                     const Said& second) {
  diags_
      .report(tables_.profiles[id].span, diag::BasesDisagree, tables_.profiles[id].name, what,
              first.value, second.value)
      .label(tables_.profiles[first.base].span, diag::BaseSays, first.value)
      .label(tables_.profiles[second.base].span, diag::BaseSays, second.value)
      .help(diag::SayOwn);
}

void Inheritance::inheritFamily(ProfileId id) {
  model::Profile& profile = tables_.profiles[id];
  if (profile.family || checker_.ownLines_[id.index()].poisonedFamily) return;
  ProfileId from;
  for (const ProfileId base : profile.bases) {
    const model::FamilyId family = tables_.profiles[base].family;
    if (!family || family == profile.family) continue;
    if (profile.family) {
      return reportDisagreement(id, "family", {from, tables_.families[profile.family].name},
                                {base, tables_.families[family].name});
    }
    profile.family = family;
    from = base;
  }
}

void Inheritance::inheritAttributes(ProfileId id) {
  model::Profile& profile = tables_.profiles[id];
  SmallVector<Inherited, 4> inherited;
  for (const ProfileId base : profile.bases) {
    for (const model::AttributeValue& value : tables_.profiles[base].attributes)
      inheritAttribute(id, inherited, {value, base});
  }
  SmallVector<model::AttributeValue, 4> all;
  for (const Inherited& one : inherited) all.push_back(one.value);
  all.append(profile.attributes.begin(), profile.attributes.end());
  profile.attributes = checker_.builder_.arena().copyOf(all);
}

void Inheritance::inheritAttribute(ProfileId id, SmallVectorImpl<Inherited>& inherited,
                                   const Inherited& one) {
  const model::AttributeId attribute = one.value.attribute;
  const auto isSame = [&](const model::AttributeValue& other) {
    return other.attribute == attribute;
  };
  if (llvm::any_of(tables_.profiles[id].attributes, isSame)) return;
  if (checker_.mayMention(id, attribute)) return;
  auto* const first =
      llvm::find_if(inherited, [&](const auto& other) { return isSame(other.value); });
  if (first == inherited.end()) {
    inherited.push_back(one);
    return;
  }
  const bool agree = tables_.attributes[attribute].type == model::AttributeType::Number
                         ? first->value.number == one.value.number
                         : first->value.text == one.value.text;
  if (agree || first->disputed) return;
  first->disputed = true;
  reportDisagreement(id, tables_.attributes[attribute].name, {first->base, first->value.text},
                     {one.base, one.value.text});
}

void Inheritance::inheritUses(ProfileId id) {
  model::Profile& profile = tables_.profiles[id];
  if (profile.bases.empty()) return;
  SmallVector<model::StatementUse, 8> statements;
  SmallVector<model::CredentialUse, 4> credentials;
  const auto addAll = [&](const model::Profile& from) {
    for (const model::StatementUse& use : from.statements) {
      const bool there = llvm::any_of(statements, [&](const model::StatementUse& other) {
        if (use.shared || other.shared) return use.shared == other.shared && use.sort == other.sort;
        return use.bullet.span == other.bullet.span;
      });
      if (!there) statements.push_back(use);
    }
    for (const model::CredentialUse& use : from.credentials) {
      auto* const other = llvm::find_if(
          credentials, [&](const auto& one) { return one.credential == use.credential; });
      if (other == credentials.end()) {
        credentials.push_back(use);
      } else {
        other->importance = std::min(other->importance, use.importance);
      }
    }
  };
  for (const ProfileId base : profile.bases) addAll(tables_.profiles[base]);
  addAll(profile);
  profile.statements = checker_.builder_.arena().copyOf(statements);
  profile.credentials = checker_.builder_.arena().copyOf(credentials);
}

}  // namespace cadre::sema
