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
  bool& poisoned = checker_.ownLines_[id.index()].poisonedFamily;
  if (profile.family || poisoned) return;
  // What was reported of a base is not reported of its heirs.
  poisoned = llvm::any_of(profile.bases, [&](ProfileId base) {
    return checker_.ownLines_[base.index()].poisonedFamily;
  });
  if (poisoned) return;
  ProfileId from;
  for (const ProfileId base : profile.bases) {
    const model::FamilyId family = tables_.profiles[base].family;
    if (!family || family == profile.family) continue;
    if (profile.family) {
      poisoned = true;
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
  auto& disputed = checker_.ownLines_[id.index()].disputed;
  for (const ProfileId base : profile.bases) {
    const auto& reported = checker_.ownLines_[base.index()].disputed;
    for (const model::AttributeId attribute : reported) {
      if (!llvm::is_contained(disputed, attribute)) disputed.push_back(attribute);
    }
  }
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
  auto& disputed = checker_.ownLines_[id.index()].disputed;
  if (agree || llvm::is_contained(disputed, attribute)) return;
  disputed.push_back(attribute);
  const std::string what = fmt::format("attribute `{}`", tables_.attributes[attribute].name);
  reportDisagreement(id, what, {first->base, first->value.text},
                     {one.base, one.value.text});
}

void Inheritance::inheritUses(ProfileId id) {
  model::Profile& profile = tables_.profiles[id];
  if (profile.bases.empty()) return;
  SmallVector<model::StatementUse, 8> statements;
  SmallVector<model::CredentialUse, 4> credentials;
  // A shared statement by its sort and its record, one in place by where it stands.
  llvm::DenseSet<std::pair<uint64_t, uint64_t>> seen;
  llvm::DenseMap<uint32_t, size_t> seenCredentials;
  const auto keyOf = [](const model::StatementUse& use) {
    if (use.shared) return std::pair(uint64_t{use.shared.index()}, static_cast<uint64_t>(use.sort));
    const Span place = use.bullet.text.span;
    return std::pair(uint64_t{place.begin}, uint64_t{place.file.index()} + 0x1'0000'0000);
  };
  const auto addAll = [&](const model::Profile& from) {
    for (const model::StatementUse& use : from.statements) {
      if (seen.insert(keyOf(use)).second) statements.push_back(use);
    }
    for (const model::CredentialUse& use : from.credentials) {
      const auto [other, added] =
          seenCredentials.try_emplace(use.credential.index(), credentials.size());
      if (added) {
        credentials.push_back(use);
      } else {
        model::Importance& importance = credentials[other->second].importance;
        importance = std::min(importance, use.importance);
      }
    }
  };
  for (const ProfileId base : profile.bases) addAll(tables_.profiles[base]);
  addAll(profile);
  profile.statements = checker_.builder_.arena().copyOf(statements);
  profile.credentials = checker_.builder_.arena().copyOf(credentials);
}

}  // namespace cadre::sema
