#include "sema/inheritance.h"

#include "diag/kinds/sema.h"

namespace cadre::sema {

using model::Importance;
using model::OriginKind;
using model::ProfileId;

namespace {

/// The stronger of two: essential over desired over optional.
Importance stronger(Importance a, Importance b) { return std::min(a, b); }

Importance importanceOf(const syntax::ImportanceWord* word) {
  return word ? static_cast<Importance>(word->value) : Importance::Essential;
}

std::string quoted(StringRef text) { return fmt::format("`{}`", text); }

}  // namespace

void Inheritance::run() {
  state_.assign(tables_.profiles.size(), 0);
  cores_.resize(tables_.profiles.size());
  for (uint32_t i = 0; i < tables_.profiles.size(); ++i) visit(ProfileId(i));
  for (uint32_t i = 0; i < tables_.profiles.size(); ++i) finish(ProfileId(i));
}

void Inheritance::visit(ProfileId id) {
  if (state_[id.index()] == 2) return;
  if (state_[id.index()] == 1) return reportCycle(id);
  state_[id.index()] = 1;
  trail_.push_back(id);
  const auto bases = tables_.profiles[id].bases;
  for (const ProfileId base : bases) visit(base);
  trail_.pop_back();
  state_[id.index()] = 2;
  inheritRest(id);
  cores_[id.index()] = core(id);
}

void Inheritance::reportCycle(ProfileId id) {
  std::string drawing;
  for (auto at = llvm::find(trail_, id); at != trail_.end(); ++at) {
    drawing += fmt::format("{} -> ", tables_.profiles[*at].name);
  }
  drawing += tables_.profiles[id].name;
  auto report = diags_.report(tables_.profiles[id].span, diag::ExtendsCycle, drawing);
  for (auto at = llvm::find(trail_, id); at != trail_.end(); ++at) {
    if (*at != id) report.label(tables_.profiles[*at].span, diag::OnTheCircle);
  }
}

const syntax::Profile& Inheritance::sourceOf(ProfileId id) const {
  return *llvm::cast<syntax::Profile>(
      checker_.names_[checker_.profileSymbol_.lookup(id.index())].item);
}

// ---- Family, attributes, statements, credentials -----------------------------------------------

void Inheritance::inheritRest(ProfileId id) {
  inheritFamily(id);
  inheritAttributes(id);
  inheritUses(id);
}

void Inheritance::inheritFamily(ProfileId id) {
  model::Profile& profile = tables_.profiles[id];
  if (profile.family || checker_.ownLines_[id.index()].poisonedFamily) return;
  for (const ProfileId base : profile.bases) {
    const model::FamilyId family = tables_.profiles[base].family;
    if (!family || family == profile.family) continue;
    if (profile.family) {
      diags_
          .report(profile.span, diag::BasesDisagree, profile.name, "family",
                  tables_.families[profile.family].name, tables_.families[family].name)
          .help(diag::SayOwn);
      return;
    }
    profile.family = family;
  }
}

void Inheritance::inheritAttributes(ProfileId id) {
  model::Profile& profile = tables_.profiles[id];
  SmallVector<model::AttributeValue, 4> inherited;
  for (const ProfileId base : profile.bases) {
    for (const model::AttributeValue& value : tables_.profiles[base].attributes) {
      const auto same = [&](const model::AttributeValue& other) {
        return other.attribute == value.attribute;
      };
      const StringRef name = tables_.attributes[value.attribute].name;
      if (llvm::any_of(profile.attributes, same) || Checker::mentionsAttribute(sourceOf(id), name))
        continue;
      const auto* const other = llvm::find_if(inherited, same);
      if (other == inherited.end()) {
        inherited.push_back(value);
      } else if (other->text != value.text) {
        diags_
            .report(profile.span, diag::BasesDisagree, profile.name, name, other->text, value.text)
            .help(diag::SayOwn);
      }
    }
  }
  inherited.append(profile.attributes.begin(), profile.attributes.end());
  profile.attributes = checker_.builder_.arena().copyOf(inherited);
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
        other->importance = stronger(other->importance, use.importance);
      }
    }
  };
  for (const ProfileId base : profile.bases) addAll(tables_.profiles[base]);
  addAll(profile);
  profile.statements = checker_.builder_.arena().copyOf(statements);
  profile.credentials = checker_.builder_.arena().copyOf(credentials);
}

// ---- Requirements ------------------------------------------------------------------------------

/// What the profile requires by its bases and its own lines, without rules.
Inheritance::Drafts Inheritance::core(ProfileId id) {
  Drafts drafts;
  for (const ProfileId base : tables_.profiles[id].bases) addBase(drafts, base);
  const OwnLines& own = checker_.ownLines_[id.index()];
  for (const OwnLines::Change& change : own.changes) applyChange(drafts, id, change);
  for (const OwnLines::Line& line : own.requirements) applyOwn(drafts, id, line);
  return drafts;
}

