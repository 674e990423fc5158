#include "sema/inheritance.h"

#include "diag/kinds/sema.h"
#include "resolve/circles.h"

namespace cadre::sema {

using model::Importance;
using model::OriginKind;
using model::ProfileId;

namespace {

Importance importanceOf(const syntax::ImportanceWord* word) {
  return word ? static_cast<Importance>(word->value) : Importance::Essential;
}

std::string quoted(StringRef text) { return fmt::format("`{}`", text); }

}  // namespace

void Inheritance::run() {
  state_.assign(tables_.profiles.size(), 0);
  nextBase_.assign(tables_.profiles.size(), 0);
  places_.assign(tables_.profiles.size(), 0);
  cores_.resize(tables_.profiles.size());
  for (uint32_t i = 0; i < tables_.profiles.size(); ++i) visit(ProfileId(i));
  for (uint32_t i = 0; i < tables_.profiles.size(); ++i) finish(ProfileId(i));
}

/// Bases come before what extends them, however long the chain.
void Inheritance::visit(ProfileId start) {
  if (state_[start.index()] == 2) return;
  enter(start);
  while (!trail_.empty()) {
    const ProfileId id = trail_.back();
    const auto bases = tables_.profiles[id].bases;
    if (nextBase_[id.index()] == bases.size()) {
      leave(id);
      continue;
    }
    const ProfileId base = bases[nextBase_[id.index()]++];
    if (state_[base.index()] == 0) {
      enter(base);
    } else if (state_[base.index()] == 1) {
      checker_.ownLines_[base.index()].open = true;
      checker_.ownLines_[base.index()].circular = true;
      reportCycle(base);
    }
  }
}

void Inheritance::enter(ProfileId id) {
  state_[id.index()] = 1;
  places_[id.index()] = static_cast<uint32_t>(trail_.size());
  trail_.push_back(id);
}

void Inheritance::leave(ProfileId id) {
  OwnLines& own = checker_.ownLines_[id.index()];
  for (const ProfileId base : tables_.profiles[id].bases) {
    own.open |= checker_.ownLines_[base.index()].open;
    own.circular |= checker_.ownLines_[base.index()].circular;
  }
  trail_.pop_back();
  state_[id.index()] = 2;
  inheritRest(id);
  cores_[id.index()] = core(id);
}

void Inheritance::reportCycle(ProfileId id) {
  if (circleMembers_ >= resolve::mostMembers(tables_.profiles.size())) return;
  SmallVector<StringRef, 8> names;
  SmallVector<Span, 8> others;
  for (const ProfileId member : ArrayRef(trail_).drop_front(places_[id.index()])) {
    names.push_back(tables_.profiles[member].name);
    if (member != id) others.push_back(tables_.profiles[member].span);
  }
  circleMembers_ += names.size();
  diags_.report(tables_.profiles[id].span, diag::ExtendsCycle, resolve::drawCircle(names))
      .labels(others, diag::OnTheCircle, diag::MoreOnTheCircle);
}

// ---- Requirements ------------------------------------------------------------------------------

/// What the profile requires by its bases and its own lines, without rules.
Inheritance::Drafts Inheritance::core(ProfileId id) {
  Drafts drafts;
  Seen seen;
  // What runs in a circle gives nothing: a long circle would give each of its members all lines.
  for (const ProfileId base : tables_.profiles[id].bases)
    if (!checker_.ownLines_[base.index()].circular) addBase(drafts, base, seen);
  for (auto& [competency, draft] : drafts) {
    for (model::Origin& origin : draft.origins) {
      if (origin.kind == OriginKind::Own) origin.kind = OriginKind::Base;
    }
  }
  const OwnLines& own = checker_.ownLines_[id.index()];
  for (const OwnLines::Change& change : own.changes) applyChange(drafts, id, change);
  for (const OwnLines::Line& line : own.requirements) applyOwn(drafts, id, line);
  return drafts;
}

void Inheritance::addBase(Drafts& drafts, ProfileId base, Seen& seen) {
  for (const auto& [competency, inherited] : cores_[base.index()]) {
    const auto [entry, added] = drafts.insert({competency, inherited});
    Draft& draft = entry->second;
    if (!added) mergeDraft(draft, inherited, seen[competency]);
    // The base's own line is one of several here.
    draft.own = {};
  }
}

void Inheritance::mergeDraft(Draft& into, const Draft& from, std::set<Span>& seen) {
  merge(into, from);
  into.poisoned |= from.poisoned;
  if (seen.empty()) {
    for (const model::Origin& origin : into.origins) seen.insert(origin.span);
  }
  for (const model::Origin& origin : from.origins) {
    if (seen.insert(origin.span).second) into.origins.push_back(origin);
  }
}

void Inheritance::merge(Draft& into, const model::Demand& next) {
  into.add(next, checker_.rank(next.level) > checker_.rank(into.level));
}

void Inheritance::applyChange(Drafts& drafts, ProfileId id, const OwnLines::Change& change) {
  const auto found = drafts.find(change.competency.index());
  const bool inherited = found != drafts.end();
  const model::Profile& profile = tables_.profiles[id];
  const StringRef name = tables_.competencies[change.competency].name;
  if (const model::Rule* rule = touchedRule(id, change, inherited)) {
    auto report = diags_.report(change.name().span, diag::TouchesRule, name);
    report.label(rule->span, diag::TheRule);
    // Who uses another package is not known there.
    if (rule->framework == profile.framework) {
      report.help(diag::ExceptProfile, profile.name);
    } else {
      const StringRef home = tables_.frameworks[rule->framework].key;
      report.note(diag::RuleElsewhere, home, profile.name).help(diag::NarrowRule, home);
    }
  } else if (!inherited) {
    // A base or a rule that was reported may have had it.
    if (checker_.ownLines_[id.index()].open || mayBeRuled(id, change.competency)) return;
    diags_.report(change.name().span, diag::NotInherited, profile.name, name);
  } else if (change.drops) {
    drafts.erase(found);
  } else {
    applyLowers(found->second, id, change);
  }
}

void Inheritance::applyLowers(Draft& draft, ProfileId id, const OwnLines::Change& change) {
  const syntax::Lowers& source = *change.lowers;
  draft.poisoned |= change.poisoned;
  if (draft.poisoned) return;
  const double level =
      change.level.isNone() ? 0 : checker_.rank(change.level) - checker_.rank(draft.level);
  const int importance = source.importance ? static_cast<int>(draft.importance) -
                                                 static_cast<int>(importanceOf(source.importance))
                                           : 0;
  if (level > 0 || importance > 0 || (level == 0 && importance == 0)) {
    if (checker_.ownLines_[id.index()].open) return;
    const bool blameImportance = level <= 0 && (importance > 0 || !source.level);
    return reportNotLower(draft, id, source, blameImportance);
  }
  model::Origin origin;
  origin.kind = OriginKind::Lowers;
  origin.profile = id;
  origin.because = checker_.text(source.because);
  origin.span = source.span;
  draft.own.because = origin.because;
  draft.own.becauseLine = source.span;
  draft.first.fill(draft.own);
  if (level < 0) {
    draft.level = origin.level = change.level;
    draft.span = source.span;
    draft.decided = draft.own;
  }
  if (importance < 0) {
    draft.importance = importanceOf(source.importance);
    draft.importanceSpan = source.span;
  }
  origin.importance = draft.importance;
  draft.origins.push_back(origin);
}

void Inheritance::reportNotLower(const Draft& draft, ProfileId id, const syntax::Lowers& source,
                                 bool blameImportance) {
  const std::string inherited = blameImportance || draft.level.isNone()
                                    ? model::word(draft.importance).str()
                                    : checker_.display(draft.level);
  const Span place = blameImportance && source.importance ? source.importance->span
                     : source.level                       ? source.level->span
                                                          : source.span;
  diags_
      .report(place, diag::LowersRaises, tables_.profiles[id].name,
              quoted(tables_.competencies[draft.competency].name), quoted(inherited))
      .label(blameImportance ? draft.importanceSpan : draft.span, diag::InheritedHere);
}

void Inheritance::applyOwn(Drafts& drafts, ProfileId id, const OwnLines::Line& line) {
  const syntax::Requires& source = *line.source;
  const auto [entry, added] = drafts.insert({line.competency.index(), Draft{}});
  Draft& draft = entry->second;
  const Importance importance = importanceOf(source.importance);
  model::Given given;
  given.because = checker_.text(source.because);
  if (!given.because.isEmpty()) given.becauseLine = source.span;
  if (source.weight) {
    given.weight = source.weight->value;
    given.weightLine = source.span;
  }
  const model::Demand demand = {line.level, importance, source.span, source.span,
                                given,      given,      given};
  if (added) {
    static_cast<model::Demand&>(draft) = demand;
    draft.competency = line.competency;
    draft.poisoned = line.poisoned;
  } else if (!line.poisoned && !draft.poisoned &&
             checker_.rank(line.level) < checker_.rank(draft.level)) {
    // What comes round a circle is the circle's mistake.
    if (checker_.ownLines_[id.index()].circular) return;
    const StringRef name = tables_.competencies[line.competency].name;
    diags_
        .report(source.level ? source.level->span : source.span, diag::OwnLowers,
                tables_.profiles[id].name, quoted(name), quoted(checker_.display(draft.level)))
        .label(draft.span, diag::InheritedHere)
        .help(diag::UseLowers, source.competency.text, checker_.display(line.level));
    return;
  } else {
    merge(draft, demand);
    draft.poisoned |= line.poisoned;
  }
  model::Origin origin;
  origin.kind = OriginKind::Own;
  origin.profile = id;
  origin.level = line.level;
  origin.importance = importance;
  origin.weight = given.weight;
  origin.because = given.because;
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

const model::Rule* Inheritance::touchedRule(ProfileId id, const OwnLines::Change& change,
                                            bool inherited) const {
  const auto touches = [&](const model::Requirement& line) {
    if (line.competency != change.competency) return false;
    if (!inherited || change.drops) return true;
    const syntax::ImportanceWord* importance = change.lowers->importance;
    return (!change.level.isNone() && checker_.rank(change.level) < checker_.rank(line.level)) ||
           (importance && importanceOf(importance) > line.importance);
  };
  for (const model::Rule& rule : tables_.rules) {
    const bool openReach = checker_.ruleLines_[tables_.rules.idOf(rule).index()].openReach;
    if (!openReach && llvm::any_of(rule.requirements, touches) && applies(rule, id)) return &rule;
  }
  return nullptr;
}

bool Inheritance::mayBeRuled(ProfileId id, model::CompetencyId competency) const {
  return llvm::any_of(tables_.rules, [&](const model::Rule& rule) {
    const RuleLines& source = checker_.ruleLines_[tables_.rules.idOf(rule).index()];
    const bool names = llvm::any_of(
        source.requirements, [&](const auto& line) { return line.competency == competency; });
    const bool openReach = source.openReach || checker_.ownLines_[id.index()].poisonedFamily;
    return (names || source.open) && (openReach || applies(rule, id));
  });
}

void Inheritance::addRules(Drafts& drafts, ProfileId id) {
  for (const model::Rule& rule : tables_.rules) {
    if (rule.requirements.empty() || !applies(rule, id)) continue;
    for (const model::Requirement& requirement : rule.requirements) {
      const auto [entry, added] = drafts.insert({requirement.competency.index(), Draft{}});
      Draft& draft = entry->second;
      model::Origin origin;
      origin.kind = OriginKind::Rule;
      origin.rule = tables_.rules.idOf(rule);
      origin.level = requirement.level;
      origin.importance = requirement.importance;
      origin.weight = requirement.weight;
      origin.because = requirement.because;
      origin.span = requirement.span;
      if (added) {
        static_cast<model::Demand&>(draft) = model::demandOf(origin);
        draft.competency = requirement.competency;
      } else {
        merge(draft, model::demandOf(origin));
      }
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
    std::set<Span> seen;
    if (added) continue;
    mergeDraft(entry->second, own, seen);
    entry->second.withoutRules = checker_.builder_.arena().make<model::Demand>(own);
  }
  SmallVector<model::Requirement, 16> requirements;
  for (const auto& [competency, draft] : drafts) {
    if (!draft.poisoned) requirements.push_back(freeze(draft));
  }
  tables_.profiles[id].requirements = checker_.builder_.arena().copyOf(requirements);
}

model::Requirement Inheritance::freeze(const Draft& draft) {
  model::Requirement out;
  out.competency = draft.competency;
  out.settle(draft);
  out.withoutRules = draft.withoutRules;
  out.origins = checker_.builder_.arena().copyOf(draft.origins);
  return out;
}

}  // namespace cadre::sema