void Inheritance::addBase(Drafts& drafts, ProfileId base) {
  for (const auto& [competency, inherited] : cores_[base.index()]) {
    const auto [entry, added] = drafts.insert({competency, inherited});
    Draft& draft = entry->second;
    if (added) {
      for (model::Origin& origin : draft.origins) {
        if (origin.kind == OriginKind::Own) origin.kind = OriginKind::Base;
      }
      continue;
    }
    merge(draft, inherited.level, inherited.importance);
    draft.poisoned |= inherited.poisoned;
    for (model::Origin origin : inherited.origins) {
      const bool there =
          llvm::any_of(draft.origins, [&](const auto& other) { return other.span == origin.span; });
      if (there) continue;
      if (origin.kind == OriginKind::Own) origin.kind = OriginKind::Base;
      draft.origins.push_back(origin);
    }
  }
}

void Inheritance::merge(Draft& into, const model::LevelValue& level, Importance importance) {
  if (checker_.rank(level) > checker_.rank(into.level)) into.level = level;
  into.importance = stronger(into.importance, importance);
}

void Inheritance::applyChange(Drafts& drafts, ProfileId id, const OwnLines::Change& change) {
  const auto found = drafts.find(change.competency.index());
  const model::Profile& profile = tables_.profiles[id];
  const StringRef name = tables_.competencies[change.competency].name;
  const syntax::QualifiedName& place =
      change.lowers ? change.lowers->competency : change.drops->competency;
  if (found == drafts.end()) {
    // A base that could not be resolved may have had it.
    if (profile.bases.size() < sourceOf(id).bases.size()) return;
    if (const model::Rule* rule = ruleFor(id, change.competency)) {
      diags_.report(place.span, diag::TouchesRule, name)
          .label(rule->span, diag::TheRule)
          .help(diag::ExceptProfile, profile.name);
    } else {
      diags_.report(place.span, diag::NotInherited, profile.name, name);
    }
    return;
  }
  if (change.drops) {
    drafts.erase(found);
  } else {
    applyLowers(found->second, id, change);
  }
}

void Inheritance::applyLowers(Draft& draft, ProfileId id, const OwnLines::Change& change) {
  const syntax::Lowers& source = *change.lowers;
  if (change.poisoned || draft.poisoned) return;
  const bool lowersLevel =
      !change.level.isNone() && checker_.rank(change.level) < checker_.rank(draft.level);
  const bool sameLevel =
      change.level.isNone() || checker_.rank(change.level) == checker_.rank(draft.level);
  const bool lowersImportance =
      source.importance && importanceOf(source.importance) > draft.importance;
  const bool sameImportance =
      !source.importance || importanceOf(source.importance) == draft.importance;
  const bool lowers =
      (lowersLevel && (lowersImportance || sameImportance)) || (sameLevel && lowersImportance);
  if (!lowers) {
    const std::string inherited =
        draft.level.isNone() || (change.level.isNone() && source.importance)
            ? model::word(draft.importance).str()
            : checker_.display(draft.level);
    const Span place = source.level        ? source.level->span
                       : source.importance ? source.importance->span
                                           : source.span;
    diags_
        .report(place, diag::LowersRaises, tables_.profiles[id].name,
                quoted(tables_.competencies[draft.competency].name), quoted(inherited))
        .label(draft.span, diag::InheritedHere);
    return;
  }
  model::Origin origin;
  origin.kind = OriginKind::Lowers;
  origin.profile = id;
  origin.because = checker_.text(source.because);
  origin.span = source.span;
  if (lowersLevel) draft.level = origin.level = change.level;
  if (lowersImportance) draft.importance = importanceOf(source.importance);
  origin.importance = draft.importance;
  draft.origins.push_back(origin);
  draft.span = source.span;
}

void Inheritance::applyOwn(Drafts& drafts, ProfileId id, const OwnLines::Line& line) {
  const syntax::Requires& source = *line.source;
  const auto [entry, added] = drafts.insert({line.competency.index(), Draft{}});
  Draft& draft = entry->second;
  const Importance importance = importanceOf(source.importance);
  if (added) {
    draft.competency = line.competency;
    draft.level = line.level;
    draft.importance = importance;
    draft.poisoned = line.poisoned;
  } else if (!line.poisoned && !draft.poisoned &&
             checker_.rank(line.level) < checker_.rank(draft.level)) {
    const StringRef name = tables_.competencies[line.competency].name;
    diags_
        .report(source.level ? source.level->span : source.span, diag::OwnLowers,
                tables_.profiles[id].name, quoted(name), quoted(checker_.display(draft.level)))
        .label(draft.span, diag::InheritedHere)
        .help(diag::UseLowers, name, checker_.display(line.level));
    return;
  } else {
    merge(draft, line.level, importance);
    draft.poisoned |= line.poisoned;
  }
  draft.span = source.span;
  model::Origin origin;
  origin.kind = OriginKind::Own;
  origin.profile = id;
  origin.level = line.level;
  origin.importance = importance;
  if (source.weight) origin.weight = source.weight->value;
  origin.because = checker_.text(source.because);
  origin.span = source.span;
  draft.origins.push_back(origin);
}

// ---- Rules -------------------------------------------------------------------------------------

bool Inheritance::isWithin(model::FamilyId family, model::FamilyId ancestor) const {
  for (; family; family = tables_.families[family].parent) {
    if (family == ancestor) return true;
  }
  return false;
}

bool Inheritance::applies(const model::Rule& rule, ProfileId id) const {
  const model::Profile& profile = tables_.profiles[id];
  if (profile.isAbstract || llvm::is_contained(rule.exceptions, id)) return false;
  if (rule.framework != profile.framework) {
    const auto& uses = checker_.names_.packages()[profile.framework.index()].uses;
    const bool used = llvm::any_of(uses, [&](const auto& use) {
      return use.second.withRules && use.second.package == rule.framework.index();
    });
    if (!used) return false;
  }
  if (rule.families.empty()) return true;
  return llvm::any_of(rule.families,
                      [&](model::FamilyId family) { return isWithin(profile.family, family); });
}

const model::Rule* Inheritance::ruleFor(ProfileId id, model::CompetencyId competency) const {
  for (const model::Rule& rule : tables_.rules) {
    const bool names = llvm::any_of(rule.requirements,
                                    [&](const auto& one) { return one.competency == competency; });
    if (names && applies(rule, id)) return &rule;
  }
  return nullptr;
}

void Inheritance::addRules(Drafts& drafts, ProfileId id) {
  for (const model::Rule& rule : tables_.rules) {
    if (rule.requirements.empty() || !applies(rule, id)) continue;
    for (const model::Requirement& requirement : rule.requirements) {
      const auto [entry, added] = drafts.insert({requirement.competency.index(), Draft{}});
      Draft& draft = entry->second;
      if (added) {
        draft.competency = requirement.competency;
        draft.level = requirement.level;
        draft.importance = requirement.importance;
        draft.span = requirement.span;
      } else {
        merge(draft, requirement.level, requirement.importance);
      }
      model::Origin origin;
      origin.kind = OriginKind::Rule;
      origin.rule = tables_.rules.idOf(rule);
      origin.level = requirement.level;
      origin.importance = requirement.importance;
      origin.weight = requirement.weight;
      origin.because = requirement.because;
      origin.span = requirement.span;
      draft.origins.push_back(origin);
    }
  }
}

/// Rules first, then what is inherited, then the profile's own lines.
void Inheritance::finish(ProfileId id) {
  Drafts drafts;
  addRules(drafts, id);
  for (const auto& [competency, own] : cores_[id.index()]) {
    const auto [entry, added] = drafts.insert({competency, own});
    if (added) continue;
    Draft& draft = entry->second;
    merge(draft, own.level, own.importance);
    draft.poisoned |= own.poisoned;
    draft.origins.append(own.origins.begin(), own.origins.end());
    draft.span = own.span;
  }
  SmallVector<model::Requirement, 16> requirements;
  for (const auto& [competency, draft] : drafts) {
    if (!draft.poisoned) requirements.push_back(freeze(draft, id));
  }
  tables_.profiles[id].requirements = checker_.builder_.arena().copyOf(requirements);
}

/// Weight and reason come from the own line, else from the origin that decided the level, else
/// from the first that has one.
model::Requirement Inheritance::freeze(const Draft& draft, ProfileId id) {
  model::Requirement out;
  out.competency = draft.competency;
  out.level = draft.level;
  out.importance = draft.importance;
  out.span = draft.span;
  SmallVector<const model::Origin*, 4> ranked;
  const auto rankIf = [&](auto&& condition) {
    for (const model::Origin& origin : draft.origins) {
      if (condition(origin) && !llvm::is_contained(ranked, &origin)) ranked.push_back(&origin);
    }
  };
  rankIf([&](const model::Origin& origin) { return origin.profile == id; });
  rankIf([&](const model::Origin& origin) { return origin.level == draft.level; });
  rankIf([](const model::Origin&) { return true; });
  for (const model::Origin* origin : ranked) {
    if (!out.weight && origin->weight) out.weight = origin->weight;
    if (out.because.isEmpty() && !origin->because.isEmpty()) out.because = origin->because;
  }
  out.origins = checker_.builder_.arena().copyOf(draft.origins);
  return out;
}

}  // namespace cadre::sema
